using System.Collections.Concurrent;
using System.Collections.Immutable;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Analyzers;

/// <summary>Runs every rule on every architecture. A finding is reported by the action of the class at fault, so that it is live in an editor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArchitectureAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which a diagnostic tells its cures, one for each of its locations, the primary one first.</summary>
    public const string CuresProperty = "ArchDsl.Cures";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ArchDsl.ArchDslAttribute") is null)
            {
                return;
            }

            start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ArchDslToday", out string? today);
            Findings findings = new(start.Options.AdditionalFiles, ProjectFiles.Folder(start.Options.AnalyzerConfigOptionsProvider), string.IsNullOrWhiteSpace(today) ? null : today);
            start.RegisterSymbolAction(symbol => Report(symbol, findings), SymbolKind.NamedType);
        });
    }

    private static void Report(SymbolAnalysisContext context, Findings findings)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        INamedTypeSymbol root = ArchitectureReader.RootOf(type);
        foreach (StagedFinding staged in findings.Of(root, context.CancellationToken)[type])
        {
            Finding finding = staged.Finding;
            string stages = staged.Stages.Count == 0 ? "" : $" (stage {string.Join(", ", staged.Stages)})";
            List<Location> locations = [.. finding.Places.Select(place => OriginLocator.Locate(root, place.Origin, context.CancellationToken))];
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.Of(finding.RuleId),
                locations[0],
                locations.Skip(1),
                ImmutableDictionary<string, string?>.Empty.Add(CuresProperty, string.Join(",", finding.Places.Select(static place => place.Cure))),
                [.. finding.Arguments, stages]));
        }
    }

    /// <summary>The findings of a compilation, each architecture analysed once, when the first of its classes asks.</summary>
    private sealed class Findings(ImmutableArray<AdditionalText> files, string? folder, string? today)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<ISymbol?, StagedFinding>> byRoot = new(SymbolEqualityComparer.Default);

        public ILookup<ISymbol?, StagedFinding> Of(INamedTypeSymbol root, CancellationToken cancellation) =>
            byRoot.TryGetValue(root, out ILookup<ISymbol?, StagedFinding>? known) ? known : byRoot.GetOrAdd(root, Analyse(root, cancellation));

        private ILookup<ISymbol?, StagedFinding> Analyse(INamedTypeSymbol root, CancellationToken cancellation)
        {
            IReadOnlyList<StagedFinding> findings = ArchitectureReader.Read(root, cancellation) is { } declaration
                ? Analysis.Check(declaration with { Files = ProjectFiles.Read(declaration, files, folder, cancellation) }, today)
                : [];
            return findings.ToLookup(finding => (ISymbol?)OriginLocator.Find(root, finding.Finding.Place.Origin.Node), SymbolEqualityComparer.Default);
        }
    }
}
