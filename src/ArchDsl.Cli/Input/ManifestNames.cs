using ArchDsl.Model;

namespace ArchDsl.Cli.Input;

/// <summary>What results call a class.</summary>
internal static class ManifestNames
{
    /// <summary>The path of a class; for the root, whose path is empty, the name of the architecture.</summary>
    public static string NameOf(this ArchitectureManifest manifest, string path) => path.Length == 0 ? manifest.Name : path;
}
