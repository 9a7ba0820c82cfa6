using System.Globalization;

namespace ArchDsl.Cli.Drawing;

/// <summary>The text of a node, and how much room it takes.</summary>
/// <param name="Title">Its name, as much as fits.</param>
/// <param name="Lines">What it is.</param>
/// <param name="Marks">What there is to say about its safety, with the colour for each.</param>
/// <param name="Width">The width of the node.</param>
/// <param name="Height">The height of the node.</param>
internal sealed record NodeText(string Title, IReadOnlyList<string> Lines, IReadOnlyList<Mark> Marks, double Width, double Height)
{
    public const double TitleSize = 13;
    public const double LineSize = 11;
    public const double LineHeight = 14;
    public const double Padding = 10;
    public const double Icon = 26;

    private const double Least = 124;
    private const double Most = 190;
    private const int MostLines = 2;

    /// <summary>The size of the internet: a circle with its name below.</summary>
    public const double Internet = 64;

    public static NodeText Of(DiagramNode node)
    {
        if (node.Category == Category.Internet)
        {
            return new NodeText(node.Title, [], [], Internet, Internet + 20);
        }

        string title = TextSize.Fit(node.Title, Most, TitleSize, bold: true);
        IReadOnlyList<string> lines = TextSize.Wrap(node.Subtitle, Most, LineSize, MostLines);
        List<Mark> marks = [];
        if (node.Open > 0)
        {
            marks.Add(new Mark(Count(node.Open, "open finding"), "open"));
        }

        if (node.Accepted > 0)
        {
            marks.Add(new Mark(Count(node.Accepted, "accepted risk"), "accepted"));
        }

        if (node.Hooked)
        {
            marks.Add(new Mark("a hook may change it", "unproven"));
        }

        double text = lines.Concat(marks.Select(static m => m.Text)).Select(static line => TextSize.Width(line, LineSize)).Prepend(TextSize.Width(title, TitleSize, bold: true)).Max();
        double width = Math.Max(Least, Math.Ceiling(text) + Icon + 3 * Padding);
        double height = 2 * Padding + 15 + LineHeight * (lines.Count + marks.Count);
        return new NodeText(title, lines, marks, width, Math.Max(height, Icon + 2 * Padding));
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}

/// <summary>A line about the safety of a node.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">What kind it is: <c>open</c>, <c>accepted</c> or <c>unproven</c>.</param>
internal sealed record Mark(string Text, string Class);
