namespace ArchDsl.Model;

/// <summary>What a networked component lets in and out, indexed by the other side. Ranges stay ranges: nothing is expanded to pairs.</summary>
internal sealed class Gate
{
    private static readonly List<SecurityRule> None = [];

    private readonly Dictionary<NodePath, List<SecurityRule>> ingressFrom = [];
    private readonly Dictionary<NodePath, List<SecurityRule>> egressTo = [];

    public Gate(Component component, SubnetGroup subnets, SecurityGroup group)
    {
        Component = component;
        Subnets = subnets;
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

    public List<SecurityRule> IngressRanges { get; } = [];

    public List<SecurityRule> EgressRanges { get; } = [];

    /// <summary>The components whose groups the component lets in.</summary>
    public IEnumerable<NodePath> Callers => ingressFrom.Keys;

    /// <summary>The components to whose groups it lets itself out.</summary>
    public IEnumerable<NodePath> Callees => egressTo.Keys;

    public List<SecurityRule> IngressFrom(NodePath peer) => ingressFrom.TryGetValue(peer, out List<SecurityRule>? rules) ? rules : None;

    public List<SecurityRule> EgressTo(NodePath peer) => egressTo.TryGetValue(peer, out List<SecurityRule>? rules) ? rules : None;

    /// <summary>The connection from one component to another, or null.</summary>
    public static Hop? Connect(Gate from, Gate to, IEnumerable<PortRange> ports, bool certain = false)
    {
        if (from.Subnets.Network != to.Subnets.Network || from == to)
        {
            return null;
        }

        // In the order of the ports asked for: of a load balancer's listeners those that pass requests on come first.
        Hop? possible = null;
        List<Passage> passages = [.. Passages(from, to)];
        foreach (PortRange port in ports)
        {
            foreach (Passage passage in passages)
            {
                if (passage.Ports.Intersect(port) is { } shared)
                {
                    Hop hop = passage.Hop(from.Component, to.Component, shared);
                    if (passage.IsCertain)
                    {
                        return hop;
                    }

                    possible ??= hop;
                }
            }
        }

        return certain ? null : possible;
    }

    private static IEnumerable<Passage> Passages(Gate from, Gate to)
    {
        List<SecurityRule> exits = from.EgressTo(to.Component.Path);
        List<SecurityRule> entries = to.IngressFrom(from.Component.Path);
        bool ipv6 = from.Component.HasIpv6Address && to.Component.HasIpv6Address;
        foreach ((SecurityRule exit, bool exitCertain) in Named(exits).Concat(Matching(from.EgressRanges, to.Subnets, ipv6)))
        {
            foreach ((SecurityRule entry, bool entryCertain) in Named(entries).Concat(Matching(to.IngressRanges, from.Subnets, ipv6)))
            {
                if (ShareFamily(exit, entry) && exit.Ports.Intersect(entry.Ports) is { } ports)
                {
                    yield return new Passage(exit, entry, ports, exitCertain && entryCertain);
                }
            }
        }

        static IEnumerable<(SecurityRule Rule, bool IsCertain)> Named(List<SecurityRule> rules) => rules.Select(static rule => (rule, true));
    }

    /// <summary>Whether packets of one family pass both rules; a rule for a component is for both families.</summary>
    public static bool ShareFamily(SecurityRule exit, SecurityRule entry) =>
        exit.Peer.Cidr is not { } to || entry.Peer.Cidr is not { } from || to.IsIpv6 == from.IsIpv6;

    /// <summary>The rules for ranges in which subnets lie, and whether one subnet at least does so as a whole.</summary>
    /// <param name="ranges">The rules.</param>
    /// <param name="subnets">The subnets of the other side.</param>
    /// <param name="ipv6">Whether both sides have IPv6 addresses.</param>
    public static IEnumerable<(SecurityRule Rule, bool IsCertain)> Matching(List<SecurityRule> ranges, SubnetGroup subnets, bool ipv6)
    {
        foreach (SecurityRule rule in ranges)
        {
            CidrBlock cidr = rule.Peer.Cidr!.Value;
            bool overlaps = false;
            bool contains = false;
            if (cidr.IsIpv6)
            {
                // Amazon chooses the addresses, so that a narrower range may be theirs or not.
                overlaps = ipv6 && cidr.Overlaps(CidrBlock.GlobalUnicast);
                contains = overlaps && cidr.Contains(CidrBlock.GlobalUnicast);
            }
            else
            {
                foreach (Subnet subnet in subnets.Subnets)
                {
                    overlaps |= cidr.Overlaps(subnet.Cidr);
                    contains |= cidr.Contains(subnet.Cidr);
                }
            }

            if (overlaps)
            {
                yield return (rule, contains);
            }
        }
    }
}

/// <summary>Two rules that together let a connection through.</summary>
/// <param name="Exit">The rule that lets it out.</param>
/// <param name="Entry">The rule that lets it in.</param>
/// <param name="Ports">The ports that both name.</param>
/// <param name="IsCertain">Whether both hold for whole subnets.</param>
internal readonly record struct Passage(SecurityRule Exit, SecurityRule Entry, PortRange Ports, bool IsCertain)
{
    public Hop Hop(Component from, Component to, PortRange ports) => new(from, to, ports, EquatableArray.Of(Entry))
    {
        IsCertain = IsCertain,
        Exit = Exit,
        Origins = EquatableArray.Of(Entry.Origin),
    };
}
