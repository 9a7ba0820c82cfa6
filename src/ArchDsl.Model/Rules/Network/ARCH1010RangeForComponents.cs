namespace ArchDsl.Model;

/// <summary>A data store, or a component behind a load balancer, admits a wide range of addresses, whoever stands there today.</summary>
internal sealed class RangeForComponents : Rule
{
    // What the scanners of this field take for the widest range that one purpose needs; of IPv6 a site has a /48:
    // https://www.rfc-editor.org/rfc/rfc6177
    private const int WidestForOnePurpose = 24;
    private const int WidestForOnePurposeIpv6 = 48;

    public override string Id => "ARCH1010";

    public override string Title => "A range of addresses is admitted where components are meant";

    public override string Message => "{0} admits {1} on {2}{3}: whatever gets an address there is let in, and today only routes and the rules of others keep it away. Remove [Ingress]: {4} admits what is meant, and it alone.";

    public override string Description =>
        "A rule for a range says nothing of intent: nobody can tell whom it is for, and the next instance, subnet or peering in the range is let in unasked.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-RDS8"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        // Worse is said of the same place where somebody does get in, or nearly.
        HashSet<NodePath> worse = [.. new Rule[] { new DataStoreReachable(), new LoadBalancerBypassed(), new LoadBalancerBypassedInside(), new UndeclaredStoreReach(), new NearlyReachable() }
            .SelectMany(architecture.FindingsOf)
            .Select(static finding => finding.Place.Origin.Node)];
        return
            from guard in architecture.Topology.SecurityGroups
            let target = architecture.Topology.Component(guard.Path)
            where target is not null && !worse.Contains(target.Path) && !architecture.IsHooked(target.Path)
            let meant = Meant(target, architecture.Topology)
            from rule in guard.Rules
            where rule is { Direction: Direction.Ingress, Peer.Cidr: { IsIpv6: false, PrefixLength: < WidestForOnePurpose } or { IsIpv6: true, PrefixLength: < WidestForOnePurposeIpv6 } }
            let ports = meant.Select(port => rule.Ports.Intersect(port)).FirstOrDefault(static ports => ports is not null)
            where ports is not null
            let isStore = target.Role == ComponentRole.DataStore
            select new Finding(
                Id,
                new Place(rule.Origin, Cure.RemoveAttribute),
                EquatableArray.Of(
                    architecture.NameOf(target.Path),
                    rule.Peer.Cidr.ToString(),
                    ports.Value.ToString(),
                    isStore ? "" : ", not only its load balancer",
                    $"[{(isStore ? "Uses" : "RoutesTo")}<{architecture.NameOf(target.Path)}>]"),
                rule.Covered.Where(static covered => covered.Peer.Cidr is not null).Select(static covered => new Place(covered.Origin)).ToEquatableArray());
    }

    // The ports that components alone have business with: all of a data store, and those that a load balancer asks.
    private static IEnumerable<PortRange> Meant(Component target, ArchitectureTopology topology) => target.Role switch
    {
        ComponentRole.DataStore => target.Ports,
        ComponentRole.Compute => topology.TargetGroupsTo(target.Path).Select(static group => PortRange.Tcp(group.Port)),
        _ => [],
    };
}
