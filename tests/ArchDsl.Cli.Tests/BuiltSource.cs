using ArchDsl.Generators;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Cli.Tests;

/// <summary>Assemblies of sources that are no sample: of what is generated for them they have the manifest, which is all that the tool reads.</summary>
internal static class BuiltSource
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Builds a source, in which the language needs no <c>using</c>.</summary>
    /// <param name="folder">Where the assembly goes.</param>
    /// <param name="name">The name of the assembly and of its source file.</param>
    /// <param name="source">The source.</param>
    /// <param name="schemaVersion">The version that the manifests are said to have.</param>
    /// <returns>The path of the assembly.</returns>
    public static string Write(TemporaryFolder folder, string name, string source, int schemaVersion = ArchitectureManifest.CurrentSchemaVersion)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        CSharpCompilation input = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, options, name + ".cs"), CSharpSyntaxTree.ParseText("global using ArchDsl;", options, "Usings.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(input.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        IEnumerable<SyntaxTree> manifests = CSharpGeneratorDriver.Create([new ArchitectureGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGenerators(input).GetRunResult().GeneratedTrees.Where(static tree => tree.FilePath.EndsWith(".manifest.g.cs", StringComparison.Ordinal))
            .Select(tree => CSharpSyntaxTree.ParseText(tree.ToString().Replace($"ArchitectureManifest({ArchitectureManifest.CurrentSchemaVersion},", $"ArchitectureManifest({schemaVersion},", StringComparison.Ordinal), options));
        string file = Path.Combine(folder.Path, name + ".dll");
        Assert.True(CSharpCompilation.Create(name, manifests, References, input.Options).Emit(file).Success);
        return file;
    }
}
