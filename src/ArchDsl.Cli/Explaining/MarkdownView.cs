using System.Text.RegularExpressions;
using Spectre.Console;

namespace ArchDsl.Cli.Explaining;

/// <summary>Shows the Markdown of the rules' pages in a terminal: headings, code, lists and tables, as much as these pages have.</summary>
internal static partial class MarkdownView
{
    public static void Show(IAnsiConsole console, string markdown)
    {
        bool code = false;
        List<string> paragraph = [];
        foreach (string line in markdown.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            bool fence = line.StartsWith("```", StringComparison.Ordinal);
            if (fence || code || line.Length == 0 || line[0] is '#' or '|' or '-')
            {
                Flush(console, paragraph);
            }

            if (fence)
            {
                code = !code;
            }
            else if (code)
            {
                console.MarkupLine($"    [teal]{Markup.Escape(line)}[/]");
            }
            else if (line.StartsWith('#'))
            {
                console.MarkupLine($"[bold]{Inline(line.TrimStart('#').Trim())}[/]");
            }
            else if (line.StartsWith('|'))
            {
                ShowRow(console, line);
            }
            else if (line.Length == 0)
            {
                console.WriteLine();
            }
            else
            {
                paragraph.Add(line.Trim());
            }
        }

        Flush(console, paragraph);
    }

    // The lines of a paragraph are one: the terminal breaks it where it ends.
    private static void Flush(IAnsiConsole console, List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            console.MarkupLine(Inline(string.Join(' ', paragraph)));
            paragraph.Clear();
        }
    }

    private static void ShowRow(IAnsiConsole console, string line)
    {
        string[] cells = [.. line.Trim('|').Split('|').Select(static cell => cell.Trim())];
        if (cells.All(static cell => cell.All(static c => c is '-' or ':')))
        {
            return;
        }

        console.MarkupLine($"  {Inline(cells[0]).PadRight(10)}  {Inline(string.Join("  ", cells.Skip(1)))}");
    }

    private static string Inline(string text)
    {
        string plain = Link().Replace(text, static link => link.Groups[2].Value.StartsWith("http", StringComparison.Ordinal) ? $"{link.Groups[1].Value} ({link.Groups[2].Value})" : link.Groups[1].Value);
        return Code().Replace(Markup.Escape(plain), "[teal]$1[/]");
    }

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
