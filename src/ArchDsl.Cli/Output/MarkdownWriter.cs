using System.Text;

namespace ArchDsl.Cli.Output;

/// <summary>Writes blocks of Markdown, an empty line between them, lines that end in a line feed. What it is given as text is escaped.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Whether nothing is written yet.</summary>
    public bool IsEmpty => text.Length == 0;

    public void Heading(int level, string title) => Block($"{new string('#', level)} {MarkdownText.Escape(title)}");

    /// <summary>A paragraph of Markdown, not escaped.</summary>
    public void Paragraph(string markdown) => Block(markdown);

    /// <summary>A list of Markdown items, not escaped. Nothing where there are none.</summary>
    public void List(IEnumerable<string> items, bool numbered = false)
    {
        List<string> lines = [.. items.Select((item, i) => (numbered ? $"{i + 1}. " : "- ") + item)];
        if (lines.Count > 0)
        {
            Block(string.Join('\n', lines));
        }
    }

    /// <summary>A table of Markdown cells, not escaped. Nothing where it has no rows.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        List<string> lines = [.. rows.Select(static row => $"| {string.Join(" | ", row.Select(static cell => cell.Length == 0 ? "–" : cell))} |")];
        if (lines.Count > 0)
        {
            Block($"| {string.Join(" | ", columns)} |\n|{string.Concat(Enumerable.Repeat(" --- |", columns.Count))}\n{string.Join('\n', lines)}");
        }
    }

    /// <summary>A fenced block of code.</summary>
    public void Fence(string language, string code)
    {
        string fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        Block($"{fence}{language}\n{code.TrimEnd('\n')}\n{fence}");
    }

    public override string ToString() => text.ToString();

    private void Block(string markdown)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        text.Append(markdown).Append('\n');
    }
}
