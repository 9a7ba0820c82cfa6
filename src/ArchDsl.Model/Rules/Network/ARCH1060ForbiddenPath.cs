namespace ArchDsl.Model;

/// <summary>There is a path that the team forbids.</summary>
internal sealed class ForbiddenPath : Rule
{
    public override string Id => "ARCH1060";

    public override string Title => "There is a forbidden path";

    public override string Message => "{0} does not hold: {1}. Take one of these hops away, or name the way that is meant with Except = typeof(...).";

    public override string Description =>
        "[Forbid] states what must never be possible, whatever else changes. The path is one that routes, security groups and roles really let through.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from result in architecture.Invariants
        where result.Verdict == Verdict.Refuted
        select new Finding(
            Id,
            new Place(result.Invariant.Origin),
            EquatableArray.Of(result.Invariant.Text, PathText.Of(result.Path, architecture)),
            result.Path.SelectMany(static hop => hop.Origins).Distinct().Select(static origin => new Place(origin)).ToEquatableArray());
}
