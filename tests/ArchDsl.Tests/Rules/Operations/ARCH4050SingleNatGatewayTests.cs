namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4050SingleNatGatewayTests : RuleTests
{
    [Fact]
    public Task OneForTwoZones_IsReported() => VerifyAsync(
        Program("{|#0:NatGateways = 1|}", "Fargate(Image = \"i\")"),
        [Finding("Shop has one NAT gateway for 2 availability zones: if a zone with a NAT gateway fails, App in the other zones cannot get out. Remove NatGateways to have one in each zone.", 0)]);

    [Fact]
    public Task TwoForThreeZones_AreReported() => VerifyAsync(
        Program("AvailabilityZones = 3, {|#0:NatGateways = 2|}", "Fargate(Image = \"i\")"),
        [Finding("Shop has 2 NAT gateways for 3 availability zones: if a zone with a NAT gateway fails, App in the other zones cannot get out. Remove NatGateways to have one in each zone.", 0)]);

    [Theory]
    [InlineData("NatGateways = 2", "Fargate(Image = \"i\")")]
    [InlineData("AvailabilityZones = 2", "Fargate(Image = \"i\")")]
    [InlineData("AvailabilityZones = 1, NatGateways = 1", "Fargate(Image = \"i\")")]
    [InlineData("NatGateways = 1", "Rds")] // a store does not ask
    public Task EnoughOrUnused_IsNotReported(string vpc, string app) => VerifyAsync(Program(vpc, app));

    private static string Program(string vpc, string app) => $$"""
        [Vpc({{vpc}})]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, {{app}}] public partial class App;
        }
        """;
}
