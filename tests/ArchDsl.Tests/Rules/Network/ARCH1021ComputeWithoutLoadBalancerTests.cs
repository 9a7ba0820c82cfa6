namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1021ComputeWithoutLoadBalancerTests : RuleTests
{
    [Theory]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(Cidr.Internet, 8443)|]")]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(\"0.0.0.0/1\", 53, Protocol = Protocol.Udp)|]")]
    [InlineData("Fargate(Image = \"i\"), [|Ingress(Cidr.Internet, 80)|]")]
    [InlineData("Fargate(Image = \"i\", Port = 8000), [|Ingress(Cidr.Internet, 80)|]")] // whoever admits a port means something to listen there
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(Cidr.Internet, 443)|], {|ARCH1031:Ingress(Cidr.Internet, 22)|}")]
    public Task OpenCompute_IsReported(string attributes) => VerifyAsync($"[Vpc, PublicSubnet, {attributes}] public partial class Host;");

    [Fact]
    public Task EveryIngress_IsReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Ec2("t3.micro")]
            [{|#1:Ingress(Cidr.Internet, 443)|}, {|#0:Ingress(Cidr.Internet, 80)|}, Ingress("10.0.0.0/8", 22)]
            public partial class Host;
        }
        """,
        [Finding("Host is open to the internet on 80, 443 without a load balancer in front of it: Internet -> Host:80, 443. Put it behind an [Alb] that [RoutesTo<Host>], and remove the ingress.", 0, 1)]);

    [Theory]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\")")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), Ingress(\"203.0.113.0/24\", 22)")]
    [InlineData("IsolatedSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22)")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), {|ARCH1031:Ingress(Cidr.Internet)|}")] // what is worse is said alone
    [InlineData("PublicSubnet, Fargate(Image = \"i\", Port = 8000), {|ARCH1030:Ingress(Cidr.Internet, 8000, 8100)|}")]
    [InlineData("PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet)")]
    public Task ClosedCompute_IsNotReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Host;");

    [Fact]
    public Task ComputeBehindALoadBalancer_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, RoutesTo<Host>] public partial class Lb;
            [Ec2("t3.micro")] public partial class Host;
        }
        """);
}
