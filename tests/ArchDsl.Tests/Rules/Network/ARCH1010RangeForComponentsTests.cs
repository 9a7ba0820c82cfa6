namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1010RangeForComponentsTests : RuleTests
{
    [Theory]
    [InlineData("Ingress(Cidr.Internet, 5432)", "0.0.0.0/0")]
    [InlineData("Ingress(\"10.0.0.0/16\", 5432)", "10.0.0.0/16")]
    [InlineData("Ingress(\"10.0.0.0/16\")", "10.0.0.0/16")]
    [InlineData("Ingress(\"203.0.112.0/23\", 5000, 6000)", "203.0.112.0/23")]
    public Task StoreThatAdmitsARange_IsReported(string ingress, string range) => VerifyAsync(
        $$"""[Vpc, IsolatedSubnet, Rds, {|#0:{{ingress}}|}] public partial class Orders;""",
        [Finding($"Orders admits {range} on 5432: whatever gets an address there is let in, and today only routes and the rules of others keep it away. Remove [Ingress]: [Uses<Orders>] admits what is meant, and it alone.", 0)]);

    [Theory]
    [InlineData("Ingress(Cidr.InternetIpv6, 5432)", "::/0")]
    [InlineData("Ingress(\"2001:db8::/47\", 5432)", "2001:db8::/47")]
    [InlineData("Ingress(\"fd00::/8\")", "fd00::/8")]
    public Task StoreThatAdmitsIpv6_IsReported(string ingress, string range) => VerifyAsync(
        $$"""[Vpc(Ipv6 = true), IsolatedSubnet, Rds, {|#0:{{ingress}}|}] public partial class Orders;""",
        [Finding($"Orders admits {range} on 5432: whatever gets an address there is let in, and today only routes and the rules of others keep it away. Remove [Ingress]: [Uses<Orders>] admits what is meant, and it alone.", 0)]);

    [Fact]
    public Task Site_IsNotReported() => VerifyAsync("[Vpc(Ipv6 = true), IsolatedSubnet, Rds, Ingress(\"2001:db8:7::/48\", 5432)] public partial class Orders;");

    [Fact]
    public Task TargetThatAdmitsARange_IsReported() => VerifyAsync(
        Target("{|#0:Ingress(\"10.0.0.0/16\", 8000)|}"),
        [Finding("Api admits 10.0.0.0/16 on 8000, not only its load balancer: whatever gets an address there is let in, and today only routes and the rules of others keep it away. Remove [Ingress]: [RoutesTo<Api>] admits what is meant, and it alone.", 0)]);

    [Fact]
    public Task StageInWhichItHolds_IsReported() => VerifyAsync(
        """[Stage("dev"), Stage("prod"), Vpc, IsolatedSubnet, Rds, {|#0:Ingress("10.0.0.0/8", 5432, Stage = "dev")|}] public partial class Orders;""",
        [Finding("Orders admits 10.0.0.0/8 on 5432: whatever gets an address there is let in, and today only routes and the rules of others keep it away. Remove [Ingress]: [Uses<Orders>] admits what is meant, and it alone. (stage dev)", 0)]);

    [Theory]
    [InlineData("Rds")]
    [InlineData("Rds, Ingress(\"203.0.113.0/24\", 5432)")] // an office
    [InlineData("Rds, Ingress(\"10.0.0.0/16\", 80)")] // nobody listens there
    [InlineData("Rds, Egress(\"10.0.0.0/16\", 5432)")]
    [InlineData("Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/16\", 80)")] // no store, and no load balancer
    public Task NarrowOrOtherRange_IsNotReported(string attributes) => VerifyAsync($"[Vpc, IsolatedSubnet, {attributes}] public partial class Orders;");

    [Theory]
    [InlineData("Logs")]
    [InlineData("Ingress(\"10.0.0.0/16\", 9000)")]
    public Task TargetOfItsLoadBalancerAlone_IsNotReported(string attribute) => VerifyAsync(Target(attribute));

    /// <summary>What is said already, and worse.</summary>
    [Fact]
    public Task OpenStore_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet, Rds({|ARCH1001:Public = true|}), Ingress(Cidr.Internet, 5432)] public partial class Orders;");

    private static string Target(string attribute) => $$"""
        [Vpc]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i", Port = 8000), {{attribute}}] public partial class Api;
            }
        }
        """;
}
