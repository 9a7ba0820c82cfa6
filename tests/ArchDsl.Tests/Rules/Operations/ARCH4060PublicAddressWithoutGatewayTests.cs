namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4060PublicAddressWithoutGatewayTests : RuleTests
{
    [Fact]
    public Task DatabaseInAVpcWithoutPublicSubnets_IsReported() => VerifyAsync(
        "[Vpc, IsolatedSubnet, Rds({|#0:Public = true|})] public partial class Shop;",
        [Finding("AWS refuses to make Shop: it has a public address (Public = true), and its VPC has no internet gateway, which comes with a [PublicSubnet]. Remove Public = true.", 0)]);

    [Theory]
    [InlineData("[Vpc, PrivateSubnet, Rds([|Public = true|])] public partial class Shop;")]
    [InlineData("[Architecture(\"a\")] public partial class Shop { [Vpc, IsolatedSubnet, Rds([|Public = true|])] public partial class One; [Vpc, PublicSubnet, Rds(Public = true)] public partial class Two; }")] // a gateway is one VPC's
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), Vpc, IsolatedSubnet, Rds, Rds([|Public = true|], Stage = \"prod\")] public partial class Shop;")]
    public Task EveryDatabaseWithoutGateway_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet] public partial class Edge; [IsolatedSubnet, Rds(Public = true)] public partial class Store; }")]
    [InlineData("[Vpc, IsolatedSubnet, Rds] public partial class Shop;")]
    [InlineData("[Vpc, IsolatedSubnet, Rds(Public = true)] public partial class Shop { partial void Configure(Amazon.CDK.AWS.RDS.DatabaseInstanceProps props) { } }")]
    public Task GatewayOrNoAddress_IsNotReported(string source) => VerifyAsync(source);
}
