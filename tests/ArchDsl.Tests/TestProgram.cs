using ArchDsl.Harness;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests;

/// <summary>Programs to generate from and to analyse.</summary>
internal static class TestProgram
{
    /// <summary>The names of all samples that are one project.</summary>
    public static IEnumerable<string> Samples => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples"))
        .Select(static folder => Path.GetFileName(folder))
        .Where(static name => File.Exists(Path.Combine(Repository.Root, "samples", name, name + ".csproj")))
        .Order(StringComparer.Ordinal);

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

    /// <summary>What the source says of its only architecture.</summary>
    public static ArchitectureDeclaration Declare(SolutionState state) => Declare(state, state.CreateCompilation());

    /// <inheritdoc cref="Declare(SolutionState)"/>
    public static ArchitectureDeclaration Declare(SolutionState state, Compilation compilation)
    {
        ArchitectureDeclaration declaration = Roots(compilation.Assembly.GlobalNamespace)
            .Select(static root => ArchitectureReader.Read(root, default))
            .OfType<ArchitectureDeclaration>()
            .Single();
        return declaration with { Files = ProjectFiles.Read(declaration, state.AdditionalTexts, null, default) };
    }

    /// <inheritdoc cref="Declare(SolutionState)"/>
    public static ArchitectureDeclaration Declare(string source) => Declare(Of(source));

    /// <summary>What the source of an architecture means, in its first stage.</summary>
    public static ArchitectureTopology Lower(SolutionState state) => Lower(Declare(state));

    private static ArchitectureTopology Lower(ArchitectureDeclaration declaration) => Lowering.Lower(declaration, Stages.Of(declaration)[0]);

    /// <inheritdoc cref="Lower(SolutionState)"/>
    public static ArchitectureTopology Lower(string source) => Lower(Of(source));

    private static IEnumerable<INamedTypeSymbol> Roots(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Roots));
}
