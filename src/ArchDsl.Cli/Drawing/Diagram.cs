namespace ArchDsl.Cli.Drawing;

/// <summary>What a picture of an architecture shows, without coordinates: boxes in boxes, nodes in them, lines between nodes.</summary>
/// <param name="Title">The name of the architecture and its stage.</param>
/// <param name="Boxes">The boxes, each after the one around it.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Edges">The lines.</param>
/// <param name="Notes">What the picture leaves out, a sentence each.</param>
internal sealed record Diagram(
    string Title,
    IReadOnlyList<DiagramBox> Boxes,
    IReadOnlyList<DiagramNode> Nodes,
    IReadOnlyList<DiagramEdge> Edges,
    IReadOnlyList<string> Notes);

/// <summary>A box around nodes and other boxes.</summary>
/// <param name="Id">Its id in the picture: letters, digits and underscores.</param>
/// <param name="Parent">The id of the box around it, or null.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Path">The path of the class that it stands for; null for none.</param>
/// <param name="Title">Its name.</param>
/// <param name="Subtitle">What else is known; empty for nothing.</param>
internal sealed record DiagramBox(string Id, string? Parent, BoxKind Kind, string? Path, string Title, string Subtitle);

/// <summary>What a box stands for. Subnets are the zones of trust: who gets in from outside, and who gets out.</summary>
internal enum BoxKind
{
    Region,
    Network,
    PublicSubnets,
    PrivateSubnets,
    IsolatedSubnets,
}

/// <summary>A node.</summary>
/// <param name="Id">Its id in the picture: letters, digits and underscores.</param>
/// <param name="Parent">The id of the box around it, or null.</param>
/// <param name="Category">What it is drawn as.</param>
/// <param name="Path">The path of the component; null where it is none.</param>
/// <param name="Title">Its name.</param>
/// <param name="Subtitle">What it is, in a line; empty for nothing.</param>
/// <param name="Accepted">The number of risks that were accepted for it.</param>
/// <param name="Open">The number of findings about it that are neither accepted nor mere advice.</param>
/// <param name="Hooked">Whether a hook may change it, so that nothing about it is proven.</param>
/// <param name="Exposed">Whether connections lead there from the internet, one after the other.</param>
internal sealed record DiagramNode(
    string Id,
    string? Parent,
    Category Category,
    string? Path,
    string Title,
    string Subtitle,
    int Accepted = 0,
    int Open = 0,
    bool Hooked = false,
    bool Exposed = false);

/// <summary>What a node is drawn as.</summary>
internal enum Category
{
    Other,
    Internet,
    LoadBalancer,
    Compute,
    Database,
    Cache,
    Storage,
    Secret,
    Certificate,
    Messaging,
    Registry,
    Gateway,
    Endpoint,
}

/// <summary>A line from one node to another.</summary>
/// <param name="Id">Its id in the picture.</param>
/// <param name="From">The id of the node that it begins at.</param>
/// <param name="To">The id of the node that it leads to.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Label">Ports, or what is permitted; empty for nothing.</param>
/// <param name="FromInternet">Whether it is a step of a path from the internet.</param>
internal sealed record DiagramEdge(string Id, string From, string To, EdgeKind Kind, string Label, bool FromInternet);

/// <summary>What a line stands for.</summary>
internal enum EdgeKind
{
    /// <summary>A connection that the source declares.</summary>
    Connection,

    /// <summary>A connection that is possible though nothing declares it.</summary>
    Undeclared,

    /// <summary>A permission.</summary>
    Permission,

    /// <summary>What AWS itself does: alarms, logs, certificates.</summary>
    Service,
}
