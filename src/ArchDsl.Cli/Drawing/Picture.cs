namespace ArchDsl.Cli.Drawing;

/// <summary>A diagram with coordinates, in pixels from the upper left corner. What shows it, as SVG or on a page, only draws.</summary>
/// <param name="Diagram">What it shows.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Boxes">The boxes, each after the one around it.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Edges">The lines.</param>
internal sealed record Picture(
    Diagram Diagram,
    double Width,
    double Height,
    IReadOnlyList<PictureBox> Boxes,
    IReadOnlyList<PictureNode> Nodes,
    IReadOnlyList<PictureEdge> Edges);

/// <summary>A box.</summary>
/// <param name="Box">What it stands for.</param>
/// <param name="Area">Where it is.</param>
internal sealed record PictureBox(DiagramBox Box, Area Area);

/// <summary>A node.</summary>
/// <param name="Node">What it stands for.</param>
/// <param name="Area">Where it is.</param>
/// <param name="Text">Its text, broken into lines that fit.</param>
internal sealed record PictureNode(DiagramNode Node, Area Area, NodeText Text);

/// <summary>A line.</summary>
/// <param name="Edge">What it stands for.</param>
/// <param name="Points">The points that it leads through.</param>
/// <param name="Label">Where its label is; null without one.</param>
internal sealed record PictureEdge(DiagramEdge Edge, IReadOnlyList<Spot> Points, Area? Label);

/// <summary>A rectangle.</summary>
internal sealed record Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Area Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}

/// <summary>A point.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public Spot Moved(double x, double y) => new(X + x, Y + y);
}
