namespace ArchDsl.Model;

/// <summary>Components of the network reach another one without the load balancer in front of it, and nothing declares that they do.</summary>
internal sealed class LoadBalancerBypassedInside : UndeclaredReachRule
{
    public override string Id => "ARCH1003";

    public override string Title => "Components go round a load balancer";

    public override string Message => "{0} takes requests on {1} from {2}, not only from its load balancer: {3} -> {0}:{1}, because both sides admit addresses rather than components. Remove [Ingress], or write [Ingress<T>({1})] for those that are meant.";

    public override string Description =>
        "Whatever the load balancer does for a component, TLS, logins, dropping malformed requests, is void for those who go round it, and one of them that is taken over is enough.";

    public override Severity Severity => Severity.Warning;

    protected override IEnumerable<PortRange> Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture) =>
        target.Role != ComponentRole.Compute || Administration.First(target, rule, architecture) is not null
            ? []
            : architecture.Topology.TargetGroupsTo(target.Path).Select(group => rule.Ports.Intersect(PortRange.Tcp(group.Port))).OfType<PortRange>();

    // From one of them the internet goes round the load balancer: that is an error, ARCH1002.
    protected override bool Counts(Callers callers) => callers.FromInternet is null;

    private static readonly UndeclaredAdministration Administration = new();
}
