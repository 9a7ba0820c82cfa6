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
            Findings findings = new(start.Options.AdditionalFiles, string.IsNullOrWhiteSpace(today) ? null : today);
            start.RegisterSymbolAction(symbol => Report(symbol, findings), SymbolKind.NamedType);
        });
    }

    private static void Report(SymbolAnalysisContext context, Findings findings)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        INamedTypeSymbol root = ArchitectureReader.RootOf(type);
        foreach (Finding finding in findings.Of(root, context.CancellationToken)[type])
        {
            List<Location> locations = [.. finding.Places.Select(place => OriginLocator.Locate(root, place.Origin, context.CancellationToken))];
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.Of(finding.RuleId),
                locations[0],
                locations.Skip(1),
                ImmutableDictionary<string, string?>.Empty.Add(CuresProperty, string.Join(",", finding.Places.Select(static place => place.Cure))),
                [.. finding.Arguments]));
        }
    }

    /// <summary>The findings of a compilation, each architecture analysed once, when the first of its classes asks.</summary>
    private sealed class Findings(ImmutableArray<AdditionalText> files, string? today)
    {
        private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<ISymbol?, Finding>> byRoot = new(SymbolEqualityComparer.Default);

        public ILookup<ISymbol?, Finding> Of(INamedTypeSymbol root, CancellationToken cancellation) =>
            byRoot.TryGetValue(root, out ILookup<ISymbol?, Finding>? known) ? known : byRoot.GetOrAdd(root, Analyse(root, cancellation));

        private ILookup<ISymbol?, Finding> Analyse(INamedTypeSymbol root, CancellationToken cancellation)
        {
            IReadOnlyList<Finding> findings = ArchitectureReader.Read(root, cancellation) is { } declaration
                ? new AnalyzedArchitecture(declaration with { Files = ProjectFiles.Read(declaration, files, cancellation) }).Check(today)
                : [];
            return findings.ToLookup(finding => (ISymbol?)OriginLocator.Find(root, finding.Place.Origin.Node), SymbolEqualityComparer.Default);
        }
    }
}
