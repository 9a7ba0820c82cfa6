using ArchDsl.Model;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Reach;

/// <summary>Interface endpoints: who is let in, where they stand, and who no longer goes over the internet.</summary>
public sealed class EndpointTests
{
    private const string Program = """
        [Vpc]
        [VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.SecretsManager), VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3)]
        public partial class Shop
        {
            [Ecr] public partial class Images;
            [Secret] public partial class Key;
            [PublicSubnet] public partial class Edge
            {
                [Fargate(Image = "nginx")] public partial class Web;
            }
            [IsolatedSubnet] public partial class Inside
            {
                [Fargate, ImageFrom<Images>("1")] public partial class Api;
                [Ec2("t3.micro"), Uses<Key>] public partial class Worker;
                [Rds] public partial class Database;
            }
        }
        """;

    [Theory]
    [InlineData(AwsService.Logs, "Edge.Web", "Inside.Api")]
    [InlineData(AwsService.SecretsManager, "Inside.Worker")]
    [InlineData(AwsService.EcrApi, "Inside.Api")]
    [InlineData(AwsService.EcrDkr, "Inside.Api")]
    public void Group_AdmitsExactlyThoseInNeed(AwsService service, params string[] users)
    {
        ArchitectureTopology topology = TestProgram.Lower(Program);
        SecurityGroup group = topology.SecurityGroup(Endpoint(topology, service).Path)!;

        Assert.All(group.Rules, static rule => Assert.Equal((Direction.Ingress, PortRange.Tcp(443)), (rule.Direction, rule.Ports)));
        Assert.Equal(users, group.Rules.Select(static rule => rule.Peer.Group?.Value));
        Assert.Equal(users, topology.SecurityGroups.Where(g => g.Rules.SelectMany(static rule => rule.Covered.Prepend(rule)).Any(rule => rule.Direction == Direction.Egress && rule.Peer.Group == group.Path)).Select(static g => g.Path.Value));
    }

    /// <summary>The address of S3 is a public one, whichever way the packets take; nothing else is.</summary>
    [Theory]
    [InlineData("Edge.Web", true)] // its image comes from the internet
    [InlineData("Inside.Api", true)] // the layers of its image come from S3
    [InlineData("Inside.Worker", false)]
    public void Egress_LeadsToTheEndpointsAlone(string component, bool internet) =>
        Assert.Equal(internet, TestProgram.Lower(Program).SecurityGroup(new NodePath(component))!.Rules.Any(static rule => rule.Peer.Cidr is not null));

    [Theory]
    [InlineData("PublicSubnet", "A", "PrivateSubnet", "B", "B")]
    [InlineData("IsolatedSubnet", "A", "PrivateSubnet", "B", "B")]
    [InlineData("IsolatedSubnet", "A", "PublicSubnet", "B", "A")]
    [InlineData("IsolatedSubnet", "B", "IsolatedSubnet", "A", "A")]
    public void Endpoint_StandsInTheInnerSubnets(string firstKind, string first, string secondKind, string second, string home)
    {
        ArchitectureTopology topology = TestProgram.Lower($$"""
            [Vpc, VpcEndpoint(AwsService.Logs)]
            public partial class Shop
            {
                [{{firstKind}}] public partial class {{first}};
                [{{secondKind}}] public partial class {{second}};
            }
            """);
        Assert.Equal(home, Endpoint(topology, AwsService.Logs).SubnetGroup?.Value);
    }

    [Fact]
    public void EndpointWithoutSubnets_IsRefused()
    {
        ArchitectureTopology topology = TestProgram.Lower("[Vpc, VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.S3)] public partial class Shop;");
        Assert.Equal(("ARCH0013", "Logs"), Assert.Single(topology.Findings) is var finding ? (finding.RuleId, finding.Arguments[0]) : default);
        Assert.Equal([AwsService.S3], topology.VpcEndpoints.Select(static e => e.Service));
    }

