using ArchDsl.Model;

namespace ArchDsl.Manifest;

/// <summary>Finds what a path of a construct belongs to.</summary>
public static class ManifestLookup
{
    /// <summary>
    /// The innermost class whose construct holds another construct: a component, a network, subnets, or a class around them.
    /// </summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="constructPath">The path of a construct, such as <c>aws:cdk:path</c> gives it: <c>Shop/Public/Api/Service/Service</c>. It begins with the stack, and in a nested one with what is around it.</param>
    /// <returns>The path of the class; empty for the root, which is around every construct of its stack.</returns>
    public static string ClassOf(this ArchitectureManifest manifest, string constructPath)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(constructPath);
        HashSet<string> classes = [.. manifest.Sources.Select(static source => source.Path)];
        string[] ids = constructPath.Split('/');
        for (int start = 1; start < ids.Length; start++)
        {
            for (int end = ids.Length; end > start; end--)
            {
                string path = string.Join('.', ids[start..end]);
                if (classes.Contains(path))
                {
                    return path;
                }
            }
        }

        return "";
    }
}
