using System.Globalization;
using System.Text;

namespace ArchDsl.Cli.Drawing;

/// <summary>Draws a picture as SVG that needs nothing else: no font, no script, no other file.</summary>
internal sealed class SvgWriter
{
    private const double TitleHeight = 44;
    private const double LegendHeight = 34;
    private const double Corner = 7;

    private readonly StringBuilder svg = new();
    private readonly Picture picture;

    private SvgWriter(Picture picture) => this.picture = picture;

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="theme">Its colours.</param>
    public static string Write(Picture picture, Theme theme) => new SvgWriter(picture).Write(theme);

    /// <summary>Draws the content of a picture without title, legend and frame, for a page that brings its own.</summary>
    public static string WriteContent(Picture picture)
    {
        SvgWriter writer = new(picture);
        writer.Content();
        return writer.svg.ToString();
    }

    private string Write(Theme theme)
    {
        double width = Math.Max(picture.Width, SvgLegend.Width + 32);
        double height = TitleHeight + picture.Height + LegendHeight * (1 + picture.Diagram.Notes.Count * 0.6);
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\" font-family=\"{TextSize.Fonts}\">");
        Line($"<title>{Xml.Escape(picture.Diagram.Title)}</title>");
        Line($"<style>{SvgStyle.Of(theme)}</style>");
        Line(SvgStyle.Markers);
        Line($"<rect class=\"paper\" width=\"{N(width)}\" height=\"{N(height)}\"/>");
        Line($"<text class=\"title\" x=\"16\" y=\"29\">{Xml.Escape(picture.Diagram.Title)}</text>");
        Line($"<g transform=\"translate(0,{N(TitleHeight)})\">");
        Content();
        Line("</g>");
        double y = TitleHeight + picture.Height + 20;
        Line(SvgLegend.Write(16, y, picture.Diagram.Edges.Select(Class).ToHashSet()));
        foreach (string note in picture.Diagram.Notes)
        {
            y += LegendHeight * 0.6;
            Line($"<text class=\"line\" x=\"16\" y=\"{N(y)}\">{Xml.Escape(note)}</text>");
        }

