using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Kinds;

/// <summary>What is emitted for a VPC with IPv6, and for nobody else.</summary>
public sealed class Ipv6Tests
{
    private const string Program = """
        [VPC, HostedZone("example.com")]
        public partial class Shop
        {
            [PublicSubnet, Alb, HttpListener, RoutesTo<Api>, Dns("www.example.com")] public partial class Balancer;
            [PrivateSubnet, Fargate(Image = "i"), EGRESS] public partial class Api;
            [IsolatedSubnet, Rds] public partial class Database;
            [PrivateSubnet, Alb, HttpListener, RoutesTo<Api>] public partial class Inside;
        }
        """;

    [Theory]
    [InlineData("CfnVPCCidrBlockProps { VpcId = vpc.Ref, AmazonProvidedIpv6CidrBlock = true }", 1)]
    [InlineData("CfnEgressOnlyInternetGatewayProps { VpcId", 1)]
    [InlineData("AssignIpv6AddressOnCreation = true", 8)]
    [InlineData("DestinationIpv6CidrBlock = \"::/0\", GatewayId", 2)]
    [InlineData("DestinationIpv6CidrBlock = \"::/0\", EgressOnlyInternetGatewayId", 4)]
    [InlineData("IpAddressType.DUAL_STACK", 1)]
    [InlineData("NetworkType.DUAL", 1)]
    [InlineData("Type = \"AAAA\"", 1)]
    [InlineData("CidrIpv6 = \"::/0\"", 2)]
    public void Everything_IsEmitted(string text, int count)
    {
        Assert.Equal(count, Count(Generated("Vpc(Ipv6 = true)", "Egress(Cidr.InternetIpv6, 443)"), text));
        Assert.Equal(0, Count(Generated("Vpc", "Egress(Cidr.Internet, 443)"), text));
    }

    private static int Count(string source, string text) =>
        string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Split(text).Length - 1;

    private static string Generated(string vpc, string egress)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of(Program.Replace("VPC", vpc, StringComparison.Ordinal).Replace("EGRESS", egress, StringComparison.Ordinal)));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return Assert.Single(run.Sources).Text;
    }
}
