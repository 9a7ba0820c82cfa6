namespace ArchDsl.Model;

/// <summary>The internet reaches a component without the load balancer in front of it.</summary>
internal sealed class LoadBalancerBypassed : Rule
{
    public override string Id => "ARCH1002";

    public override string Title => "The internet goes round a load balancer";

    public override string Message => "{0} takes requests from the internet on {1} without {2}, which stands in front of it: Internet -> {0}:{1}. Remove the ingress: [RoutesTo<{0}>] admits {2}, and it alone.";

    public override string Description =>
        "Whatever the load balancer does for a component, TLS, logins, a web application firewall, dropping malformed requests, is void for those who go round it.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from target in Targets(architecture)
        where !architecture.IsHooked(target.Path)
        let hop = Bypass(target, architecture)
        where hop is not null
        let ports = string.Join(", ", architecture.Topology.TargetGroupsTo(target.Path).Select(static g => g.Port).Distinct().OrderBy(static p => p))
        let balancer = architecture.Topology.TargetGroupsTo(target.Path).First().LoadBalancer
        select new Finding(
            Id,
            new Place(hop.Origins[0], Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(target.Path), ports, architecture.NameOf(balancer)),
            hop.Origins.Skip(1).Select(static origin => new Place(origin, Cure.RemoveAttribute)).ToEquatableArray());

    /// <summary>The connection from the internet to a component's port behind a load balancer, or null.</summary>
    internal static Hop? Bypass(Component target, AnalyzedArchitecture architecture) =>
        architecture.Topology.TargetGroupsTo(target.Path)
            .Select(group => architecture.Reachability.Direct(target, PortRange.Tcp(group.Port)))
            .FirstOrDefault(static hop => hop is not null);

    private static IEnumerable<Component> Targets(AnalyzedArchitecture architecture) =>
        architecture.Topology.Components.Where(component => architecture.Topology.TargetGroupsTo(component.Path).Any());
}
