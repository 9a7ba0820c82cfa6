using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>Declared, and reachable or not: T13, T14, T16, and the dead ends.</summary>
public sealed class WayPatternTests : PatternTests
{
    [Fact]
    public Task T13_NoWayToTheImage() => BadAndGood(
        "[Vpc, IsolatedSubnet, {|ARCH1040:Fargate(Image = \"123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1\")|}] public partial class Worker;",
        "[Vpc, ",
        "[Vpc, VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs), ");

    [Fact]
    public Task T13_NoWayToTheBucket() => BadAndGood(
        "[Vpc] public partial class Shop { [S3] public partial class Images; [IsolatedSubnet, Ec2(\"t3.micro\"), {|ARCH1041:Uses<Images>|}] public partial class Worker; }",
        "[Vpc]",
        "[Vpc, VpcEndpoint(AwsService.S3)]");

    /// <summary>An endpoint lets in whoever needs it, and is in every route table; nothing in the language narrows that.</summary>
    [Fact]
    public void T14_UnusableEndpoint_CannotBeWritten() => Assert.All(Architectures, static architecture =>
    {
        ArchitectureTopology topology = architecture.Topology;
        foreach (PlatformNeed need in topology.PlatformNeeds.Where(need => topology.Component(need.Component) is { Placement: not null }))
        {
            Component component = topology.Component(need.Component)!;
            foreach (VpcEndpoint endpoint in topology.EndpointsOf(component.Placement!.Value.Network).Where(e => !e.IsGateway && AwsServices.EndpointsFor(need.Service).Contains(e.Service)))
            {
                Assert.Contains(topology.SecurityGroup(endpoint.Path)!.Rules, rule => rule.Direction == Direction.Ingress && rule.Peer.Group == component.Path);
                Assert.Contains(topology.SecurityGroup(component.Path)!.Rules, rule => rule.Direction == Direction.Egress && (rule.Peer.Group == endpoint.Path || rule.Peer.Cidr is { IsEverything: true }));
            }
        }
    });

    /// <summary>An edge writes the rules on both sides.</summary>
    [Fact]
    public void T16_UnsatisfiedEdge_CannotBeWritten() => Assert.All(Architectures, static architecture =>
    {
        foreach (Edge edge in architecture.Topology.Edges.Where(static edge => edge is { From: not null, Ports: not null } && edge.From != edge.To))
        {
            Assert.NotNull(architecture.Reachability.Between(architecture.Topology.Component(edge.From!.Value)!, architecture.Topology.Component(edge.To)!, edge.Ports!.Value));
        }
    });

    /// <summary>No peering is in the language: an edge between two networks is refused.</summary>
    [Fact]
    public Task T16_EdgeAcrossNetworks() => Bad("""
        [Architecture("a")]
        public partial class Two
        {
            [Vpc] public partial class One
            {
                [PublicSubnet, Fargate(Image = "i"), {|ARCH0014:Uses<Other.Database>|}] public partial class Api;
            }
            [Vpc] public partial class Other
            {
                [IsolatedSubnet, Rds] public partial class Database;
            }
        }
        """);

    [Fact]
    public Task DeadEnd_LoadBalancer() => BadAndGood(
        """
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [{|ARCH1042:Alb|}, HttpsListener<Tls>] public partial class Lb;
            [Fargate(Image = "i")] public partial class Api;
        }
        """,
        "HttpsListener<Tls>]",
        "HttpsListener<Tls>, RoutesTo<Api>]");

    [Fact]
    public Task DeadEnd_Cluster() => BadAndGood(
        "[Vpc, PublicSubnet, {|ARCH4051:EcsCluster|}, Ec2(\"t3.micro\")] public partial class Shop;",
        "{|ARCH4051:EcsCluster|}, ",
        "");

    [Fact]
    public Task MissingGatewayEndpoint() => BadAndGood(
        """
        [{|ARCH5001:Vpc|}]
        public partial class Shop
        {
            [S3] public partial class Images;
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, Fargate(Image = "i"), Uses<Images>] public partial class Api;
        }
        """,
        "[{|ARCH5001:Vpc|}]",
        "[Vpc, VpcEndpoint(AwsService.S3)]");
}
