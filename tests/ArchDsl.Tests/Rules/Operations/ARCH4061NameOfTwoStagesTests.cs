namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4061NameOfTwoStagesTests : RuleTests
{
    [Fact]
    public Task NameOfABucket_IsReported() => VerifyAsync(
        Program("Stage(\"dev\"), Stage(\"test\"), Stage(\"prod\")", "S3({|#0:\"images\"|})"),
        [Finding("Thing is called 'images' in the stage dev too, and AWS has such a name once in all accounts: the second stage cannot be deployed. Write a name for each stage, with Stage = \"...\", or leave it out. (stage test, prod)", 0)]);

    [Fact]
    public Task NameOfADatabase_IsReported() => VerifyAsync(
        Program("Stage(\"dev\"), Stage(\"prod\")", "Vpc, PrivateSubnet, Rds({|#0:Name = \"orders\"|})"),
        [Finding("Thing is called 'orders' in the stage dev too, and AWS has such a name once in an account and region: the second stage cannot be deployed. Write a name for each stage, with Stage = \"...\", or leave it out, or give the stages accounts of their own, [Stage(\"...\", Account = \"...\")]. (stage prod)", 0)]);

    [Theory]
    [InlineData("Stage(\"dev\", Account = \"111111111111\"), Stage(\"prod\", Account = \"222222222222\")", "S3([|\"images\"|])")] // the world's
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "S3([|\"images-${AWS::AccountId}\"|])")]
    [InlineData("Stage(\"dev\", Region = \"eu-west-1\"), Stage(\"prod\", Region = \"us-east-1\")", "Vpc, PublicSubnet, Fargate(Image = \"i\"), Roles([|Task = \"Api\"|])")] // of all regions
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "Vpc, PublicSubnet, Fargate(Image = \"i\"), Roles(Task = \"Api\"), Roles([|Task = \"API\"|], Stage = \"prod\")")]
    [InlineData("Stage(\"dev\"), Stage(\"test\"), Stage(\"prod\")", "DynamoDb(\"dev-table\", PartitionKey = \"id\"), DynamoDb(\"orders\", Stage = \"test\"), DynamoDb([|\"orders\"|], Stage = \"prod\")")]
    public Task EveryNameThatCollides_IsReported(string stages, string attributes) => VerifyAsync(Program(stages, attributes));

    [Theory]
    [InlineData("Tag(\"a\", \"b\")", "S3(\"images\")")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "S3(\"images-dev\"), S3(\"images\", Stage = \"prod\")")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\", Account = \"222222222222\")", "S3(\"images-${AWS::AccountId}\")")]
    [InlineData("Stage(\"dev\", Region = \"eu-west-1\"), Stage(\"prod\", Region = \"us-east-1\")", "S3(\"images-${AWS::Region}\")")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\", Account = \"222222222222\")", "DynamoDb(\"orders\", PartitionKey = \"id\")")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\", Region = \"us-east-1\")", "DynamoDb(\"orders\", PartitionKey = \"id\")")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "Vpc, PublicSubnet, Ec2(\"t3.micro\"), SecurityGroup(\"web\")")] // each has a VPC of its own
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "Vpc, PublicSubnet, Fargate(Image = \"i\", Name = \"api\")")] // and a cluster
    [InlineData("Stage(\"dev\"), Stage(\"prod\")", "S3")]
    public Task NamesThatDiffer_AreNotReported(string stages, string attributes) => VerifyAsync(Program(stages, attributes));

    [Fact]
    public Task HookedBucket_IsNotReported() => VerifyAsync(
        Program("Stage(\"dev\"), Stage(\"prod\")", "S3(\"images\")").Replace("Thing;", "Thing { partial void Configure(Amazon.CDK.AWS.S3.BucketProps props) { } }", StringComparison.Ordinal));

    private static string Program(string stages, string attributes) => $"[Architecture(\"a\"), {stages}] public partial class Shop {{ [{attributes}] public partial class Thing; }}";
}
