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

    /// <summary>Says for which families of addresses there is a way to and from the internet.</summary>
    public void Publish(Func<bool, bool> hasWayOut, Func<bool, bool> hasWayIn) =>
        (PublicExits, PublicEntries) = (Public(EgressRanges, hasWayOut), Public(IngressRanges, hasWayIn));

    /// <summary>What lets connections out to another component.</summary>
    public IEnumerable<Opening> Out(Gate to) => EgressTo(to.Component.Path).Select(Opening.Of).Concat(OutByRanges(to));

    /// <summary>What lets connections of another component in.</summary>
    public IEnumerable<Opening> In(Gate from) => IngressFrom(from.Component.Path).Select(Opening.Of).Concat(InByRanges(from));

    private IEnumerable<Opening> OutByRanges(Gate to) => Opening.For(EgressRanges, to.Homes, MeetsOverIpv6(to));

    private IEnumerable<Opening> InByRanges(Gate from) => Opening.For(IngressRanges, from.Homes, MeetsOverIpv6(from));

    private bool MeetsOverIpv6(Gate other) => Component.HasIpv6Address && other.Component.HasIpv6Address;

    /// <summary>The connection from one component to another inside their network, or null.</summary>
    public static Hop? Connect(Gate from, Gate to, IEnumerable<PortRange> ports, bool certain) =>
        from.Subnets.Network != to.Subnets.Network || from == to ? null : Best(from, to, from.Out(to), [.. to.In(from)], ports, certain);

    /// <summary>The connection inside their network that rules for ranges alone open, or null.</summary>
    public static Hop? ConnectByRanges(Gate from, Gate to, IEnumerable<PortRange> ports) =>
        Best(from, to, from.OutByRanges(to), [.. to.InByRanges(from)], ports, certain: false);

    /// <summary>The connection that leaves for the internet and comes back in at another component's public address, or null.</summary>
    /// <remarks>Which public addresses the two have is known after the deployment: only rules for every address hold for certain.</remarks>
    public static Hop? ConnectOutside(Gate from, Gate to, IEnumerable<PortRange> ports, bool certain) =>
        Best(from, to, from.PublicExits, to.PublicEntries, ports, certain) is { } hop ? hop with { Outside = true } : null;

    private static IReadOnlyList<Opening> Public(List<SecurityRule> ranges, Func<bool, bool> hasWay) =>
        [.. from rule in ranges let cidr = rule.Peer.Cidr!.Value where cidr.IsPublic && hasWay(cidr.IsIpv6) select Opening.Of(rule) with { IsCertain = cidr.IsEverything }];

    // In the order of the ports asked for: of a load balancer's listeners those that pass requests on come first.
    private static Hop? Best(Gate from, Gate to, IEnumerable<Opening> exits, IReadOnlyList<Opening> entries, IEnumerable<PortRange> ports, bool certain)
    {
        List<(Opening Exit, Opening Entry, PortRange Ports)> passages =
        [
            .. from exit in exits
               from entry in entries
               let shared = exit.Meet(entry)
               where shared is not null && (!certain || exit.IsCertain && entry.IsCertain)
               select (exit, entry, shared.Value),
        ];
        Hop? possible = null;
        foreach (PortRange port in ports)
        {
            foreach ((Opening exit, Opening entry, PortRange open) in passages)
            {
                if (open.Intersect(port) is { } shared)
                {
                    Hop hop = new(from.Component, to.Component, shared, entry.Rules)
                    {
                        IsCertain = exit.IsCertain && entry.IsCertain,
                        Exit = exit.Rules[0],
                        Origins = entry.Rules.Select(static rule => rule.Origin).ToEquatableArray(),
                    };
                    if (hop.IsCertain)
                    {
                        return hop;
                    }

                    possible ??= hop;
                }
            }
        }

        return possible;
    }
}
