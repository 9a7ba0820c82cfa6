namespace ArchDsl.Model;

/// <summary>Who can really open a connection to whom: what routes, addresses and security groups let through, whatever was declared.</summary>
/// <param name="topology">The architecture.</param>
public sealed class Reachability(ArchitectureTopology topology)
{
    private readonly ILookup<NodePath, TargetGroup> targetGroups = topology.TargetGroups.ToLookup(static t => t.Target);

    /// <summary>The way from the internet to a component, directly or through load balancers that pass requests on.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The hops in the order of travel, the component last; null where there is no way.</returns>
    public IReadOnlyList<Hop>? FromInternet(Component component)
    {
        if (Direct(component) is { } direct)
        {
            return [direct];
        }

        foreach (TargetGroup group in targetGroups[component.Path])
        {
            if (topology.Component(group.LoadBalancer) is { } balancer
                && Direct(balancer) is { } first
                && Between(balancer, component, PortRange.Tcp(group.Port)) is { } second)
            {
                return [first, second];
            }
        }

        return null;
    }

    /// <summary>The connection that the internet can open to a component's own address, or null.</summary>
    public Hop? Direct(Component component) => Direct(component, static cidr => cidr.IsInternet);

    /// <summary>The connection that some hosts on the internet, few or many, can open to a component's own address, or null.</summary>
    public Hop? FromSomeOfInternet(Component component) => Direct(component, static cidr => cidr.IsPublic);

    /// <summary>Who can open a connection to a component: the components by path, then the address ranges as rules name them.</summary>
    public IReadOnlyList<string> Admitted(Component component)
    {
        List<SecurityRule> rules = [.. Rules(component, Direction.Ingress).Where(rule => component.Ports.Any(port => rule.Ports.Intersect(port) is not null))];
        IEnumerable<string> groups = rules.Select(static r => r.Peer.Group).OfType<NodePath>().Where(path => path != component.Path).OrderBy(static p => p).Select(static p => p.Value);
        IEnumerable<string> ranges = rules.Select(static r => r.Peer.Cidr).OfType<CidrBlock>().Select(static c => c.ToString()).OrderBy(static c => c, StringComparer.Ordinal);
        return [.. groups.Concat(ranges).Distinct()];
    }

    private Hop? Direct(Component component, Func<CidrBlock, bool> isSource)
    {
        if (!component.HasPublicAddress || topology.SubnetGroup(component) is not { } subnets || topology.Network(subnets.Network) is not { InternetGateway: true })
        {
            return null;
        }

        if (subnets.Subnets.All(static s => s.DefaultRoute.Kind != RouteTargetKind.InternetGateway))
        {
            return null;
        }

        List<(SecurityRule Rule, PortRange Ports)> open =
        [
            .. from rule in Rules(component, Direction.Ingress)
               where rule.Peer.Cidr is { } cidr && isSource(cidr)
               from port in component.Ports
               let shared = rule.Ports.Intersect(port)
               where shared is not null
               select (rule, shared.Value),
        ];
        return open.Count == 0 ? null : new Hop(null, component, open[0].Ports, open.Select(static o => o.Rule).ToEquatableArray());
    }

    /// <summary>The connection that one component can open to another, or null.</summary>
    /// <param name="from">Who opens it.</param>
    /// <param name="to">Who accepts it.</param>
    /// <param name="ports">The ports asked for.</param>
    public Hop? Between(Component from, Component to, PortRange ports)
    {
        if (from.Placement is not { } source || to.Placement is not { } target || source.Network != target.Network)
        {
            return null;
        }

        bool leaves = Rules(from, Direction.Egress).Any(rule => Admits(rule, to, ports));
        SecurityRule? enters = Rules(to, Direction.Ingress).FirstOrDefault(rule => Admits(rule, from, ports));
        return leaves && enters is not null ? new Hop(from, to, ports, EquatableArray.Of(enters)) : null;
    }

    private IEnumerable<SecurityRule> Rules(Component component, Direction direction) =>
        topology.SecurityGroup(component.Path)?.Rules.Where(rule => rule.Direction == direction) ?? [];

    private bool Admits(SecurityRule rule, Component peer, PortRange ports) =>
        rule.Ports.Intersect(ports) is not null
        && (rule.Peer.Group == peer.Path
            || rule.Peer.Cidr is { } cidr && topology.SubnetGroup(peer) is { } subnets && subnets.Subnets.Any(s => s.Cidr.Overlaps(cidr)));
}

/// <summary>A connection that can be opened.</summary>
/// <param name="From">Who opens it; null for the internet.</param>
/// <param name="To">Who accepts it.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Rules">The security group rules that let it in.</param>
public sealed record Hop(Component? From, Component To, PortRange Ports, EquatableArray<SecurityRule> Rules);
