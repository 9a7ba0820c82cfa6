namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1044PublicLoadBalancerFromInsideTests : RuleTests
{
    private const string Fault = "Worker uses Lb, which faces the internet, so that its name leads to public addresses, but";
    private const string Cure = "Use Api itself, or give it an [Alb] in a [PrivateSubnet].";

    [Fact]
    public Task NoWayOut_IsReported() => VerifyAsync(
        Program("{|#1:IsolatedSubnet|}", "Ec2(\"t3.micro\"), {|#0:Uses<Edge.Lb>|}", "Certificate(\"example.com\")"),
        [Finding($"{Fault} App ([IsolatedSubnet]) has no way out. {Cure}", 0, 1)]);

    [Theory]
    [InlineData("Ingress(\"10.0.0.0/16\", 443)")]
    [InlineData("Ingress<App.Worker>(443)")]
    [InlineData("Ingress(Cidr.Internet, 80)")] // the URL is that of the other listener
    public Task NobodyFromOutside_IsReported(string ingress) => VerifyAsync(
        Program("PrivateSubnet", "Ec2(\"t3.micro\"), [|Uses<Edge.Lb>|]", "Certificate(\"example.com\")", ingress + ", "));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("PrivateSubnet", "Ec2(\"t3.micro\"), {|#0:Uses<Edge.Lb>|}", "Certificate(\"example.com\")", "{|#1:Ingress(\"10.0.0.0/16\", 443)|}, "),
        [Finding($"{Fault} Lb admits no public address on 443, and Worker comes from one. {Cure}", 0, 1)]);

    [Theory]
    [InlineData("PrivateSubnet", "Uses<Edge.Lb>", "")]
    [InlineData("PublicSubnet", "Uses<Edge.Lb>", "")]
    [InlineData("PrivateSubnet", "Uses<Edge.Lb>", "Ingress(\"52.94.1.7/32\", 443), ")] // that may be the address of the gateway
    [InlineData("PrivateSubnet", "Uses<Edge.Lb>", "Ingress(Cidr.Internet, 443), ")]
    [InlineData("IsolatedSubnet", "Egress<Edge.Lb>(443)", "")] // it has private addresses, too
    public Task WayThere_IsNotReported(string subnet, string uses, string ingress) =>
        VerifyAsync(Program(subnet, $"Ec2(\"t3.micro\"), {uses}", "Certificate(\"example.com\")", ingress));

    private static string Program(string subnet, string worker, string tls, string ingress = "") => $$"""
        [Vpc]
        public partial class Shop
        {
            [{{tls}}] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, {{ingress}}RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i", Port = 8000)] public partial class Api;
            }
            [{{subnet}}] public partial class App
            {
                [{{worker}}] public partial class Worker;
            }
        }
        """;
}
