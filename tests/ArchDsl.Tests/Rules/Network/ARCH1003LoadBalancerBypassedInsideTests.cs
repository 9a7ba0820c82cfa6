namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1003LoadBalancerBypassedInsideTests : RuleTests
{
    [Fact]
    public Task TargetOpenToTheNetwork_IsReported() => VerifyAsync(
        Program("{|#0:Ingress(\"10.0.0.0/16\", 8000)|}", "{|#1:Egress(\"10.0.0.0/16\")|}"),
        [Finding("Api takes requests on 8000 from Worker, not only from its load balancer: Worker -> Api:8000, because both sides admit addresses rather than components. Remove [Ingress], or write [Ingress<T>(8000)] for those that are meant.", 0, 1)]);

    [Theory]
    [InlineData("Ingress(\"10.0.0.0/16\", 8000)", "Uses<Api>, Egress(\"10.0.0.0/16\")")] // declared
    [InlineData("Ingress(\"10.0.0.0/16\", 8000)", "Logs")] // nothing lets Worker out
    [InlineData("Ingress(\"10.0.0.0/16\", 9000)", "Egress(\"10.0.0.0/16\")")] // nobody listens there
    [InlineData("Ingress(\"10.99.0.0/16\", 8000)", "Egress(Cidr.Internet)")] // nobody stands there
    [InlineData("Logs", "Egress(\"10.0.0.0/16\")")]
    public Task DeclaredOrClosed_IsNotReported(string api, string worker) => VerifyAsync(Program(api, worker));

    private static string Program(string api, string worker) => $$"""
        [Vpc]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i", Port = 8000), {{api}}] public partial class Api;
                [Fargate(Image = "i", Port = 9999), {{worker}}] public partial class Worker;
            }
        }
        """;
}
