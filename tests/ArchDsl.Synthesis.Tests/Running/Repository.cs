using System.Reflection;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>Where things stand in this repository and its build; the project file says so in assembly metadata.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string> Metadata = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .GroupBy(attribute => attribute.Key)
        .ToDictionary(group => group.Key, group => group.First().Value ?? "");

    public static string Root => Metadata["RepositoryRoot"];

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The built program of a sample.</summary>
    public static string SampleProgram(string sample) => Metadata[$"Sample:{sample}"];
}
