namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1006UndeclaredReachTests : RuleTests
{
    [Fact]
    public Task OpenPort_IsReported() => VerifyAsync(
        Program("Fargate(Image = \"i\", Port = 8000), {|#0:Ingress(\"10.0.0.0/16\", 8000)|}", "{|#1:Egress(\"10.0.0.0/16\")|}"),
        [Finding("Api is reachable by Worker, and nothing declares it: Worker -> Api:8000, because both sides admit addresses rather than components. Write [Ingress<T>] or [Uses<Api>] for those that are meant in the place of the range.", 0, 1)]);

    [Theory]
    [InlineData("Fargate(Image = \"i\", Port = 8000), [|Ingress(\"10.0.0.0/16\", 9000)|]", "Egress(\"10.0.0.0/16\")")]
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(\"10.0.0.0/16\")|]", "Egress(\"10.0.0.0/16\", 80)")] // of the ports of administration nobody gets to one
    [InlineData("Ec2(\"t3.micro\"), [|Ingress(\"10.0.0.0/16\", 8080)|], Ingress(Cidr.Internet, 80)", "Egress(\"10.0.0.0/16\")")] // that is no other port
    public Task WhateverOpensAPort_IsReported(string api, string worker) => VerifyAsync(Program(api, worker));

    /// <summary>A range of every address that the internet has no way to: it opens the port to the network.</summary>
    [Fact]
    public Task RangeOfTheInternetInside_IsReported() => VerifyAsync(
        """
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet]
            public partial class App
            {
                [Fargate(Image = "i", Port = 8000), {|#0:Ingress(Cidr.Internet, 8000)|}, {|#1:Ingress("10.0.0.0/16", 8000)|}, Ingress<Other>(8000)] public partial class Api;
                [Ec2("t3.micro"), {|#2:Egress("10.0.0.0/16")|}] public partial class Worker;
                [Ec2("t3.micro")] public partial class Other;
            }
        }
        """,
        [Finding("Api is reachable by Worker, and nothing declares it: Worker -> Api:8000, because both sides admit addresses rather than components. Write [Ingress<T>] or [Uses<Api>] for those that are meant in the place of the range.", 0, 1, 2)]);

    [Theory]
    [InlineData("Ec2(\"t3.micro\"), {|ARCH1005:Ingress(\"10.0.0.0/16\")|}", "Egress(\"10.0.0.0/16\")")] // what is worse is said alone
    [InlineData("Fargate(Image = \"i\", Port = 8000), Ingress(\"10.0.0.0/16\", 8000)", "Uses<Api>, Egress(\"10.0.0.0/16\")")] // declared
    [InlineData("Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 80)", "Egress(\"10.0.0.0/16\")")] // open to the world, and so to everybody in the network
    [InlineData("Alb, HttpListener, RoutesTo<Worker>, Ingress(\"10.0.0.0/16\", 80)", "Egress(\"10.0.0.0/16\")")] // its purpose
    public Task DeclaredOrClosed_IsNotReported(string api, string worker) => VerifyAsync(Program(api, worker));

    private static string Program(string api, string worker) => $$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [{{api}}] public partial class Api;
            [Ec2("t3.micro"), {{worker}}] public partial class Worker;
        }
        """;
}
