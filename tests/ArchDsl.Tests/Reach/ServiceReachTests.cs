using ArchDsl.Model;

namespace ArchDsl.Tests.Reach;

/// <summary>Whether a component finds a way to a service of AWS, subnet by subnet and rule by rule.</summary>
public sealed class ServiceReachTests
{
    private static readonly NodePath App = new("App");

    /// <summary>A component may stand in any of its subnets, so that the way is there only if each has it.</summary>
    [Theory]
    [InlineData("PrivateSubnet", RouteTargetKind.NatGateway)]
    [InlineData("PublicSubnet", RouteTargetKind.InternetGateway)]
    public void OneSubnetWithoutRoute_IsNoWayOut(string kind, RouteTargetKind route)
    {
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true)", kind, "Fargate(Image = \"i\"), Egress(Cidr.InternetIpv6)");
        Component app = topology.Component(App)!;
        Assert.All(topology.SubnetGroup(app)!.Subnets, subnet => Assert.Equal(route, subnet.DefaultRoute.Kind));
        Assert.True(ServiceReach.HasWayOut(topology, app));
        Assert.True(ServiceReach.HasIpv6WayOut(topology, app));

        ArchitectureTopology torn = WithSubnets(topology, static (subnet, i) => i > 0 ? subnet : subnet with { DefaultRoute = new(RouteTargetKind.None), Ipv6 = new(0, new(RouteTargetKind.None)) });
        Assert.False(ServiceReach.HasWayOut(torn, app));
        Assert.False(ServiceReach.HasIpv6WayOut(torn, app));

        ArchitectureTopology without = WithSubnets(topology, static (subnet, _) => subnet with { Ipv6 = null });
        Assert.True(ServiceReach.HasWayOut(without, app));
        Assert.False(ServiceReach.HasIpv6WayOut(without, app));
    }

    [Theory]
    [InlineData("PublicSubnet", "Fargate(Image = \"i\")", true)]
    [InlineData("PublicSubnet", "ElastiCache", false)] // no public address
    [InlineData("PrivateSubnet", "Fargate(Image = \"i\")", true)]
    [InlineData("IsolatedSubnet", "Fargate(Image = \"i\")", false)]
    public void InternetGateway_TakesAPublicAddress(string kind, string attributes, bool way)
    {
        ArchitectureTopology topology = Lower("Vpc", kind, attributes);

        Assert.Equal(way, ServiceReach.HasWayOut(topology, topology.Component(App)!));
        Assert.False(ServiceReach.HasIpv6WayOut(topology, topology.Component(App)!));
    }

    [Fact]
    public void ComponentWithoutNetwork_LacksNothing()
    {
        ArchitectureTopology topology = TestProgram.Lower("[S3] public partial class App;");

        Assert.Null(ServiceReach.Missing(topology, topology.Components[0], "s3"));
        Assert.False(ServiceReach.HasWayOut(topology, topology.Components[0]));
    }

    /// <summary>An interface endpoint has to let the component in, and the component itself out, at port 443, over IPv4.</summary>
    [Theory]
    [InlineData("group", "group", true)]
    [InlineData("0.0.0.0/0", "0.0.0.0/0", true)]
    [InlineData("group", "", false)]
    [InlineData("", "group", false)]
    [InlineData("", "", false)]
    [InlineData("group", "::/0", false)]
    [InlineData("::/0", "group", false)]
    [InlineData("10.0.0.0/8", "group", false)] // a range that need not hold the subnet
    [InlineData("group 80", "group", false)]
    [InlineData("group", "group 80", false)]
    [InlineData("group 400-500", "group 0-65535", true)]
    [InlineData("turned group", "group", false)] // a rule for the other direction
    [InlineData("group", "turned group", false)]
    [InlineData("other", "group", false)]
    public void InterfaceEndpoint_TakesARuleOnEitherSide(string ingress, string egress, bool serves)
    {
        ArchitectureTopology topology = Lower("Vpc, VpcEndpoint(AwsService.Sns)", "IsolatedSubnet", "Ec2(\"t3.micro\"), Uses<Alerts>");
        Component app = topology.Component(App)!;
        NodePath endpoint = Assert.Single(topology.VpcEndpoints).Path;
        Assert.Null(ServiceReach.Missing(topology, app, "sns"));

        ArchitectureTopology changed = topology with
        {
            SecurityGroups = topology.SecurityGroups.Select(group => group with
            {
                Rules = group.Path == endpoint ? Rules(Direction.Ingress, ingress, App) : Rules(Direction.Egress, egress, endpoint),
            }).ToEquatableArray(),
        };
        Assert.Equal(serves ? null : [AwsService.Sns], ServiceReach.Missing(changed, app, "sns"));
        Assert.Equal([AwsService.Sns], ServiceReach.Missing(topology with { SecurityGroups = [] }, app, "sns"));
    }

    [Fact]
    public void GatewayEndpoint_ServesAll()
    {
        ArchitectureTopology topology = Lower("Vpc, VpcEndpoint(AwsService.S3)", "IsolatedSubnet", "Ec2(\"t3.micro\"), Uses<Images>");

        Assert.Null(ServiceReach.Missing(topology with { SecurityGroups = [] }, topology.Component(App)!, "s3"));
    }

    private static EquatableArray<SecurityRule> Rules(Direction direction, string text, NodePath group)
    {
        if (text.Length == 0)
        {
            return [];
        }

        bool turned = text.StartsWith("turned ", StringComparison.Ordinal);
        string[] words = text.Replace("turned ", "", StringComparison.Ordinal).Split(' ', '-');
        Peer peer = words[0] switch
        {
            "group" => Peer.Of(group),
            "other" => Peer.Of(new NodePath("Other")),
            string range => Peer.Of(CidrBlock.Parse(range)!.Value),
        };
        int[] ports = [.. words.Skip(1).Select(static word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture))];
        PortRange range443 = ports.Length == 0 ? PortRange.Tcp(443) : new PortRange(Protocol.Tcp, ports[0], ports[^1]);
        return EquatableArray.Of(new SecurityRule(turned ? (Direction)(1 - (int)direction) : direction, peer, range443, default, ""));
    }

    private static ArchitectureTopology WithSubnets(ArchitectureTopology topology, Func<Subnet, int, Subnet> change) => topology with
    {
        Networks = topology.Networks.Select(network => network with
        {
            SubnetGroups = network.SubnetGroups.Select(group => group with { Subnets = group.Subnets.Select(change).ToEquatableArray() }).ToEquatableArray(),
        }).ToEquatableArray(),
    };

    private static ArchitectureTopology Lower(string vpc, string kind, string attributes) => TestProgram.Lower($$"""
        [{{vpc}}]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [{{kind}}, {{attributes}}] public partial class App;
            [S3] public partial class Images;
            [Topic] public partial class Alerts;
        }
        """);
}
