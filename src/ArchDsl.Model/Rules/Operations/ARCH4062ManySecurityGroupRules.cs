namespace ArchDsl.Model;

/// <summary>A security group has more rules than AWS lets a group have unless asked.</summary>
internal sealed class ManySecurityGroupRules : Rule
{
    // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html: for each direction and family of addresses.
    private const int Quota = 60;

    public override string Id => "ARCH4062";

    public override string Title => "A security group has more rules than the quota";

    public override string Message => "The security group of {0} has {1} rules for what {2}, and AWS allows 60 unless asked: the deployment fails. Ask for a higher quota (Service Quotas, \"Inbound or outbound rules per security group\"), or let fewer components in by one that stands before {0}.";

    public override string Description => "Each component that connects is a rule of its own. The quota of rules for each direction and family of addresses can be raised, up to 1,000 shared with the number of groups on an interface.";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from guard in architecture.Topology.SecurityGroups
        let component = architecture.Topology.Component(guard.Path)
        where component is null || !architecture.IsHooked(component.Path)
        from direction in Directions
        let count = Math.Max(Count(guard, direction, ipv6: false), Count(guard, direction, ipv6: true))
        where count > Quota
        let origin = component?.Origin ?? architecture.Topology.EndpointsOf(guard.Network).Where(endpoint => endpoint.Path == guard.Path).Select(static endpoint => (Origin?)endpoint.Origin).FirstOrDefault()
        where origin is not null
        select At(
            origin.Value,
            component is null ? $"the {VpcEndpoint.Of(guard.Path)!.Value.Service} endpoint" : architecture.NameOf(component.Path),
            $"{count}",
            direction == Direction.Ingress ? "it lets in" : "it lets out");

    private static readonly Direction[] Directions = [Direction.Ingress, Direction.Egress];

    // A rule for a group is one in either family.
    private static int Count(SecurityGroup guard, Direction direction, bool ipv6) =>
        guard.Rules.Count(rule => rule.Direction == direction && (rule.Peer.Cidr is not { } cidr || cidr.IsIpv6 == ipv6));
}
