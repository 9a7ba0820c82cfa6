namespace ArchDsl.Model;

/// <summary>Components reach another one, and nothing declares that they do.</summary>
internal sealed class UndeclaredReach : UndeclaredReachRule
{
    public override string Id => "ARCH1006";

    public override string Title => "A component is reachable by others that do not declare it";

    public override string Message => "{0} is reachable by {2}, and nothing declares it: {3} -> {0}:{1}, because both sides admit addresses rather than components. Write [Ingress<T>] or [Uses<{0}>] for those that are meant in the place of the range.";

    public override string Description =>
        "A rule for a range of addresses admits whatever stands there today or tomorrow; the picture that the source draws of who talks to whom is then wrong.";

    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<PortRange> Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture) =>
        target.Role != ComponentRole.Compute || Worse.Any(worse => worse.First(target, rule, architecture) is not null) ? [] : [rule.Ports];

    private static readonly UndeclaredReachRule[] Worse = [new UndeclaredAdministration(), new LoadBalancerBypassedInside()];
}
