namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1002LoadBalancerBypassedTests : RuleTests
{
    [Fact]
    public Task OpenTarget_IsReported() => VerifyAsync(
        Program("PublicSubnet", "Fargate(Image = \"i\", Port = 8000), {|#0:Ingress(Cidr.Internet, 8000)|}"),
        [Finding("Api takes requests from the internet on 8000 without Lb, which stands in front of it: Internet -> Api:8000. Remove the ingress: [RoutesTo<Api>] admits Lb, and it alone.", 0)]);

    [Theory]
    [InlineData("Ec2(\"t3.micro\", Port = 8000), [|Ingress(Cidr.Internet)|]")]
    [InlineData("Ec2(\"t3.micro\", Port = 8000), [|Ingress(\"0.0.0.0/1\", 8000)|], Ingress(Cidr.Internet, 22)")]
    [InlineData("Fargate(Image = \"i\", Port = 8000), [|Ingress(Cidr.Internet, 8000, 9000)|]")]
    public Task WhateverOpensThePort_IsReported(string attributes) => VerifyAsync(Program("PublicSubnet", attributes));

    /// <summary>The wider rule alone stands in the group, but without it the narrower one would do.</summary>
    [Fact]
    public Task RuleThatAWiderOneCovers_IsReported() => VerifyAsync(
        Program("PublicSubnet", "Fargate(Image = \"i\", Port = 8000), {|#1:Ingress(Cidr.Internet, 8000)|}, {|#0:Ingress(Cidr.Internet)|}, Ingress(\"10.0.0.0/8\", 8000)"),
        [Finding("Api takes requests from the internet on 8000 without Lb, which stands in front of it: Internet -> Api:8000. Remove the ingress: [RoutesTo<Api>] admits Lb, and it alone.", 0, 1)]);

    [Theory]
    [InlineData("PublicSubnet", "Fargate(Image = \"i\", Port = 8000)")]
    [InlineData("PrivateSubnet", "Fargate(Image = \"i\", Port = 8000), Ingress(Cidr.Internet, 8000)")] // no public address
    [InlineData("PublicSubnet", "Fargate(Image = \"i\", Port = 8000), Ingress(\"203.0.113.0/24\", 8000)")] // an office
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\", Port = 8000), Ingress(Cidr.Internet, 22)")] // another port
    public Task ClosedTarget_IsNotReported(string subnet, string attributes) => VerifyAsync(Program(subnet, attributes));

    [Fact]
    public Task ComponentWithoutLoadBalancer_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet, Fargate(Image = \"i\"), Ingress(Cidr.Internet, 80)] public partial class Api;");

    [Fact]
    public Task HookedTarget_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
            [Fargate(Image = "i"), Ingress(Cidr.Internet, 80)]
            public partial class Api
            {
                partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { }
            }
        }
        """);

    /// <summary>A host that the internet reaches is the internet's way round the load balancer, over a range that takes it in.</summary>
    [Theory]
    [InlineData("{|#2:Ingress(Cidr.Internet, 80)|}, {|#1:Egress(\"10.0.0.0/16\")|}", 0, 1, 2)]
    [InlineData("{|#2:Ingress(\"0.0.0.0/1\", 80)|}, {|#3:Ingress(\"128.0.0.0/1\", 80)|}, {|#1:Egress(Cidr.Internet)|}", 0, 1, 2, 3)]
    public Task RangeWithAHostThatTheInternetReaches_IsReported(string host, params int[] spans) => VerifyAsync($$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
            [Fargate(Image = "i", Port = 8000), {|#0:Ingress("10.0.0.0/16", 8000)|}] public partial class Api;
            [Fargate(Image = "i", Port = 80), {{host}}] public partial class Web;
            [Fargate(Image = "i"), Egress("10.0.0.0/16")] public partial class Worker;
        }
        """,
        [Finding("Api takes requests from Web, which the internet reaches, on 8000 without Lb, which stands in front of it: Internet -> Web:80 -> Api:8000. Remove the ingress: [RoutesTo<Api>] admits Lb, and it alone.", spans)]);

    private static string Program(string subnet, string attributes) => $$"""
        [Vpc]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpsListener<Tls>, RoutesTo<App.Api>] public partial class Lb;
            }
            [{{subnet}}] public partial class App
            {
                [{{attributes}}] public partial class Api;
            }
        }
        """;
}
