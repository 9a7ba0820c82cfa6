using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ArchDsl.Harness;

/// <summary>What Harness.targets wrote into the test assembly about the build.</summary>
public static partial class Repository
{
    /// <summary>The folder of ArchDsl.sln.</summary>
    public static string Root { get; } = Folder("RepositoryRoot");

    /// <summary>The file that a <see cref="CallerFilePathAttribute"/> names; in CI its root reads <c>/_/</c>.</summary>
    public static string Locate(string sourcePath) =>
        MappedRoot.Match(sourcePath) is { Success: true } mapped ? Path.Combine(Root, sourcePath[mapped.Length..]) : sourcePath;

    internal static string Folder(string key)
    {
        var folder = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == key)?.Value;
        return Directory.Exists(folder)
            ? folder
            : throw new HarnessException(
                $"There is no folder '{folder}' for {key}. The test project must import Harness.targets and be built on this machine.");
    }

    [GeneratedRegex(@"\A/_[0-9]*/", RegexOptions.CultureInvariant)]
    private static partial Regex MappedRoot { get; }
}
