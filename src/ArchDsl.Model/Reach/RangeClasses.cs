namespace ArchDsl.Model;

/// <summary>
/// Components that look alike to rules for address ranges: those in the same subnets with the same such rules. A wide rule opens many
/// pairs of components, but few pairs of classes.
/// </summary>
internal sealed class RangeClasses
{
    private readonly Dictionary<NodePath, PortIndex> callers;
    private readonly Dictionary<NodePath, PortIndex> targets;
    private readonly Dictionary<NodePath, RangeClass> callerOf = [];

    public RangeClasses(IReadOnlyCollection<Gate> gates)
    {
        callers = Index(Classify(gates, static gate => gate.EgressRanges));
        targets = Index(Classify(gates, static gate => gate.IngressRanges).Where(static c => c.Rules.Count > 0));
        foreach (RangeClass caller in callers.Values.SelectMany(static index => index.All))
        {
            foreach (Gate member in caller.Members)
            {
                callerOf[member.Component.Path] = caller;
            }
        }
    }

    /// <summary>Who may call on some ports: the classes by what they let out.</summary>
    public IEnumerable<RangeClass> Callers(NodePath network, IEnumerable<PortRange> ports) => callers.TryGetValue(network, out PortIndex? index) ? index.Find(ports) : [];

    /// <summary>Whom ranges of addresses may call: the classes by what they let in.</summary>
    public IEnumerable<RangeClass> Targets(NodePath network) => targets.TryGetValue(network, out PortIndex? index) ? index.All : [];

    /// <summary>Whom a class may call, in the same order.</summary>
    public IEnumerable<RangeClass> Targets(RangeClass caller) =>
        targets.TryGetValue(caller.Subnets.Network, out PortIndex? index) ? index.Find(caller.Rules.Select(static rule => rule.Ports)).Where(target => RangeClass.Meet(caller, target)) : [];

    /// <summary>The class of a component by what it lets out.</summary>
    public RangeClass CallerOf(NodePath component) => callerOf[component];

    private static Dictionary<NodePath, PortIndex> Index(IEnumerable<RangeClass> classes)
    {
        Dictionary<NodePath, PortIndex> byNetwork = [];
        foreach (RangeClass one in classes)
        {
            if (!byNetwork.TryGetValue(one.Subnets.Network, out PortIndex? index))
            {
                byNetwork[one.Subnets.Network] = index = new PortIndex();
            }

            index.Add(one);
        }

        return byNetwork;
    }

    private static IEnumerable<RangeClass> Classify(IEnumerable<Gate> gates, Func<Gate, List<SecurityRule>> ranges) =>
        gates.GroupBy(gate => (gate.Subnets.Path, gate.Component.IsInFirstSubnet, gate.Component.Role, gate.Component.HasIpv6Address, ranges(gate).Select(static r => (r.Peer.Cidr!.Value, r.Ports)).ToEquatableArray()))
            .Select(same => new RangeClass(same.First().Subnets, same.First().Homes, same.First().Component.Role, same.First().Component.HasIpv6Address, ranges(same.First()), [.. same]));
}

/// <summary>Components in the same subnets, of the same role and families of addresses, and with the same rules for ranges.</summary>
/// <param name="Subnets">The subnets.</param>
/// <param name="Homes">The IPv4 ranges of those of the subnets in which they can have their addresses.</param>
/// <param name="Role">The role.</param>
/// <param name="Ipv6">Whether they have IPv6 addresses.</param>
/// <param name="Rules">The rules of one of them, for all.</param>
/// <param name="Members">The components, by path.</param>
internal sealed record RangeClass(SubnetGroup Subnets, EquatableArray<CidrBlock> Homes, ComponentRole Role, bool Ipv6, List<SecurityRule> Rules, IReadOnlyList<Gate> Members)
{
    /// <summary>Whether some ports of some address ranges are open from members of one class to those of another.</summary>
    public static bool Meet(RangeClass caller, RangeClass target) => Meet(caller, target.Members[0], EquatableArray.Of(PortRange.All));

    /// <summary>Whether some ports of some address ranges are open from members of a class to a component.</summary>
    public static bool Meet(RangeClass caller, Gate target, EquatableArray<PortRange> ports)
    {
        bool ipv6 = caller.Ipv6 && target.Component.HasIpv6Address;
        return Opening.For(caller.Rules, target.Homes, ipv6).Any(exit =>
            Opening.For(target.IngressRanges, caller.Homes, ipv6).Any(entry =>
                exit.Meet(entry) is { } open && ports.Any(port => port.Intersect(open) is not null)));
    }
}
