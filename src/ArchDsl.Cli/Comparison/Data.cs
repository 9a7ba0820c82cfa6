using ArchDsl.Model;

namespace ArchDsl.Cli.Comparison;

/// <summary>What there is to lose.</summary>
internal static class Data
{
    /// <summary>Whether a component holds data or a secret.</summary>
    public static bool Is(ManifestComponent? component) => component is { Role: ComponentRole.DataStore } or { Attribute: "Secret" };
}
