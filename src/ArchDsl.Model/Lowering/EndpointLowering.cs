namespace ArchDsl.Model;

/// <summary>Lets components connect to the services of AWS that they need: by the endpoints of their VPC, or over the internet.</summary>
internal static class EndpointLowering
{
    private static readonly PortRange Https = PortRange.Tcp(443);

    /// <summary>What no gateway endpoint serves. The rules decide whether a network needs NAT gateways.</summary>
    public static void Interfaces(LoweringContext context)
    {
        ILookup<NodePath, VpcEndpoint> endpoints = context.VpcEndpoints.ToLookup(static e => e.Network);
        foreach ((PlatformNeed need, AwsService? service) in Needs(context))
        {
            NodePath network = context.Components[need.Component].Placement!.Value.Network;
            if (service is null || endpoints[network].FirstOrDefault(e => e.Service == service) is not { } endpoint)
            {
                // The services of AWS answer on 443 at public addresses.
                context.AddRule(need.Component, Direction.Egress, Peer.Of(CidrBlock.Internet), Https, need.Origin, "AWS services and image registries");
            }
            else if (!endpoint.IsGateway)
            {
                context.AddRule(need.Component, Direction.Egress, Peer.Of(endpoint.Path), Https, need.Origin, $"{service} through its endpoint");
                context.AddRule(endpoint.Path, Direction.Ingress, Peer.Of(need.Component), Https, need.Origin, "Requests from " + context.NameOf(need.Component));
            }
        }
    }

    /// <summary>
    /// An endpoint takes the name of its service over for the whole VPC. One that no edge needs is for what the edges do not know, such as
    /// an agent on an instance: it admits the VPC.
    /// </summary>
    public static void Unasked(LoweringContext context, IEnumerable<Network> networks)
    {
        Dictionary<NodePath, CidrBlock> ranges = networks.ToDictionary(static n => n.Path, static n => n.Cidr);
        foreach (VpcEndpoint endpoint in context.VpcEndpoints.Where(e => !e.IsGateway && context.Rules(e.Path).Count == 0))
        {
            context.AddRule(endpoint.Path, Direction.Ingress, Peer.Of(ranges[endpoint.Network]), Https, endpoint.Origin, "Requests from the VPC");
        }
    }

    /// <summary>What a gateway endpoint serves: packets keep the public address of the service, whose ranges are known in a region alone.</summary>
    public static void Gateways(LoweringContext context)
    {
        HashSet<(NodePath, AwsService)> gateways = [.. context.VpcEndpoints.Where(static e => e.IsGateway).Select(static e => (e.Network, e.Service))];
        foreach ((PlatformNeed need, AwsService? service) in Needs(context))
        {
            if (service is { } gateway && gateways.Contains((context.Components[need.Component].Placement!.Value.Network, gateway)))
            {
                context.AddRule(need.Component, Direction.Egress, Peer.Of(CidrBlock.Internet), Https, need.Origin, $"{service} through its gateway endpoint");
            }
        }
    }

    // The services that networked components need; null for one that no endpoint serves.
    private static IEnumerable<(PlatformNeed Need, AwsService? Service)> Needs(LoweringContext context) =>
        from need in context.PlatformNeeds
        where context.Components[need.Component].Placement is not null
        from service in AwsServices.EndpointsFor(need.Service).Cast<AwsService?>().DefaultIfEmpty(null)
        select (need, service);
}
