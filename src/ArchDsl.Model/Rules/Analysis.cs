namespace ArchDsl.Model;

/// <summary>Runs rules on every stage.</summary>
public static class Analysis
{
    /// <summary>Checks an architecture by ArchDsl's own rules.</summary>
    /// <inheritdoc cref="Check(ArchitectureDeclaration, string, IReadOnlyList{Rule}, CancellationToken)"/>
    public static IReadOnlyList<StagedFinding> Check(ArchitectureDeclaration declaration, string? today) => Check(declaration, today, RuleSet.All, CancellationToken.None);

    /// <summary>Checks an architecture.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <param name="today">The day by which acceptances expire, as <c>yyyy-MM-dd</c>; null where the build does not say.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Stops before the next stage or rule.</param>
    /// <returns>The open findings, each with the stages that it holds in.</returns>
    public static IReadOnlyList<StagedFinding> Check(ArchitectureDeclaration declaration, string? today, IReadOnlyList<Rule> rules, CancellationToken cancellation)
    {
        IReadOnlyList<AnalyzedArchitecture> stages = AnalyzedArchitecture.InStages(declaration, rules, cancellation);
        return
        [
            .. stages.SelectMany(architecture => architecture.Check(today, rules).Select(finding => (architecture.Stage, Finding: finding)))
                .GroupBy(static found => found.Finding, static found => found.Stage)
                .Where(found => found.Key.RuleId != AcceptanceWithoutRisk.RuleId || HidesNothingAnywhere(found.Key, found.Count(), stages))
                .Select(found => new StagedFinding(found.Key, found.Count() == stages.Count ? [] : found.OfType<string>().ToEquatableArray())),
        ];
    }

    // An acceptance is needed if it hides a finding in one of the stages that it is for.
    private static bool HidesNothingAnywhere(Finding finding, int count, IReadOnlyList<AnalyzedArchitecture> stages) =>
        count == stages.Count(s => s.Topology.AcceptedRisks.Any(r => r.Origin == finding.Place.Origin.At(null)));
}

/// <summary>A finding and the stages that it holds in.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Stages">The stages; none where it holds in all of them.</param>
public sealed record StagedFinding(Finding Finding, EquatableArray<string> Stages);
