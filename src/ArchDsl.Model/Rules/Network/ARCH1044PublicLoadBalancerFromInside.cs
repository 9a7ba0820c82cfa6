namespace ArchDsl.Model;

/// <summary>A component uses a load balancer that faces the internet, and has no way to its public addresses.</summary>
internal sealed class PublicLoadBalancerFromInside : Rule
{
    public override string Id => "ARCH1044";

    public override string Title => "A public load balancer is out of reach";

    public override string Message => "{0} uses {1}, which faces the internet, so that its name leads to public addresses, but {2}. Use {3} itself, or give it an [Alb] in a [PrivateSubnet].";

    public override string Description =>
        "The name of a load balancer that faces the internet leads to public addresses from inside the VPC, too. Requests go out through a gateway and come back in from a public address, which no security group stands for.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from balancer in architecture.Topology.Components.OfType<ApplicationLoadBalancer>()
        where balancer is { InternetFacing: true, Asked: not null } && !architecture.IsHooked(balancer.Path)
        let port = PortRange.Tcp(balancer.Asked!.Port)
        from edge in architecture.Topology.EdgesTo(balancer.Path)
        where edge.Ports == port
        let user = edge.From is { } path && !architecture.IsHooked(path) ? architecture.Topology.Component(path) : null

        // [Ingress<T>] and [Egress<T>] are for those who know the private addresses.
        where user is not null && architecture.Topology.SecurityGroup(user.Path)!.Rules.Any(rule => rule.Peer.Cidr is not null && rule.Covered.Prepend(rule).Any(written => written.Origin == edge.Origin && written.Peer.Cidr is not null))
        let fault = Fault(user, balancer, port, architecture)
        where fault is not null
        select new Finding(
            Id,
            new Place(edge.Origin),
            EquatableArray.Of(architecture.NameOf(user.Path), architecture.NameOf(balancer.Path), fault.Value.Text, Behind(balancer, architecture)),
            fault.Value.Places.Select(static origin => new Place(origin)).ToEquatableArray());

    private static (string Text, IEnumerable<Origin> Places)? Fault(Component user, Component balancer, PortRange port, AnalyzedArchitecture architecture)
    {
        if (!ServiceReach.HasWayOut(architecture.Topology, user))
        {
            SubnetGroup subnets = architecture.Topology.SubnetGroup(user)!;
            string where = subnets.Path == user.Path ? "its subnets" : architecture.NameOf(subnets.Path);
            return ($"{where} ([{subnets.Kind}Subnet]) has no way out", [subnets.Origin]);
        }

        // Which public address a request comes from is known after the deployment: a range of them may hold it.
        List<SecurityRule> entries = [.. architecture.Topology.SecurityGroup(balancer.Path)!.Rules.Where(rule => rule.Direction == Direction.Ingress && rule.Ports.Contains(port))];
        return entries.Exists(static rule => rule.Peer.Cidr?.IsPublic == true) ? null
            : ($"{architecture.NameOf(balancer.Path)} admits no public address on {port}, and {architecture.NameOf(user.Path)} comes from one", entries.Select(static rule => rule.Origin));
    }

    private static string Behind(Component balancer, AnalyzedArchitecture architecture) =>
        architecture.Topology.TargetGroupsOf(balancer.Path).Select(group => architecture.NameOf(group.Target)).FirstOrDefault() ?? "what it routes to";
}
