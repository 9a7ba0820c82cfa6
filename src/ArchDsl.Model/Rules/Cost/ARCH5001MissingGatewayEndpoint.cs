namespace ArchDsl.Model;

/// <summary>Traffic to S3 or DynamoDB takes a NAT gateway, which costs money.</summary>
internal sealed class MissingGatewayEndpoint : Rule
{
    public override string Id => "ARCH5001";

    public override string Title => "Traffic to S3 or DynamoDB is paid for";

    public override string Message => "{0} reaches {1} through a NAT gateway, which takes money for each gigabyte: {0} -> NAT gateway -> {1}. A gateway endpoint is free: add {2} to {3}.";

    public override string Description => "A gateway endpoint takes the traffic to S3 and DynamoDB off the NAT gateway, keeps it off the internet, and costs nothing.";

    public override Severity Severity => Severity.Info;

    // The services with gateway endpoints.
    private static readonly (AwsService Endpoint, string Name)[] Services = [(AwsService.S3, "Amazon S3"), (AwsService.DynamoDb, "DynamoDB")];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        ArchitectureTopology topology = architecture.Topology;
        foreach (Network network in topology.Networks)
        {
            foreach ((AwsService endpoint, string name) in Services)
            {
                List<PlatformNeed> needs =
                [
                    .. from need in topology.PlatformNeeds
                       where AwsServices.EndpointsFor(need.Service).Contains(endpoint)
                       let component = topology.Component(need.Component)
                       let subnets = component is null ? null : topology.SubnetGroup(component)
                       where subnets?.Network == network.Path && subnets.Subnets.Any(static s => s.DefaultRoute.Kind == RouteTargetKind.NatGateway)
                       select need,
                ];
                if (needs.Count > 0 && !topology.VpcEndpoints.Any(e => e.Network == network.Path && e.Service == endpoint))
                {
                    string attribute = $"[VpcEndpoint(AwsService.{endpoint})]";
                    yield return new Finding(
                        Id,
                        new Place(network.Origin, Cure.AddAttribute, attribute),
                        EquatableArray.Of(
                            string.Join(" and ", needs.Select(need => architecture.NameOf(need.Component)).Distinct()),
                            name,
                            attribute,
                            architecture.NameOf(network.Path)),
                        needs.Select(static need => new Place(need.Origin)).Distinct().ToEquatableArray());
                }
            }
        }
    }
}
