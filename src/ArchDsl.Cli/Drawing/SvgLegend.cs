using System.Globalization;
using System.Text;

namespace ArchDsl.Cli.Drawing;

/// <summary>Says what the lines of a picture mean.</summary>
internal static class SvgLegend
{
    private const double Sample = 30;
    private const double Gap = 8;
    private const double Space = 22;

    private static readonly (string Class, string Text)[] Entries =
    [
        ("exposure", "path from the internet"),
        ("connection", "connection"),
        ("permission", "permission"),
        ("service", "done by AWS"),
        ("undeclared", "possible, not declared"),
    ];

    /// <summary>The width of the legend with every line in it.</summary>
    public static double Width { get; } = Entries.Sum(static e => Sample + Gap + TextSize.Width(e.Text, NodeText.LineSize) + Space);

    /// <summary>Writes the legend.</summary>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">The base line of its text.</param>
    /// <param name="used">The classes of the lines in the picture: it explains no others.</param>
    public static string Write(double x, double y, IReadOnlyCollection<string> used)
    {
        StringBuilder legend = new("<g class=\"legend\">");
        foreach ((string name, string text) in Entries.Where(e => used.Contains(e.Class)))
        {
            legend.Append(CultureInfo.InvariantCulture, $"<path class=\"edge {name}\" marker-end=\"url(#to-{name})\" d=\"M{x:0.##} {y - 4:0.##}h{Sample}\"/>");
            x += Sample + Gap;
            legend.Append(CultureInfo.InvariantCulture, $"<text class=\"line\" x=\"{x:0.##}\" y=\"{y:0.##}\">{text}</text>");
            x += TextSize.Width(text, NodeText.LineSize) + Space;
        }

        return legend.Append("</g>").ToString();
    }
}
