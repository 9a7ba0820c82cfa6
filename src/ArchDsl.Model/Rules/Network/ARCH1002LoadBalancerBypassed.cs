namespace ArchDsl.Model;

/// <summary>The internet reaches a component without the load balancer in front of it, directly or from a host that it reaches.</summary>
internal sealed class LoadBalancerBypassed : Rule
{
    public override string Id => "ARCH1002";

    public override string Title => "The internet goes round a load balancer";

    public override string Message => "{0} takes requests from {3} on {1} without {2}, which stands in front of it: {4}. Remove the ingress: [RoutesTo<{0}>] admits {2}, and it alone.";

    public override string Description =>
        "Whatever the load balancer does for a component, TLS, logins, a web application firewall, dropping malformed requests, is void for those who go round it.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) => Direct(architecture).Concat(FromHosts(architecture));

    private IEnumerable<Finding> Direct(AnalyzedArchitecture architecture) =>
        from target in Targets(architecture)
        where !architecture.IsHooked(target.Path)
        let hop = Bypass(target, architecture)
        where hop is not null
        let ports = string.Join(", ", architecture.Topology.TargetGroupsTo(target.Path).Select(static g => g.Port).Distinct().OrderBy(static p => p))
        let name = architecture.NameOf(target.Path)
        select new Finding(
            Id,
            new Place(hop.Origins[0], Cure.RemoveAttribute),
            EquatableArray.Of(name, ports, BalancerOf(target, architecture), "the internet", $"Internet -> {name}:{ports}"),
            hop.Origins.Skip(1).Select(static origin => new Place(origin, Cure.RemoveAttribute)).ToEquatableArray());

    private IEnumerable<Finding> FromHosts(AnalyzedArchitecture architecture) =>
        from way in new LoadBalancerBypassedInside().Ways(architecture)
        let host = way.Callers.FromInternet
        where host is not null && !architecture.IsHooked(host.Path)
        let entry = architecture.Reachability.Direct(host)
        let path = PathText.Of([entry, architecture.Reachability.Between(host, way.Target, way.Ports)!], architecture)
        select new Finding(
            Id,
            new Place(way.Rule.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(way.Target.Path), way.Ports.ToString(), BalancerOf(way.Target, architecture), $"{architecture.NameOf(host.Path)}, which the internet reaches,", path),
            UndeclaredReachRule.Related(way, [host], architecture).Concat(entry.Origins.Select(static origin => new Place(origin))).ToEquatableArray());

    private static string BalancerOf(Component target, AnalyzedArchitecture architecture) =>
        architecture.NameOf(architecture.Topology.TargetGroupsTo(target.Path).First().LoadBalancer);

    /// <summary>The connection from the internet to a component's port behind a load balancer, or null.</summary>
    internal static Hop? Bypass(Component target, AnalyzedArchitecture architecture) =>
        architecture.Topology.TargetGroupsTo(target.Path)
            .Select(group => architecture.Reachability.Direct(target, PortRange.Tcp(group.Port)))
            .FirstOrDefault(static hop => hop is not null);

    private static IEnumerable<Component> Targets(AnalyzedArchitecture architecture) =>
        architecture.Topology.Components.Where(component => architecture.Topology.TargetGroupsTo(component.Path).Any());
}