        Line("</svg>");
        return svg.ToString();
    }

    // Lines lie below nodes; labels above both, so that no line crosses one out.
    private void Content()
    {
        foreach (PictureBox box in picture.Boxes)
        {
            Box(box);
        }

        foreach (PictureEdge edge in picture.Edges.OrderBy(static e => e.Edge.FromInternet))
        {
            Edge(edge);
        }

        foreach (PictureNode node in picture.Nodes)
        {
            Node(node);
        }

        foreach (PictureEdge edge in picture.Edges.Where(static e => e.Label is not null))
        {
            Label(edge);
        }
    }

    private void Box(PictureBox box)
    {
        Area at = box.Area;
        Line($"<g class=\"box {Class(box.Box.Kind)}\" id=\"{box.Box.Id}\"{Data("path", box.Box.Path)}>");
        Line($"<rect x=\"{N(at.X)}\" y=\"{N(at.Y)}\" width=\"{N(at.Width)}\" height=\"{N(at.Height)}\" rx=\"8\"/>");
        Line($"<text class=\"head\" x=\"{N(at.X + 14)}\" y=\"{N(at.Y + 20)}\">{Xml.Escape(TextSize.Fit(box.Box.Title, at.Width - 28, ElkLayout.BoxTitleSize, bold: true))}</text>");
        if (box.Box.Subtitle.Length > 0)
        {
            Line($"<text class=\"line\" x=\"{N(at.X + 14)}\" y=\"{N(at.Y + 35)}\">{Xml.Escape(TextSize.Fit(box.Box.Subtitle, at.Width - 28, ElkLayout.BoxLineSize))}</text>");
        }

        Line("</g>");
    }

    private void Node(PictureNode node)
    {
        Area at = node.Area;
        string exposed = node.Node.Exposed ? " exposed" : "";
        Line($"<g class=\"node {node.Node.Category.ToString().ToLowerInvariant()}{exposed}\" id=\"{node.Node.Id}\"{Data("path", node.Node.Path)}>");
        Line($"<title>{Xml.Escape(node.Node.Subtitle.Length == 0 ? node.Node.Title : $"{node.Node.Title}: {node.Node.Subtitle}")}</title>");
        if (node.Node.Category == Category.Internet)
        {
            double r = NodeText.Internet / 2;
            Line($"<circle class=\"shape\" cx=\"{N(at.X + r)}\" cy=\"{N(at.Y + r)}\" r=\"{N(r - 2)}\"/>");
            Line(Icons.Draw(node.Node.Category, at.X + r - 16, at.Y + r - 16, 32));
            Line($"<text class=\"name\" text-anchor=\"middle\" x=\"{N(at.X + r)}\" y=\"{N(at.Bottom - 4)}\">{Xml.Escape(node.Text.Title)}</text>");
            Line("</g>");
            return;
        }

        Line($"<rect class=\"shape\" x=\"{N(at.X)}\" y=\"{N(at.Y)}\" width=\"{N(at.Width)}\" height=\"{N(at.Height)}\" rx=\"6\"/>");
        Line(Icons.Draw(node.Node.Category, at.X + NodeText.Padding, at.Y + (at.Height - NodeText.Icon) / 2, NodeText.Icon));
        double x = at.X + NodeText.Icon + 2 * NodeText.Padding;
        double y = at.Y + (at.Height - 15 - NodeText.LineHeight * (node.Text.Lines.Count + node.Text.Marks.Count)) / 2 + 11.5;
        Line($"<text class=\"name\" x=\"{N(x)}\" y=\"{N(y)}\">{Xml.Escape(node.Text.Title)}</text>");
        foreach (string line in node.Text.Lines)
        {
            y += NodeText.LineHeight;
            Line($"<text class=\"line\" x=\"{N(x)}\" y=\"{N(y)}\">{Xml.Escape(line)}</text>");
        }

        foreach (Mark mark in node.Text.Marks)
        {
            y += NodeText.LineHeight;
            Line($"<text class=\"mark {mark.Class}\" x=\"{N(x)}\" y=\"{N(y)}\">{Xml.Escape(mark.Text)}</text>");
        }

        Line("</g>");
    }

    private void Edge(PictureEdge edge)
    {
        if (edge.Points.Count > 1)
        {
            Line($"<path class=\"edge {Class(edge.Edge)}\" id=\"{edge.Edge.Id}\" data-from=\"{edge.Edge.From}\" data-to=\"{edge.Edge.To}\" marker-end=\"url(#to-{Class(edge.Edge)})\" d=\"{Path(edge.Points)}\"/>");
        }
    }

    private void Label(PictureEdge edge)
    {
        Area at = edge.Label!;
        Line($"<text class=\"label {Class(edge.Edge)}\" data-edge=\"{edge.Edge.Id}\" text-anchor=\"middle\" x=\"{N(at.X + at.Width / 2)}\" y=\"{N(at.Y + 11)}\">{Xml.Escape(edge.Edge.Label)}</text>");
    }

    // A line with its corners rounded, as far as its pieces are long enough.
    private static string Path(IReadOnlyList<Spot> points)
    {
        StringBuilder path = new($"M{N(points[0].X)} {N(points[0].Y)}");
        for (int i = 1; i < points.Count - 1; i++)
        {
            Spot before = Towards(points[i], points[i - 1]);
            Spot after = Towards(points[i], points[i + 1]);
            path.Append(CultureInfo.InvariantCulture, $"L{N(before.X)} {N(before.Y)}Q{N(points[i].X)} {N(points[i].Y)} {N(after.X)} {N(after.Y)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{N(points[^1].X)} {N(points[^1].Y)}").ToString();

        static Spot Towards(Spot corner, Spot other)
        {
            double length = Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y);
            double part = length == 0 ? 0 : Math.Min(Corner, length / 2) / length;
            return new Spot(corner.X + (other.X - corner.X) * part, corner.Y + (other.Y - corner.Y) * part);
        }
    }

    private static string Class(DiagramEdge edge) => edge.FromInternet ? "exposure" : edge.Kind.ToString().ToLowerInvariant();

    private static string Class(BoxKind kind) => kind.ToString().ToLowerInvariant();

    private static string Data(string name, string? value) => value is null ? "" : $" data-{name}=\"{Xml.Escape(value)}\"";

    private static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    private void Line(string line) => svg.Append(line).Append('\n');
}

/// <summary>Text in XML.</summary>
internal static class Xml
{
    /// <summary>A text as it stands between tags or in an attribute. What XML cannot hold becomes a replacement character.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\n' or '\r' or '\t' => " ",
                < 0x20 or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
