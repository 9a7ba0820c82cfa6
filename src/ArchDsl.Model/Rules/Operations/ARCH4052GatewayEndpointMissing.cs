namespace ArchDsl.Model;

/// <summary>Traffic to a service with free endpoints is paid for at a NAT gateway.</summary>
internal sealed class GatewayEndpointMissing : Rule
{
    public override string Id => "ARCH4052";

    public override string Title => "A free gateway endpoint is missing";

    public override string Message => "{0} reaches {1} through a NAT gateway, which charges for every gigabyte: a gateway endpoint is free, and keeps the traffic off the internet. Add {2} to {3}.";

    public override string Description =>
        "Amazon S3 and Amazon DynamoDB have gateway endpoints: entries in the route tables, at no charge. Without them the same packets go through the NAT gateway.";

    public override Severity Severity => Severity.Info;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from network in architecture.Topology.Networks
        from service in new[] { AwsService.S3, AwsService.DynamoDb }
        where architecture.Topology.EndpointsOf(network.Path).All(endpoint => endpoint.Service != service)
        let need = architecture.Topology.PlatformNeeds.FirstOrDefault(need => need.Service == AwsServices.Name(service) && TakesNat(need, network, architecture))
        where need is not null
        let attribute = $"[VpcEndpoint(AwsService.{service})]"
        select new Finding(
            Id,
            new Place(network.Origin, Cure.AddAttribute, attribute),
            EquatableArray.Of(architecture.NameOf(need.Component), AwsServices.DisplayName(need.Service), attribute, architecture.NameOf(network.Path)),
            EquatableArray.Of(new Place(need.Origin)));

    private static bool TakesNat(PlatformNeed need, Network network, AnalyzedArchitecture architecture) =>
        architecture.Topology.Component(need.Component) is { } component
        && architecture.Topology.SubnetGroup(component) is { } subnets
        && subnets.Network == network.Path
        && subnets.Subnets.All(static subnet => subnet.DefaultRoute.Kind == RouteTargetKind.NatGateway);
}
