namespace ArchDsl.Model;

/// <summary>An invariant that no architecture could break.</summary>
internal sealed class EmptyInvariant : Rule
{
    public override string Id => "ARCH1061";

    public override string Title => "An invariant checks nothing";

    public override string Message => "{0} checks nothing: {1}. Name two ends, and an Except that leaves something of both.";

    public override string Description =>
        "[Forbid] that holds whatever is built looks like a proof and is none: the path that it was meant to keep shut may be open.";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from result in architecture.Invariants
        where result.Verdict == Verdict.Empty
        select At(result.Invariant.Origin, result.Invariant.Text, result.Reason);
}
