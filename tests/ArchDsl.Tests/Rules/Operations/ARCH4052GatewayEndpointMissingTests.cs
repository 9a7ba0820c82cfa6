namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4052GatewayEndpointMissingTests : RuleTests
{
    [Fact]
    public Task BucketThroughNat_IsReported() => VerifyAsync(
        Program("{|#0:Vpc|}", "PrivateSubnet", "{|#1:Uses<Images>|}"),
        [Finding("Api reaches Amazon S3 through a NAT gateway, which charges for every gigabyte: a gateway endpoint is free, and keeps the traffic off the internet. Add [VpcEndpoint(AwsService.S3)] to Shop.", 0, 1)]);

    [Fact]
    public Task TableThroughNat_IsReported() => VerifyAsync(Program("[|Vpc|], VpcEndpoint(AwsService.S3)", "PrivateSubnet", "Uses<Images>, Uses<Table>"));

    [Theory]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3)", "PrivateSubnet", "Uses<Images>")]
    [InlineData("Vpc", "PublicSubnet", "Uses<Images>")] // no NAT gateway on the way
    [InlineData("Vpc", "PrivateSubnet", "Logs")]
    public Task EndpointOrNoNeed_IsNotReported(string vpc, string subnet, string uses) => VerifyAsync(Program(vpc, subnet, uses));

    private static string Program(string vpc, string subnet, string uses) => $$"""
        [{{vpc}}]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Table;
            [PublicSubnet] public partial class Edge;
            [{{subnet}}] public partial class App
            {
                [Fargate(Image = "i"), {{uses}}] public partial class Api;
            }
        }
        """;
}
