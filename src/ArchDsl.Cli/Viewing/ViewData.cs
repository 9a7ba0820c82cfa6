namespace ArchDsl.Cli.Viewing;

/// <summary>What the page knows of one picture.</summary>
/// <param name="Title">The architecture and its stage.</param>
/// <param name="Nodes">The nodes of the picture, with what is known of them.</param>
/// <param name="Edges">The steps that can be taken: connections and permissions.</param>
/// <param name="Sources">The components from which steps lead on.</param>
/// <param name="Sections">What is known of the whole.</param>
internal sealed record ViewData(string Title, IReadOnlyList<ViewNode> Nodes, IReadOnlyList<ViewEdge> Edges, IReadOnlyList<string> Sources, IReadOnlyList<ViewSection> Sections);

/// <summary>A node.</summary>
/// <param name="Id">Its id in the picture.</param>
/// <param name="Path">The path of its component; null where it is none.</param>
/// <param name="Title">Its name.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Sections">What is known of it.</param>
internal sealed record ViewNode(string Id, string? Path, string Title, string What, IReadOnlyList<ViewSection> Sections);

/// <summary>A step from one component to another.</summary>
/// <param name="From">The path of the one; empty for the internet.</param>
/// <param name="To">The path of the other, behind a slash, so that none is empty.</param>
/// <param name="Name">What the other is called.</param>
/// <param name="Label">The ports or the actions.</param>
/// <param name="FromNode">The id of the one in the picture.</param>
/// <param name="ToNode">The id of the other.</param>
/// <param name="PassesOn">Whether who takes the step goes on from there.</param>
internal sealed record ViewEdge(string From, string To, string Name, string Label, string FromNode, string ToNode, bool PassesOn);

/// <summary>Facts of one sort.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Lines">One each.</param>
internal sealed record ViewSection(string Title, IReadOnlyList<string> Lines);
