namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1045NobodyListensTests : RuleTests
{
    [Fact]
    public Task IngressOnAnotherPort_IsReported() => VerifyAsync(
        Program("Rds, {|#0:Ingress<Api>(3306)|}", "Logs"),
        [Finding("[Ingress<Api>] opens 3306 from Api to Store, which listens on 5432 alone. Write 5432, or [Uses<Store>] on Api, which knows the port.", 0)]);

    [Fact]
    public Task EgressToAnotherPort_IsReported() => VerifyAsync(
        Program("ElastiCache", "{|#0:Egress<Store>(6380, 6400)|}"),
        [Finding("[Egress<Store>] opens 6380-6400 from Api to Store, which listens on 6379 alone. Write 6379, or [Uses<Store>] on Api, which knows the port.", 0)]);

    [Theory]
    [InlineData("Rds, [|Ingress<Api>(5432, Protocol = Protocol.Udp)|]", "Logs")]
    [InlineData("Alb, HttpListener(8080), HttpListener(80), [|Ingress<Api>(443)|]", "Logs")]
    [InlineData("Rds(Port = 6000), [|Ingress<Api>(5432)|], Ingress<Api>(6000)", "Logs")]
    public Task WhateverMissesThePorts_IsReported(string store, string api) => VerifyAsync(Program(store, api));

    [Theory]
    [InlineData("Rds, Ingress<Api>(5432)", "Logs")]
    [InlineData("Rds, Ingress<Api>(5000, 6000)", "Logs")]
    [InlineData("Rds, Ingress<Api>", "Egress<Store>")]
    [InlineData("Rds, Ingress(\"10.0.0.0/16\", 3306)", "Uses<Store>")]
    [InlineData("Alb, HttpListener(8080), HttpListener(80), Ingress<Api>(8080)", "Logs")]
    [InlineData("Alb, HttpListener, Ingress<Store>(9999)", "Logs")] // of itself
    [InlineData("Ec2(\"t3.micro\", Port = 80), Ingress<Api>(9100)", "Logs")] // code may listen there
    [InlineData("Alb, Ingress<Api>(80)", "Logs")] // it has no listener at all: another rule
    public Task PortThatSomebodyListensOn_IsNotReported(string store, string api) => VerifyAsync(Program(store, api));

    [Fact]
    public Task HookedStore_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Fargate(Image = "i")] public partial class Api;
            [Rds, Ingress<Api>(3306)] public partial class Store { partial void Configure(Amazon.CDK.AWS.RDS.DatabaseInstanceProps props) { } }
        }
        """);

    private static string Program(string store, string api) => $$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Fargate(Image = "i"), {{api}}] public partial class Api;
            [{{store}}] public partial class Store;
        }
        """;
}
