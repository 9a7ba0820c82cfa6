namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1030WideIngressTests : RuleTests
{
    [Theory]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(Cidr.Internet, 8000, 8100)|]")]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(\"0.0.0.0/1\", 8000, 8001, Protocol = Protocol.Udp)|]")]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(Cidr.Internet, Protocol = Protocol.Udp)|]")]
    [InlineData("Fargate(Image = \"i\", Port = 8050), [|Ingress(Cidr.Internet, 8000, 8100)|]")]
    public Task Range_IsReported(string attributes) => VerifyAsync($"[Vpc, PublicSubnet, {attributes}] public partial class Host;");

    [Fact]
    public Task Ipv6_IsReported() => VerifyAsync("[Vpc(Ipv6 = true), PublicSubnet, Ec2(\"t3.micro\"), [|Ingress(Cidr.InternetIpv6, 8000, 8100)|]] public partial class Host;");

    [Fact]
    public Task AllOfAProtocol_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [Fargate(Image = \"i\"), {|#0:Ingress(Cidr.Internet, Protocol = Protocol.Udp)|}] public partial class Api; }",
        [Finding("Api admits the internet on 0-65535: Internet -> Api:0-65535. Whatever is ever started there is open to everybody. Name the one port that is meant: [Ingress(Cidr.Internet, 443)].", 0)]);

    [Theory]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), {|ARCH1021:Ingress(Cidr.Internet, 8000)|}, Ingress(Cidr.Internet, 8001)")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), {|ARCH1021:Ingress(Cidr.Internet, 8000, 8000)|}")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), Ingress(\"203.0.113.0/24\", 8000, 8100)")]
    [InlineData("IsolatedSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 8000, 8100)")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), {|ARCH1031:Ingress(Cidr.Internet)|}")] // among them ports of which worse is said
    [InlineData("PublicSubnet, Alb, Ingress(Cidr.Internet)")] // a load balancer answers on its listeners' ports alone
    public Task OnePortOrNobody_IsNotReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Host;");
}
