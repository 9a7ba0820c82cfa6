namespace ArchDsl.Model;

/// <summary>What a networked component lets in and out, indexed by the other side. Ranges stay ranges: nothing is expanded to pairs.</summary>
internal sealed class Gate
{
    private static readonly List<SecurityRule> None = [];

    private readonly Dictionary<NodePath, List<SecurityRule>> ingressFrom = [];
    private readonly Dictionary<NodePath, List<SecurityRule>> egressTo = [];

    public Gate(Component component, SubnetGroup subnets, EquatableArray<CidrBlock> homes, SecurityGroup group)
    {
        Component = component;
        Subnets = subnets;
        Homes = homes;
        foreach (SecurityRule rule in group.Rules)
        {
            bool enters = rule.Direction == Direction.Ingress;
            if (rule.Peer.Group is { } peer)
            {
                Dictionary<NodePath, List<SecurityRule>> byPeer = enters ? ingressFrom : egressTo;
                if (!byPeer.TryGetValue(peer, out List<SecurityRule>? rules))
                {
                    byPeer[peer] = rules = [];
                }

                rules.Add(rule);
            }
            else
            {
                (enters ? IngressRanges : EgressRanges).Add(rule);
            }
        }
    }

    public Component Component { get; }

    public SubnetGroup Subnets { get; }

    /// <summary>The IPv4 ranges of those of the subnets in which it can have its addresses.</summary>
    public EquatableArray<CidrBlock> Homes { get; }

    public List<SecurityRule> IngressRanges { get; } = [];

    public List<SecurityRule> EgressRanges { get; } = [];

    /// <summary>The components whose groups the component lets in.</summary>
    public IEnumerable<NodePath> Callers => ingressFrom.Keys;

    /// <summary>The components to whose groups it lets itself out.</summary>
    public IEnumerable<NodePath> Callees => egressTo.Keys;

    private List<SecurityRule> IngressFrom(NodePath peer) => ingressFrom.TryGetValue(peer, out List<SecurityRule>? rules) ? rules : None;

    private List<SecurityRule> EgressTo(NodePath peer) => egressTo.TryGetValue(peer, out List<SecurityRule>? rules) ? rules : None;

    /// <summary>What lets connections out to public addresses to which there is a route.</summary>
    public IReadOnlyList<Opening> PublicExits { get; private set; } = [];

    /// <summary>What lets connections in from public addresses at its own public ones.</summary>
    public IReadOnlyList<Opening> PublicEntries { get; private set; } = [];

    /// <summary>What lets connections out to Amazon S3, which anybody may read a public bucket from: over the internet, or by a gateway endpoint.</summary>
    public IReadOnlyList<Opening> StorageExits { get; private set; } = [];

    /// <summary>Says for which families of addresses there is a way to and from the internet, and to Amazon S3.</summary>
    public void Publish(Func<bool, bool> hasWayOut, Func<bool, bool> hasWayIn, Func<bool, bool> hasWayToStorage) =>
        (PublicExits, PublicEntries, StorageExits) = (
            Public(EgressRanges, hasWayOut),
            Public(IngressRanges, hasWayIn),
            [.. Public(EgressRanges, hasWayToStorage).Where(static exit => exit.Ports.Intersect(PortRange.Tcp(443)) is not null)]);

    /// <summary>What lets connections out to some ports of another component.</summary>
    public IEnumerable<Opening> Out(Gate to, IReadOnlyList<PortRange> ports) => EgressTo(to.Component.Path).Select(Opening.Of).Concat(OutByRanges(to, ports));

    /// <summary>What lets connections of another component in to some ports.</summary>
    public IEnumerable<Opening> In(Gate from, IReadOnlyList<PortRange> ports) => IngressFrom(from.Component.Path).Select(Opening.Of).Concat(InByRanges(from, ports));

    private IEnumerable<Opening> OutByRanges(Gate to, IReadOnlyList<PortRange> ports) => Opening.For(Touching(EgressRanges, ports), to.Homes, MeetsOverIpv6(to));

    private IEnumerable<Opening> InByRanges(Gate from, IReadOnlyList<PortRange> ports) => Opening.For(Touching(IngressRanges, ports), from.Homes, MeetsOverIpv6(from));

    private bool MeetsOverIpv6(Gate other) => Component.HasIpv6Address && other.Component.HasIpv6Address;

