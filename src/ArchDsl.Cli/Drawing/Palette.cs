namespace ArchDsl.Cli.Drawing;

/// <summary>A colour in two themes.</summary>
/// <param name="Light">On white.</param>
/// <param name="Dark">On black.</param>
/// <param name="Mid">Where the theme is not known: readable on both.</param>
internal sealed record Palette(string Light, string Dark, string Mid)
{
    /// <summary>Paths from the internet.</summary>
    public static Palette Exposure { get; } = new("#c2410c", "#fb923c", "#ea580c");

    /// <summary>Accepted risks.</summary>
    public static Palette Accepted { get; } = new("#a16207", "#facc15", "#ca8a04");

    /// <summary>Open findings.</summary>
    public static Palette Open { get; } = new("#b91c1c", "#f87171", "#dc2626");

    private static readonly Palette Gray = new("#57606a", "#9da7b3", "#768390");

    private static readonly Palette Blue = new("#1d4ed8", "#7aa2ff", "#3b82f6");

    private static readonly Palette Green = new("#15803d", "#4ade80", "#22a559");

    private static readonly Palette Purple = new("#6d28d9", "#b794f6", "#8b5cf6");

    private static readonly Palette Orange = new("#b45309", "#f5a65b", "#d97706");

    private static readonly Palette Red = new("#be123c", "#fb7185", "#e11d48");

    private static readonly Palette Pink = new("#a21caf", "#e879f9", "#c026d3");

    private static readonly Palette Teal = new("#0f766e", "#2dd4bf", "#14a39a");

    /// <summary>The colour of a node.</summary>
    public static Palette Of(Category category) => category switch
    {
        Category.LoadBalancer or Category.Gateway or Category.Endpoint => Purple,
        Category.Compute => Orange,
        Category.Database or Category.Cache => Blue,
        Category.Storage => Green,
        Category.Secret or Category.Certificate => Red,
        Category.Messaging => Pink,
        Category.Registry => Teal,
        _ => Gray,
    };

    /// <summary>The colour of a box.</summary>
    public static Palette Of(BoxKind kind) => kind switch
    {
        BoxKind.Network => Purple,
        BoxKind.PublicSubnets => Green,
        BoxKind.PrivateSubnets => Blue,
        BoxKind.IsolatedSubnets => Teal,
        _ => Gray,
    };
}
