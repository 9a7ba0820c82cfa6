namespace ArchDsl.Cli.Viewing;

/// <summary>What the page knows of one picture.</summary>
/// <param name="Title">The architecture and its stage.</param>
/// <param name="Nodes">The nodes of the picture, with what is known of them.</param>
/// <param name="Reach">Who gets where.</param>
/// <param name="Sections">What is known of the whole.</param>
internal sealed record ViewData(string Title, IReadOnlyList<ViewNode> Nodes, ViewReach Reach, IReadOnlyList<ViewSection> Sections);

/// <summary>A node.</summary>
/// <param name="Id">Its id in the picture.</param>
/// <param name="Path">The path of its component; null where it is none.</param>
/// <param name="Title">Its name.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Sections">What is known of it.</param>
internal sealed record ViewNode(string Id, string? Path, string Title, string What, IReadOnlyList<ViewSection> Sections);

/// <summary>
/// Who gets where, as <see cref="ArchDsl.Manifest.ReachGraph"/> has it: the page looks for paths over the steps, and knows no rule. The pairs
/// are not written out, of which there are a million where each of a thousand components reaches all.
/// </summary>
/// <param name="Internet">The number of the state of the internet.</param>
/// <param name="Sources">The numbers of the states of components from which steps lead on.</param>
/// <param name="States">The states.</param>
/// <param name="Groups">Numbers of states that steps lead from or to together.</param>
/// <param name="Steps">The steps.</param>
internal sealed record ViewReach(int Internet, IReadOnlyList<int> Sources, IReadOnlyList<ViewState> States, IReadOnlyList<IReadOnlyList<int>> Groups, IReadOnlyList<ViewStep> Steps);

/// <summary>A component, or the internet; a load balancer has two of them, where one listener redirects and another passes on.</summary>
/// <param name="Path">The path of the component, behind a slash; empty for the internet.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Node">Its id in the picture; null where it is not drawn.</param>
internal sealed record ViewState(string Path, string Name, string? Node);

/// <summary>A step from each of some states to each of some others.</summary>
/// <param name="From">The number of the group that it leads from.</param>
/// <param name="To">The number of the group that it leads to.</param>
/// <param name="Label">The ports or the actions.</param>
/// <param name="Outside">Whether it leaves for the internet and comes back in.</param>
internal sealed record ViewStep(int From, int To, string Label, bool Outside);

/// <summary>Facts of one sort.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Lines">One each.</param>
internal sealed record ViewSection(string Title, IReadOnlyList<string> Lines);
