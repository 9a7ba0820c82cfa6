using System.Collections.Immutable;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Generators;

/// <summary>Generates the CDK constructs of every architecture. It reports nothing: diagnostics come from the analyzers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class ArchitectureGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // One provider for the whole family of attributes: a look-up by name for each of them would hold a table of all files each.
        IncrementalValuesProvider<PlacedArchitecture> placed = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => IsCandidate(node), static (context, token) => Read(context, token))
            .Where(static architecture => architecture is not null)
            .Select(static (architecture, _) => architecture!);

        IncrementalValueProvider<(ImmutableArray<AdditionalText> Texts, string? Folder)> files = context.AdditionalTextsProvider.Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectFiles.Folder(options)));

        // Once for the program and for the manifest. It is no value that could be compared, and need not be one: it is made anew only where
        // the source says something else.
        IncrementalValuesProvider<IReadOnlyList<AnalyzedArchitecture>> analyses = placed
            .Select(static (architecture, _) => architecture.Declaration)
            .WithTrackingName(TrackingNames.Declaration)
            .Combine(files)
            .Select(static (pair, token) => WithFiles(pair.Left, pair.Right, token))
            .WithTrackingName(TrackingNames.Files)
            .Select(static (declaration, token) => AnalyzedArchitecture.InStages(declaration, Model.RuleSet.All, token));

        IncrementalValuesProvider<CdkArchitecture> programs = analyses
            .Select(static (stages, token) => CdkProgramBuilder.Build(stages, token))
            .Where(static program => program is not null)
            .Select(static (program, _) => program!)
            .WithTrackingName(TrackingNames.Program);

        context.RegisterSourceOutput(programs, static (context, program) => context.AddSource(HintName(program.Stages[0].Nodes[0].TypeName, ".g.cs"), SourceText.From(Print(program), System.Text.Encoding.UTF8)));
        RegisterManifests(context, analyses, placed);
    }

    private static ArchitectureDeclaration WithFiles(ArchitectureDeclaration declaration, (ImmutableArray<AdditionalText> Texts, string? Folder) files, CancellationToken cancellation) =>
        declaration with { Files = ProjectFiles.Read(declaration, files.Texts, files.Folder, cancellation) };

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    public static class TrackingNames
    {
        /// <summary>From symbols to what the source says.</summary>
        public const string Declaration = nameof(Declaration);

        /// <summary>The declaration with the files that it names.</summary>
        public const string Files = nameof(Files);

        /// <summary>From the declaration, by way of the topology, to the program.</summary>
        public const string Program = nameof(Program);

        /// <summary>From the declaration, by way of the topology, to the manifest.</summary>
        public const string Manifest = nameof(Manifest);

        /// <summary>Where the classes stand.</summary>
        public const string Places = nameof(Places);

        /// <summary>The manifest with the places of its classes.</summary>
        public const string PlacedManifest = nameof(PlacedManifest);

        /// <summary>Those of the program, which run while somebody types, and then those of the manifest, which a build takes besides.</summary>
        public static IReadOnlyList<string> All { get; } = [Declaration, Files, Program, Manifest, Places, PlacedManifest];
    }

    private static bool IsCandidate(SyntaxNode node) =>
        node is ClassDeclarationSyntax { AttributeLists.Count: > 0, Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax } type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static PlacedArchitecture? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol type || !IsFirstPart(type, context.Node, cancellation))
        {
            return null;
        }

        return ArchitectureReader.Read(type, cancellation) is { } declaration ? new PlacedArchitecture(declaration, Places(type, declaration.Root, cancellation)) : null;
    }

    // A class with attributes on several parts is read once, at the first of them.
    private static bool IsFirstPart(INamedTypeSymbol type, SyntaxNode node, CancellationToken cancellation) =>
        ArchitectureReader.Attributes(type) is [var first, ..]
        && first.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<ClassDeclarationSyntax>() == node;

    // Hint names must differ whatever the case of their letters, and hold no character that a file name may not.
    private static string HintName(string typeName, string ending)
    {
        string name = typeName.Substring("global::".Length);
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string readable = new([.. name.Select(static c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '_') ? c : '_')]);
        return $"{readable}.{hash:x8}{ending}";
    }
}
