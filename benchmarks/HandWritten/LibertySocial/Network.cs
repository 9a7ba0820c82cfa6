using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace HandWritten;

public sealed class Network : Construct
{
    private static readonly string[] Zones = [Fn.Select(0, Fn.GetAzs()), Fn.Select(1, Fn.GetAzs())];

    public Network(Construct scope, string id)
        : base(scope, id)
    {
        var vpc = new CfnVPC(this, "VpcResource", new CfnVPCProps { CidrBlock = "10.0.0.0/16", EnableDnsHostnames = true, EnableDnsSupport = true, Tags = Name("Vpc") });
        var gateway = new CfnInternetGateway(this, "InternetGateway", new CfnInternetGatewayProps { Tags = Name("InternetGateway") });
        var attachment = new CfnVPCGatewayAttachment(this, "Attachment", new CfnVPCGatewayAttachmentProps { VpcId = vpc.Ref, InternetGatewayId = gateway.Ref });

        Public = [.. Enumerable.Range(0, 2).Select(i => new PublicSubnet(this, $"Public{i + 1}", new PublicSubnetProps
        {
            VpcId = vpc.Ref,
            AvailabilityZone = Zones[i],
            CidrBlock = $"10.0.{i + 1}.0/24",
            MapPublicIpOnLaunch = false,
        }))];
        Private = [.. Enumerable.Range(0, 2).Select(i => new PrivateSubnet(this, $"Private{i + 1}", new PrivateSubnetProps
        {
            VpcId = vpc.Ref,
            AvailabilityZone = Zones[i],
            CidrBlock = $"10.0.{i + 10}.0/24",
            MapPublicIpOnLaunch = false,
        }))];

        var address = new CfnEIP(this, "NatAddress", new CfnEIPProps { Domain = "vpc", Tags = Name("NatGateway") });
        address.AddDependency(attachment);
        var nat = new CfnNatGateway(this, "NatGateway", new CfnNatGatewayProps { AllocationId = address.AttrAllocationId, SubnetId = Public[0].SubnetId, Tags = Name("NatGateway") });
        nat.AddDependency(attachment);
        foreach (var subnet in Public)
        {
            subnet.AddDefaultInternetRoute(gateway.Ref, attachment);
        }

        foreach (var subnet in Private)
        {
            subnet.AddDefaultNatRoute(nat.Ref);
        }

        // Selected by this, load balancer and service wait for the routes alone.
        Vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(this, "Vpc", new VpcAttributes
        {
            VpcId = vpc.Ref,
            VpcCidrBlock = "10.0.0.0/16",
            AvailabilityZones = Zones,
            PublicSubnetIds = Ids(Public),
            PublicSubnetRouteTableIds = RouteTableIds(Public),
            PrivateSubnetIds = Ids(Private),
            PrivateSubnetRouteTableIds = RouteTableIds(Private),
        });
        _ = new FlowLog(this, "FlowLog", new FlowLogProps
        {
            ResourceType = FlowLogResourceType.FromVpc(Vpc),
            TrafficType = FlowLogTrafficType.REJECT,
            Destination = FlowLogDestination.ToCloudWatchLogs(new LogGroup(this, "FlowLogGroup", new LogGroupProps
            {
                Retention = RetentionDays.ONE_YEAR,
                RemovalPolicy = RemovalPolicy.DESTROY,
            })),
        });
    }

    public IVpc Vpc { get; }

    public IReadOnlyList<Subnet> Public { get; }

    public IReadOnlyList<Subnet> Private { get; }

    public SubnetSelection PublicSubnets => new() { SubnetType = SubnetType.PUBLIC };

    public SubnetSelection PrivateSubnets => new() { SubnetType = SubnetType.PRIVATE_WITH_EGRESS };

    public static IConstruct RouteOf(Subnet subnet) => subnet.Node.FindChild("DefaultRoute");

    private static string[] Ids(IEnumerable<Subnet> subnets) => [.. subnets.Select(static subnet => subnet.SubnetId)];

    private static string[] RouteTableIds(IEnumerable<Subnet> subnets) => [.. subnets.Select(static subnet => subnet.RouteTable.RouteTableId)];

    private static CfnTag[] Name(string name) => [new CfnTag { Key = "Name", Value = "liberty-social/" + name }];
}