    /// <summary>What endpoints serve takes no NAT gateway.</summary>
    [Theory]
    [InlineData("VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3)", 0)]
    [InlineData("VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr)", 2)]
    [InlineData("VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3)", 2)]
    public void NatGateways_AreThereWhereEndpointsDoNotSuffice(string endpoints, int gateways)
    {
        ArchitectureTopology topology = TestProgram.Lower($$"""
            [Vpc, {{endpoints}}]
            public partial class Shop
            {
                [Ecr] public partial class Images;
                [PublicSubnet] public partial class Edge;
                [PrivateSubnet, Fargate, ImageFrom<Images>("1")] public partial class Api;
            }
            """);
        Assert.Equal(gateways, Assert.Single(topology.Networks).NatGateways.Count);
    }

    [Fact]
    public void OtherVpc_IsNotServed()
    {
        ArchitectureTopology topology = TestProgram.Lower("""
            [Architecture("a")]
            public partial class Two
            {
                [Vpc, VpcEndpoint(AwsService.Logs)] public partial class One
                {
                    [PublicSubnet, Fargate(Image = "i")] public partial class Api;
                }
                [Vpc] public partial class Other
                {
                    [PublicSubnet, Fargate(Image = "i")] public partial class Api;
                }
            }
            """);
        Assert.Equal(["One.Api"], topology.SecurityGroup(Endpoint(topology, AwsService.Logs).Path)!.Rules.Select(static rule => rule.Peer.Group?.Value));
    }

    [Theory]
    [InlineData(AwsService.EcrApi, "ecr.api")]
    [InlineData(AwsService.SecretsManager, "secretsmanager")]
    [InlineData(AwsService.SsmMessages, "ssmmessages")]
    [InlineData(AwsService.DynamoDb, "dynamodb")]
    public void Name_IsThatOfTheService(AwsService service, string name) => Assert.Equal(name, AwsServices.Name(service));

    private static VpcEndpoint Endpoint(ArchitectureTopology topology, AwsService service) => topology.VpcEndpoints.Single(e => e.Service == service);

    [Theory]
    [InlineData(AwsService.EcrApi, null, "com.amazonaws.${AWS::Region}.ecr.api")]
    [InlineData(AwsService.EcrApi, "eu-central-1", "com.amazonaws.${AWS::Region}.ecr.api")]
    [InlineData(AwsService.EcrDkr, "us-gov-west-1", "com.amazonaws.${AWS::Region}.ecr.dkr")]
    [InlineData(AwsService.EcrDkr, "cn-north-1", "cn.com.amazonaws.${AWS::Region}.ecr.dkr")]
    [InlineData(AwsService.Monitoring, "cn-northwest-1", "cn.com.amazonaws.${AWS::Region}.monitoring")]
    [InlineData(AwsService.Logs, "cn-north-1", "com.amazonaws.${AWS::Region}.logs")]
    [InlineData(AwsService.S3, "cn-north-1", "com.amazonaws.${AWS::Region}.s3")] // the gateway, not the interface
    [InlineData(AwsService.EcrApi, "eusc-de-east-1", "eu.amazonaws.${AWS::Region}.ecr.api")]
    [InlineData(AwsService.Sqs, "us-iso-east-1", "gov.ic.c2s.${AWS::Region}.sqs")]
    public void Name_IsThatOfThePartition(AwsService service, string? region, string name) => Assert.Equal(name, AwsServices.EndpointName(service, region));

    /// <summary>Each stage has the names of its region.</summary>
    [Fact]
    public void Name_IsThatOfTheStage()
    {
        string text = Verify.VerifyGenerator(TestProgram.Of("""
            [Stage("eu", Region = "eu-central-1"), Stage("cn", Region = "cn-north-1")]
            [Vpc, VpcEndpoint(AwsService.EcrApi), IsolatedSubnet, Ec2("t3.micro")]
            public partial class Host;
            """)).Text;
        Assert.Contains("\"com.amazonaws.${AWS::Region}.ecr.api\"", text, StringComparison.Ordinal);
        Assert.Contains("\"cn.com.amazonaws.${AWS::Region}.ecr.api\"", text, StringComparison.Ordinal);
    }
}
