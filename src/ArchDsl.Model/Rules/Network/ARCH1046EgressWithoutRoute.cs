namespace ArchDsl.Model;

/// <summary>A component may connect to a range that no route leads to.</summary>
internal sealed class EgressWithoutRoute : ServiceReachRule
{
    public override string Id => "ARCH1046";

    public override string Title => "A declared egress has no route";

    public override string Message => "{0} may connect to {1}, but has no way there: {2}. {3}";

    public override string Description =>
        "A security group that lets packets out gives them no route. Where neither the table of the subnet nor the VPC itself knows the range, every connection hangs until its timeout.";

    public override Severity Severity => Severity.Warning;

    // A data store answers; it opens no connections of its own.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        where component.Role == ComponentRole.Compute && IsKnown(component, architecture)

        // A boot script, or a service of AWS that is out of reach, is a finding of its own.
        where component is not Instance { UserData: not null } && Unmet(component, static _ => true, architecture).Count == 0
        from rule in architecture.Topology.SecurityGroup(component.Path)!.Rules
        where rule.Direction == Direction.Egress && rule.Peer.Cidr is not null
        from written in rule.Covered.Prepend(rule)
        where written.Peer.Cidr is not null
        let cidr = written.Peer.Cidr!.Value
        where !HasRoute(cidr, component, architecture) && IsWritten(written, component, architecture) && !IsAdmitted(written, component, architecture)
        select new Finding(
            Id,
            new Place(written.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(component.Path), cidr.ToString(), Reason(cidr, component, architecture), Advice(cidr, component, architecture)),
            []);

    // What an edge or a need of the platform lets out is checked where these are.
    private static bool IsWritten(SecurityRule rule, Component component, AnalyzedArchitecture architecture) =>
        architecture.Topology.NeedsOf(component.Path).All(need => need.Origin != rule.Origin)
        && architecture.Topology.Edges.All(edge => edge.Origin != rule.Origin);

    private static bool HasRoute(CidrBlock range, Component component, AnalyzedArchitecture architecture)
    {
        Network network = architecture.Topology.Network(component.Placement!.Value.Network)!;
        return range.IsLinkLocal
            || range.Overlaps(network.Cidr) && !range.IsEverything
            || range.IsPublic && ServiceReach.HasWayOut(architecture.Topology, component, range.IsIpv6)
            || range is { IsPublic: true, IsIpv6: false } && architecture.Topology.EndpointsOf(network.Path).Any(static endpoint => endpoint.IsGateway);
    }

    // Every address is those of the VPC, too.
    private static bool IsAdmitted(SecurityRule rule, Component component, AnalyzedArchitecture architecture) =>
        rule.Peer.Cidr!.Value.IsEverything
        && architecture.Topology.Components.Any(target => architecture.Reachability.Between(component, target, rule.Ports)?.Exit?.Peer.Cidr is not null);

    private static string Reason(CidrBlock range, Component component, AnalyzedArchitecture architecture) =>
        range.IsPublic ? $"it stands in {Cause(component, architecture)}" : $"no route of {architecture.NameOf(component.Placement!.Value.Network)} leads there";

    private static string Advice(CidrBlock range, Component component, AnalyzedArchitecture architecture) =>
        range is { IsPublic: true, IsIpv6: false } ? Advice(component, [], endpointsSuffice: false, architecture)
        : range.IsPublic ? $"Move {architecture.NameOf(component.Path)} to a [PrivateSubnet]."
        : "Remove the egress, or accept the risk where the CDK adds the peering or the gateway.";
}
