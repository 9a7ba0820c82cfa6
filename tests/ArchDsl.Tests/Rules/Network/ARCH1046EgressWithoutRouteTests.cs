namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1046EgressWithoutRouteTests : RuleTests
{
    [Theory]
    [InlineData("IsolatedSubnet", "203.0.113.0/24", "it stands in its subnets ([IsolatedSubnet]) without a default route. Move Worker to a [PrivateSubnet].")]
    [InlineData("IsolatedSubnet", "0.0.0.0/0", "it stands in its subnets ([IsolatedSubnet]) without a default route. Move Worker to a [PrivateSubnet].")]
    [InlineData("IsolatedSubnet", "10.1.0.0/16", "no route of Shop leads there. Remove the egress, or accept the risk where the CDK adds the peering or the gateway.")]
    [InlineData("IsolatedSubnet", "2001:db8::/32", "it stands in its subnets ([IsolatedSubnet]) without a default route. Move Worker to a [PrivateSubnet].")]
    [InlineData("PublicSubnet", "192.168.0.0/24", "no route of Shop leads there. Remove the egress, or accept the risk where the CDK adds the peering or the gateway.")]
    public Task RangeWithoutRoute_IsReported(string subnet, string range, string why) => VerifyAsync(
        Program("Vpc(Ipv6 = true)", $"{subnet}, Ec2(\"t3.micro\"), {{|#0:Egress(\"{range}\", 443)|}}"),
        [Finding($"Worker may connect to {range}, but has no way there: {why}", 0)]);

    [Theory]
    [InlineData("Vpc(NatGateways = 0)", "PrivateSubnet, Ec2(\"t3.micro\"), [|Egress(Cidr.Internet, 443)|]")]
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), [|Egress(\"203.0.113.0/24\")|], [|Egress(\"203.0.113.0/25\", 443)|]")] // one covers the other
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), [|Egress(\"10.1.0.0/16\")|], Egress(\"10.0.0.0/16\")")]
    [InlineData("Vpc, VpcEndpoint(AwsService.Logs)", "IsolatedSubnet, Ec2(\"t3.micro\"), [|Egress(\"203.0.113.0/24\")|]")]
    public Task EveryRangeWithoutRoute_IsReported(string vpc, string worker) => VerifyAsync(Program(vpc, worker));

    [Theory]
    [InlineData("Vpc", "PublicSubnet, Ec2(\"t3.micro\"), Egress(\"203.0.113.0/24\")")]
    [InlineData("Vpc", "PrivateSubnet, Ec2(\"t3.micro\"), Egress(\"203.0.113.0/24\")")] // it brings the NAT gateway
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), Egress(\"10.0.0.0/8\")")]
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), Egress(\"10.0.1.0/24\")")]
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), Egress(\"169.254.169.123/32\", 123, Protocol = Protocol.Udp)")] // the clock of the VPC
    [InlineData("Vpc, VpcEndpoint(AwsService.S3)", "IsolatedSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443)")]
    [InlineData("Vpc(Ipv6 = true)", "PrivateSubnet, Ec2(\"t3.micro\"), Egress(Cidr.InternetIpv6, 443)")]
    [InlineData("Vpc", "IsolatedSubnet, Rds, Egress(Cidr.Internet)")] // it opens none
    [InlineData("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), Uses<Key>, Egress(Cidr.Internet)")] // another rule says more
    public Task RangeWithARoute_IsNotReported(string vpc, string worker) => VerifyAsync(Program(vpc, worker).Replace("Uses<Key>", "{|ARCH1041:Uses<Key>|}", StringComparison.Ordinal));

    /// <summary>Every address is those of the VPC, too.</summary>
    [Fact]
    public Task EveryAddressThatNobodyAdmits_IsReported() =>
        VerifyAsync(Program("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), [|Egress(Cidr.Internet, 5432)|]", "Ingress(\"10.0.0.0/16\", 443)"));

    [Fact]
    public Task EveryAddressThatSomebodyAdmits_IsNotReported() =>
        VerifyAsync(Program("Vpc", "IsolatedSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 5432)", "Ingress(\"10.0.0.0/16\", 5432)"));

    [Fact]
    public Task Hook_IsNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [IsolatedSubnet, Ec2("t3.micro"), Egress("10.1.0.0/16")]
            public partial class Worker { partial void Created(Amazon.CDK.AWS.EC2.Instance_ construct) { } }
        }
        """);

    private static string Program(string vpc, string worker, string host = "Tag(\"a\", \"b\")") => $$"""
        [{{vpc}}]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [Secret] public partial class Key;
            [{{worker}}] public partial class Worker;
            [IsolatedSubnet, Ec2("t3.micro", Port = 5432), {{host}}] public partial class Host;
        }
        """;
}
