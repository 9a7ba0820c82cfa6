namespace ArchDsl.Model;

/// <summary>Components reach a data store, and nothing declares that they do.</summary>
internal sealed class UndeclaredStoreReach : UndeclaredReachRule
{
    public override string Id => "ARCH1004";

    public override string Title => "A data store is reachable by components that do not declare it";

    public override string Message => "{0} is reachable by {2}, and nothing declares it: {3} -> {0}:{1}, because both sides admit addresses rather than components. Remove [Ingress]: [Uses<{0}>] admits those that are meant, and them alone.";

    public override string Description =>
        "A rule for a range of addresses admits whatever stands there today or tomorrow; a component that is taken over then reaches data that it has no business with.";

    public override Severity Severity => Severity.Error;

    protected override IEnumerable<PortRange> Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture) =>
        target.Role != ComponentRole.DataStore ? [] : target.Ports.Select(port => rule.Ports.Intersect(port)).OfType<PortRange>();
}
