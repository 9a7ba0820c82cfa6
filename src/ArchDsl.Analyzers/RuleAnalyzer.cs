using System.Collections.Concurrent;
using System.Collections.Immutable;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Analyzers;

/// <summary>
/// Runs rules on every architecture. A finding is reported by the action of the class at fault, so that it is live in an editor. A team
/// that has rules of its own derives from this: <c>[DiagnosticAnalyzer(LanguageNames.CSharp)] public sealed class AcmeAnalyzer() :
/// RuleAnalyzer(new BucketHasPrefix());</c> Code fixes are for ArchDsl's own rules alone.
/// </summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which a diagnostic tells its cures, one for each of its locations, the primary one first.</summary>
    public const string CuresProperty = "ArchDsl.Cures";

    private readonly Analyses analyses;
    private readonly ImmutableDictionary<string, DiagnosticDescriptor> descriptors;

    /// <summary>An analyzer that runs some rules, and judges the <c>[AcceptRisk]</c> that name them.</summary>
    /// <param name="rules">The rules, each with an id of its own: capital letters, not ARCH alone, and then digits.</param>
    /// <exception cref="ArgumentException">Two rules have the same id, or one has an id that <c>[AcceptRisk]</c> cannot name.</exception>
    protected RuleAnalyzer(params Rule[] rules)
    {
        if (rules.FirstOrDefault(static rule => rule.GetType().Assembly != typeof(Rule).Assembly && !Model.RuleSet.IsForeign(rule.Id)) is { } misnamed)
        {
            throw new ArgumentException($"The id of {misnamed.GetType().Name} is '{misnamed.Id}'. It has to be capital letters, not ARCH alone, and then digits.", nameof(rules));
        }

        if (rules.GroupBy(static rule => rule.Id).FirstOrDefault(static same => same.Count() > 1) is { } same)
        {
            throw new ArgumentException($"Two rules have the id '{same.Key}'.", nameof(rules));
        }

        analyses = new Analyses(rules);
        SupportedDiagnostics = rules.Union(Model.RuleSet.OfAcceptances).Select(RuleDescriptors.Describe).ToImmutableArray();
        descriptors = SupportedDiagnostics.ToImmutableDictionary(static descriptor => descriptor.Id);
    }

    /// <summary>The diagnostics of the rules, and those about acceptances of them.</summary>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ArchDsl.ArchDslAttribute") is null)
            {
                return;
            }

            start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ArchDslToday", out string? today);
            Findings findings = new(start.Options.AdditionalFiles, ProjectFiles.Folder(start.Options.AnalyzerConfigOptionsProvider), string.IsNullOrWhiteSpace(today) ? null : today, analyses);
            start.RegisterSymbolAction(symbol => Report(symbol, findings), SymbolKind.NamedType);
        });
    }

    private void Report(SymbolAnalysisContext context, Findings findings)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        INamedTypeSymbol root = ArchitectureReader.RootOf(type);
        foreach (StagedFinding staged in findings.Of(root, context.CancellationToken)[type])
        {
            Finding finding = staged.Finding;
            if (!descriptors.TryGetValue(finding.RuleId, out DiagnosticDescriptor? descriptor))
            {
                // A rule of somebody's that speaks for another one: the compiler would take the exception for a fault of the analyzer.
                continue;
            }

            string stages = staged.Stages.Count == 0 ? "" : $" (stage {string.Join(", ", staged.Stages)})";
            List<Location> locations = [.. finding.Places.Select(place => OriginLocator.Locate(root, place.Origin, context.CancellationToken))];
            context.ReportDiagnostic(Diagnostic.Create(
                descriptor,
                locations[0],
                locations.Skip(1),
                ImmutableDictionary<string, string?>.Empty.Add(CuresProperty, string.Join(",", finding.Places.Select(static place => place.Cure))),
                [.. finding.Arguments, stages]));
        }
    }

    /// <summary>The findings of a compilation, each architecture read once, when the first of its classes asks.</summary>
    private sealed class Findings(ImmutableArray<AdditionalText> files, string? folder, string? today, Analyses analyses)
    {
        private static readonly ILookup<ISymbol?, StagedFinding> None = Enumerable.Empty<StagedFinding>().ToLookup(static _ => (ISymbol?)null, SymbolEqualityComparer.Default);

        private readonly ConcurrentDictionary<INamedTypeSymbol, Architecture> byRoot = new(SymbolEqualityComparer.Default);

        public ILookup<ISymbol?, StagedFinding> Of(INamedTypeSymbol root, CancellationToken cancellation)
        {
            // Analyzers run on many threads: the second class of an architecture waits rather than read it once more.
            Architecture architecture = byRoot.GetOrAdd(root, static _ => new Architecture());
            lock (architecture)
            {
                return architecture.Findings ??= Read(root, cancellation);
            }
        }

        private ILookup<ISymbol?, StagedFinding> Read(INamedTypeSymbol root, CancellationToken cancellation)
        {
            if (ArchitectureReader.Read(root, cancellation) is not { } declaration)
            {
                return None;
            }

            IReadOnlyList<StagedFinding> findings = analyses.Of(declaration with { Files = ProjectFiles.Read(declaration, files, folder, cancellation) }, today);
            return findings.ToLookup(finding => (ISymbol?)OriginLocator.Find(root, finding.Finding.Place.Origin.Node), SymbolEqualityComparer.Default);
        }

        private sealed class Architecture
        {
            public ILookup<ISymbol?, StagedFinding>? Findings { get; set; }
        }
    }

    /// <summary>The last analysis of each architecture, for the compilations to come: most edits change nothing that an architecture says.</summary>
    private sealed class Analyses(IReadOnlyList<Rule> rules)
    {
        // An editor runs for weeks, and classes get other names in it.
        private const int Most = 1_000;

        private readonly ConcurrentDictionary<string, Analysed> byName = new(StringComparer.Ordinal);

        public IReadOnlyList<StagedFinding> Of(ArchitectureDeclaration declaration, string? today)
        {
            string name = declaration.Root.TypeName;
            if (byName.TryGetValue(name, out Analysed? last) && last.Today == today && last.Declaration == declaration)
            {
                return last.Findings;
            }

            IReadOnlyList<StagedFinding> findings = Analysis.Check(declaration, today, rules);
            if (byName.Count >= Most)
            {
                byName.Clear();
            }

            byName[name] = new Analysed(declaration, today, findings);
            return findings;
        }

        private sealed record Analysed(ArchitectureDeclaration Declaration, string? Today, IReadOnlyList<StagedFinding> Findings);
    }
}
