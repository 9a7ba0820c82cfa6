namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1041ServiceOutOfReachTests : RuleTests
{
    [Fact]
    public Task BucketWithoutEndpoint_IsReported() => VerifyAsync(
        Program("{|#2:Vpc|}", "{|#1:IsolatedSubnet|}", "Ec2(\"t3.micro\"), {|#0:Uses<Images>|}"),
        [Finding("Worker uses Amazon S3, but has no way to it: it stands in App ([IsolatedSubnet]) without a default route. Add [VpcEndpoint(AwsService.S3)] to Shop, or move Worker to a [PrivateSubnet].", 0, 1, 2)]);

    [Theory]
    [InlineData("Vpc", "[|Uses<Images>|], [|Uses<Table>|], [|Uses<Alerts>|], [|Uses<Key>|]")]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3)", "Uses<Images>, [|Uses<Table>|]")]
    [InlineData("Vpc, VpcEndpoint(AwsService.Sns)", "Uses<Alerts>, [|Uses<Key>|]")]
    public Task EveryServiceWithoutWay_IsReported(string vpc, string uses) => VerifyAsync(Program(vpc, "IsolatedSubnet", $"Ec2(\"t3.micro\"), {uses}"));

    [Theory]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.DynamoDb), VpcEndpoint(AwsService.Sns), VpcEndpoint(AwsService.SecretsManager)", "IsolatedSubnet")]
    [InlineData("Vpc", "PublicSubnet")]
    [InlineData("Vpc", "PrivateSubnet")]
    public Task WayThere_IsNotReported(string vpc, string subnet) =>
        VerifyAsync(Program(vpc, subnet, "Ec2(\"t3.micro\"), Uses<Images>, Uses<Table>, Uses<Alerts>, Uses<Key>"));

    private static string Program(string vpc, string subnet, string worker) => $$"""
        [{{vpc}}]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Table;
            [Topic] public partial class Alerts;
            [Secret] public partial class Key;
            [PublicSubnet] public partial class Edge;
            [{{subnet}}] public partial class App
            {
                [{{worker}}] public partial class Worker;
            }
        }
        """;
}
