namespace ArchDsl.Model;

/// <summary>Whether components find a way to the services of AWS that they need, over the internet or by endpoints.</summary>
internal static class ServiceReach
{
    /// <summary>The endpoints without which a component cannot reach a service; null where it can, none where no endpoint would help.</summary>
    /// <param name="topology">The architecture.</param>
    /// <param name="component">The component.</param>
    /// <param name="need">The service, as <see cref="PlatformNeed.Service"/> names it.</param>
    public static IReadOnlyList<AwsService>? Missing(ArchitectureTopology topology, Component component, string need)
    {
        if (component.Placement is not { } place || HasWayOut(topology, component))
        {
            return null;
        }

        IReadOnlyList<AwsService> endpoints = AwsServices.EndpointsFor(need);
        HashSet<AwsService> present = [.. topology.EndpointsOf(place.Network).Where(e => Serves(topology, e, component)).Select(static e => e.Service)];
        List<AwsService> missing = [.. endpoints.Where(service => !present.Contains(service))];
        return missing.Count == 0 && endpoints.Count > 0 ? null : missing;
    }

    /// <summary>
    /// Whether IPv4 packets of a component get out to the internet from each of its subnets. The services of AWS answer there; over IPv6 only some do, under
    /// other names: https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html.
    /// </summary>
    public static bool HasWayOut(ArchitectureTopology topology, Component component) =>
        topology.SubnetGroup(component) is { } subnets
        && subnets.Subnets.All(subnet => subnet.DefaultRoute.Kind == RouteTargetKind.NatGateway
            || subnet.DefaultRoute.Kind == RouteTargetKind.InternetGateway && component.HasPublicAddress);

    /// <summary>Whether the IPv6 packets of a component get out to the internet from each of its subnets.</summary>
    public static bool HasIpv6WayOut(ArchitectureTopology topology, Component component) =>
        component.HasIpv6Address
        && topology.SubnetGroup(component) is { } subnets
        && subnets.Subnets.All(static subnet => subnet.Ipv6 is { DefaultRoute.Kind: RouteTargetKind.EgressOnlyInternetGateway or RouteTargetKind.InternetGateway });

    /// <summary>Whether the packets of a component get out to the internet, those of one family of addresses.</summary>
    public static bool HasWayOut(ArchitectureTopology topology, Component component, bool ipv6) =>
        ipv6 ? HasIpv6WayOut(topology, component) : HasWayOut(topology, component);

    // A gateway endpoint is in all route tables; an interface endpoint has to let the component in.
    private static bool Serves(ArchitectureTopology topology, VpcEndpoint endpoint, Component component) =>
        endpoint.IsGateway
        || Lets(topology.SecurityGroup(endpoint.Path), Direction.Ingress, component.Path)
        && Lets(topology.SecurityGroup(component.Path), Direction.Egress, endpoint.Path);

    private static bool Lets(SecurityGroup? group, Direction direction, NodePath peer) =>
        group?.Rules.Any(rule => rule.Direction == direction
            && rule.Ports.Intersect(PortRange.Tcp(443)) is not null
            && (rule.Peer.Group == peer || rule.Peer.Cidr is { IsEverything: true, IsIpv6: false })) == true;
}
