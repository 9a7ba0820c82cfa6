using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>Subnets, routes and gateways: T08, T10, T15, T17, T18. Most follow from where a class stands, so that they cannot be got wrong.</summary>
public sealed class RoutingPatternTests : PatternTests
{
    [Fact]
    public void T08_SubnetAgainstItsKind_CannotBeWritten() => Assert.All(SubnetGroups, static group => Assert.All(group.Subnets, subnet => Assert.Contains(
        subnet.DefaultRoute.Kind,
        group.Kind switch
        {
            SubnetKind.Public => [RouteTargetKind.InternetGateway],
            SubnetKind.Private => [RouteTargetKind.NatGateway, RouteTargetKind.None],
            _ => new[] { RouteTargetKind.None },
        })));

    [Fact]
    public void T10_MisplacedLoadBalancer_CannotBeWritten() => Assert.All(Architectures, static architecture =>
        Assert.All(architecture.Topology.Components.OfType<ApplicationLoadBalancer>(), balancer =>
            Assert.Equal(architecture.Reachability.HasInternetRoute(balancer), balancer.InternetFacing)));

    /// <summary>Whatever runs code has a public address exactly in subnets where it is of use.</summary>
    [Fact]
    public void T15_PublicSubnetWithoutPublicAddress_CannotBeWritten() => Assert.All(Architectures, static architecture =>
        Assert.All(architecture.Topology.Components.Where(static c => c.Role == ComponentRole.Compute), host =>
            Assert.Equal(architecture.Reachability.HasInternetRoute(host), host.HasPublicAddress)));

    [Fact]
    public void T17_NatGatewayOutOfReach_CannotBeWritten() => Assert.All(Architectures, static architecture =>
        Assert.All(architecture.Topology.Networks, static network => Assert.All(network.NatGateways, nat =>
            Assert.Equal(RouteTargetKind.InternetGateway, network.SubnetGroups.Single(g => g.Path == nat.SubnetGroup).Subnets[nat.Zone].DefaultRoute.Kind))));

    /// <summary>Where there is a NAT gateway in each zone, each zone takes its own.</summary>
    [Fact]
    public void T18_ZonesOfTheirOwn_AreTheDefault() => Assert.All(Architectures, static architecture =>
        Assert.All(architecture.Topology.Networks.Where(static n => n.NatGateways.Count == n.AvailabilityZones), static network =>
            Assert.All(network.SubnetGroups.Where(static g => g.Kind == SubnetKind.Private).SelectMany(static g => g.Subnets), subnet =>
                Assert.Equal(subnet.Zone, network.NatGateways[subnet.DefaultRoute.NatGateway].Zone))));

    [Fact]
    public Task T18_OneZoneForAll() => BadAndGood(
        """
        [Vpc({|ARCH4050:NatGateways = 1|})]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, Fargate(Image = "i")] public partial class Api;
        }
        """,
        "({|ARCH4050:NatGateways = 1|})",
        "");

    private static IEnumerable<SubnetGroup> SubnetGroups => Architectures.SelectMany(static a => a.Topology.Networks).SelectMany(static n => n.SubnetGroups);
}
