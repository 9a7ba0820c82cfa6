using System.Collections.Immutable;
using System.Composition;
using ArchDsl.Analyzers;
using ArchDsl.CodeFixes.Cures;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ArchDsl.CodeFixes;

/// <summary>Fixes whatever diagnostic carries a mechanical cure: one fix for each kind of cure in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CureCodeFixProvider)), Shared]
public sealed class CureCodeFixProvider : ArchitectureCodeFixProvider
{
    /// <summary>The rules themselves say which of their findings have a cure.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleDescriptors.All.Select(static descriptor => descriptor.Id)];

    /// <summary>What the fixes of one kind for one rule have in common.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="cure">The kind.</param>
    public static string EquivalenceKey(string ruleId, Cure cure) => $"{ruleId}.{cure}";

    internal override bool CanFix(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ArchitectureAnalyzer.CuresProperty, out string? cures)
        && cures?.Split(',').Any(static cure => cure != nameof(Cure.None)) == true;

    internal override async Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation)
    {
        List<Offer> offers = [];
        foreach (Cure cure in diagnosis.Finding.Places.Select(static place => place.Cure).Distinct().OrderBy(static cure => cure))
        {
            string key = EquivalenceKey(diagnosis.Finding.RuleId, cure);
            Offer? offer = cure switch
            {
                Cure.RemoveArgument => RemoveArgument.Offer(diagnosis, key, cancellation),
                Cure.RemoveAttribute => RemoveAttribute.Offer(diagnosis, key, cancellation),
                Cure.SetArgument => await SetArgument.OfferAsync(diagnosis, key, cancellation).ConfigureAwait(false),
                Cure.AddAttribute => await AddAttribute.OfferAsync(diagnosis, key, cancellation).ConfigureAwait(false),
                Cure.MoveToIsolatedSubnet => await MoveToIsolatedSubnet.OfferAsync(diagnosis, key, cancellation).ConfigureAwait(false),
                _ => null,
            };
            if (offer is not null)
            {
                offers.Add(offer);
            }
        }

        return offers;
    }
}
