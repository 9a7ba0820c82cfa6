using System.Text;

namespace ArchDsl.Cli.Drawing;

/// <summary>
/// How wide text is in Helvetica, and in Arial and Liberation Sans, which were made to its measure: a picture has to know before anybody
/// shows it.
/// </summary>
internal static class TextSize
{
    /// <summary>The fonts that have this measure.</summary>
    public const string Fonts = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private const double Bold = 1.08;

    // Thousandths of the font's size, from the space to the tilde:
    // https://github.com/foliojs/pdfkit/blob/master/lib/font/data/Helvetica.afm
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of a line of text.</summary>
    public static double Width(string text, double size, bool bold = false) =>
        text.EnumerateRunes().Sum(static rune => rune.Value is >= ' ' and <= '~' ? Widths[rune.Value - ' '] : rune.Value < 0x2000 ? 700 : 1000) * size / 1000 * (bold ? Bold : 1);

    /// <summary>A text that fits into a width: with an ellipsis in the place of what does not.</summary>
    public static string Fit(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
        {
            return text;
        }

        StringBuilder fitting = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Width(fitting.ToString() + rune + "…", size, bold) > width)
            {
                break;
            }

            fitting.Append(rune.ToString());
        }

        return fitting.ToString().TrimEnd() + "…";
    }

    /// <summary>Breaks a text between words into lines that fit into a width; the last one ends in an ellipsis if there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int most)
    {
        List<string> lines = [];
        string line = "";
        string[] words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (line.Length == 0 || Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (lines.Count == most - 1)
            {
                line = string.Join(' ', words.Skip(i).Prepend(line));
                break;
            }

            lines.Add(Fit(line, width, size));
            line = words[i];
        }

        if (line.Length > 0)
        {
            lines.Add(Fit(line, width, size));
        }

        return lines;
    }
}
