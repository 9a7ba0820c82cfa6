namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1032UnrestrictedEgressTests : RuleTests
{
    [Theory]
    [InlineData("Ec2(\"t3.micro\"), [|Egress(Cidr.Internet)|]")]
    [InlineData("Fargate(Image = \"i\"), [|Egress(Cidr.Internet)|], Egress(Cidr.Internet, 443)")]
    [InlineData("Rds, [|Egress(\"0.0.0.0/1\")|]")]
    [InlineData("Alb, [|Egress(Cidr.Internet, Protocol = Protocol.All)|]")]
    public Task OpenEgress_IsReported(string attributes) => VerifyAsync($"[Vpc, PublicSubnet, {attributes}] public partial class Host;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [Ec2(\"t3.micro\"), {|#0:Egress(\"0.0.0.0/1\")|}, {|#1:Egress(\"128.0.0.0/1\")|}] public partial class Host; }",
        [Finding("Host may connect to every address on every port: Host -> Internet. Whoever breaks in sends data wherever they like. Remove the egress to 0.0.0.0/1 and the egress to 128.0.0.0/1, or name the port: [Egress(Cidr.Internet, 443)].", 0, 1)]);

    [Fact]
    public Task Ipv6_IsReported() => VerifyAsync(
        "[Vpc(Ipv6 = true), PublicSubnet] public partial class Shop { [Ec2(\"t3.micro\"), {|#0:Egress(Cidr.Internet)|}, {|#1:Egress(Cidr.InternetIpv6)|}] public partial class Host; }",
        [Finding("Host may connect to every address on every port: Host -> Internet. Whoever breaks in sends data wherever they like. Remove the egress to 0.0.0.0/0 and the egress to ::/0, or name the port: [Egress(Cidr.Internet, 443)].", 0, 1)]);

    [Theory]
    [InlineData("Ec2(\"t3.micro\")")]
    [InlineData("Fargate(Image = \"i\")")] // what the platform needs is one port
    [InlineData("Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443)")]
    [InlineData("Ec2(\"t3.micro\"), Egress(Cidr.Internet, 1024, 65535)")]
    [InlineData("Ec2(\"t3.micro\"), Egress(\"10.0.0.0/8\"), Egress(\"203.0.113.0/24\")")]
    [InlineData("Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/8\")")]
    public Task NarrowEgress_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PublicSubnet, {attributes}] public partial class Host;");
}
