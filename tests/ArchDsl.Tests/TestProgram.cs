using ArchDsl.Harness;

namespace ArchDsl.Tests;

/// <summary>Programs to generate from and to analyse.</summary>
internal static class TestProgram
{
    /// <summary>A project of the given files, in which the language needs no <c>using</c>.</summary>
    public static SolutionState Of(params string[] sources)
    {
        SolutionState state = new();
        foreach (string source in sources)
        {
            state.Sources.Add(source);
        }

        state.Sources.Add(("Usings.cs", "global using ArchDsl;\n"));
        return state;
    }

    /// <summary>The architecture of a sample with the scripts beside it, as they stand in the repository.</summary>
    public static SolutionState OfSample(string name)
    {
        string folder = Path.Combine(Repository.Root, "samples", name);
        string file = name.Split('.')[0] + ".cs";
        SolutionState state = new() { Sources = { (file, File.ReadAllText(Path.Combine(folder, file))) }, MarkupHandling = MarkupMode.None };
        foreach (string script in Directory.EnumerateFiles(folder, "*.sh").Order(StringComparer.Ordinal))
        {
            state.AdditionalFiles.Add((Path.GetFileName(script), File.ReadAllText(script)));
        }

        return state;
    }
}
