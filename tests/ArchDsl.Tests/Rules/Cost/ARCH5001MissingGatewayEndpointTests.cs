namespace ArchDsl.Tests.Rules.Cost;

public sealed class ARCH5001MissingGatewayEndpointTests : RuleTests
{
    [Theory]
    [InlineData("Fargate(Image = \"i\"), Uses<Images>")]
    [InlineData("Fargate, ImageFrom<Repository>(\"1\")")] // the layers lie in S3
    public Task TrafficThroughNat_IsReported(string attributes) => VerifyAsync(Program("[|Vpc|]", "PrivateSubnet", attributes));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:Vpc|}", "PrivateSubnet", "Fargate(Image = \"i\"), {|#1:Uses<Orders>|}"),
        [Finding("Api reaches DynamoDB through a NAT gateway, which takes money for each gigabyte: Api -> NAT gateway -> DynamoDB. A gateway endpoint is free: add [VpcEndpoint(AwsService.DynamoDb)] to Shop.", 0, 1)]);

    [Fact]
    public Task BothServices_AreReported() => VerifyAsync(Program("{|ARCH5001:[|Vpc|]|}", "PrivateSubnet", "Fargate(Image = \"i\"), Uses<Orders>, Uses<Images>"));

    [Theory]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3)", "PrivateSubnet", "Fargate(Image = \"i\"), Uses<Images>")]
    [InlineData("Vpc(NatGateways = 0)", "PrivateSubnet", "Fargate(Image = \"i\"), Uses<Images>")]
    [InlineData("Vpc", "PublicSubnet", "Fargate(Image = \"i\"), Uses<Images>")]
    [InlineData("Vpc", "PrivateSubnet", "Fargate(Image = \"i\")")]
    public Task FreeTrafficOrNone_IsNotReported(string vpc, string subnet, string attributes) => VerifyAsync(Program(vpc, subnet, attributes));

    private static string Program(string vpc, string subnet, string attributes) => $$"""
        [{{vpc}}]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Orders;
            [Ecr] public partial class Repository;
            [PublicSubnet] public partial class Edge;
            [{{subnet}}] public partial class App { [{{attributes}}] public partial class Api; }
        }
        """;
}