    // Whether ranges hold for a subnet is worked out for those alone that somebody asks about.
    private static List<SecurityRule> Touching(List<SecurityRule> rules, IReadOnlyList<PortRange> ports) =>
        rules.FindAll(rule => ports.Any(port => port.Intersect(rule.Ports) is not null));

    /// <summary>The connection from one component to another inside their network, or null.</summary>
    public static Hop? Connect(Gate from, Gate to, IReadOnlyList<PortRange> ports, bool certain)
    {
        if (from.Subnets.Network != to.Subnets.Network || from == to)
        {
            return null;
        }

        // Most components admit nobody by a range: for those the exits need not be worked out.
        List<Opening> entries = [.. to.In(from, ports)];
        return entries.Count == 0 ? null : Best(from, to, from.Out(to, ports), entries, ports, certain);
    }

    /// <summary>Every connection inside their network that rules for ranges alone open.</summary>
    public static IReadOnlyList<Hop> ConnectByRanges(Gate from, Gate to, IReadOnlyList<PortRange> ports) =>
        Distinct(Hops(from, to, from.OutByRanges(to, ports), [.. to.InByRanges(from, ports)], ports));

    /// <summary>The connection that leaves for the internet and comes back in at another component's public address, or null.</summary>
    /// <remarks>Which public addresses the two have is known after the deployment: only rules for every address hold for certain.</remarks>
    public static Hop? ConnectOutside(Gate from, Gate to, IReadOnlyList<PortRange> ports, bool certain) =>
        Best(from, to, from.PublicExits, to.PublicEntries, ports, certain) is { } hop ? hop with { Outside = true } : null;

    private static IReadOnlyList<Opening> Public(List<SecurityRule> ranges, Func<bool, bool> hasWay) =>
        [.. from rule in ranges let cidr = rule.Peer.Cidr!.Value where cidr.IsPublic && hasWay(cidr.IsIpv6) select Opening.Of(rule) with { IsCertain = cidr.IsEverything }];

    /// <summary>Every connection from one component to another inside their network, for each of the ports that it is open on.</summary>
    public static IReadOnlyList<Hop> ConnectAll(Gate from, Gate to, IReadOnlyList<PortRange> ports) =>
        from.Subnets.Network != to.Subnets.Network || from == to ? [] : Distinct(Hops(from, to, from.Out(to, ports), [.. to.In(from, ports)], ports));

    // What is open on ports that another connection has as well says nothing, unless it alone is certain.
    private static IReadOnlyList<Hop> Distinct(IEnumerable<Hop> hops)
    {
        List<Hop> kept = [];
        foreach (Hop hop in hops.Where(hop => !kept.Exists(other => Covers(other, hop))))
        {
            kept.RemoveAll(other => Covers(hop, other));
            kept.Add(hop);
        }

        return kept;

        static bool Covers(Hop wide, Hop narrow) => wide.Ports!.Value.Contains(narrow.Ports!.Value) && (wide.IsCertain || !narrow.IsCertain);
    }

    private static Hop? Best(Gate from, Gate to, IEnumerable<Opening> exits, IReadOnlyList<Opening> entries, IEnumerable<PortRange> ports, bool certain)
    {
        Hop? possible = null;
        foreach (Hop hop in Hops(from, to, exits, entries, ports))
        {
            if (hop.IsCertain)
            {
                return hop;
            }

            possible ??= certain ? null : hop;
        }

        return possible;
    }

    // In the order of the ports asked for: of a load balancer's listeners those that pass requests on come first.
    private static IEnumerable<Hop> Hops(Gate from, Gate to, IEnumerable<Opening> exits, IReadOnlyList<Opening> entries, IEnumerable<PortRange> ports)
    {
        List<(Opening Exit, Opening Entry, PortRange Ports)> passages =
        [
            .. from exit in exits
               from entry in entries
               let shared = exit.Meet(entry)
               where shared is not null
               select (exit, entry, shared.Value),
        ];
        return from port in ports
               from passage in passages
               let shared = passage.Ports.Intersect(port)
               where shared is not null
               select new Hop(@from.Component, to.Component, shared, passage.Entry.Rules)
               {
                   IsCertain = passage.Exit.IsCertain && passage.Entry.IsCertain,
                   Exit = passage.Exit.Rules[0],
                   Origins = passage.Entry.Rules.Select(static rule => rule.Origin).ToEquatableArray(),
               };
    }
}
