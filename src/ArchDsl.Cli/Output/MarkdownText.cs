using System.Text;

namespace ArchDsl.Cli.Output;

/// <summary>Text as Markdown that shows it to the letter, on one line, whatever it holds.</summary>
internal static class MarkdownText
{
    // What means something inside a line of CommonMark, of a table of GitHub's, or of the HTML in it; and what GitHub reads as a formula, or links
    // people and issues with.
    private const string Special = "\\`*_[]<|~&$@#";

    /// <summary>Text between other text, or in the cell of a table.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsLineOrHidden(rune))
            {
                escaped.Append(' ');
                continue;
            }

            if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(rune);
        }

        // A number or a dash at the beginning would make a list of a line.
        return escaped.Length > 0 && escaped[0] is '-' or '+' or '=' or '>' ? "\\" + escaped : escaped.ToString();
    }

    /// <summary>Text as code: between as many backticks as none of its own ends.</summary>
    public static string Code(string text)
    {
        StringBuilder line = new(text.Length);
        int run = 0;
        int longest = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            run = rune.Value == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
            line.Append(IsLineOrHidden(rune) ? new Rune(' ') : rune);
        }

        string fence = new('`', longest + 1);
        string pad = longest > 0 || line.Length == 0 || (line[0] == ' ' && line[^1] == ' ') ? " " : "";

        // GitHub ends a cell at a bar even in code.
        return fence + pad + line.Replace("|", "\\|") + pad + fence;
    }

    private static bool IsLineOrHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Format;
}
