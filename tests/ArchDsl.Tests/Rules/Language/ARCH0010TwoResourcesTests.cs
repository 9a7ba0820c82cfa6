namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0010TwoResourcesTests : RuleTests
{
    [Theory]
    [InlineData("[S3, [|Secret|]] public partial class Some;")]
    [InlineData("[S3, [|Secret|], [|DynamoDb|]] public partial class Some;")]
    [InlineData("[Vpc, PrivateSubnet, Rds, [|S3|]] public partial class Some;")]
    public Task SecondResource_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3, {|#0:Secret|}] public partial class Some;",
        [Finding("'Some' declares a resource already: give [Secret] a class of its own", 0)]);

    [Theory]
    [InlineData("[Vpc, PrivateSubnet, Rds, EcsCluster, Tag(\"a\", \"b\")] public partial class Some;")]
    [InlineData("[Architecture(\"a\")] public partial class Some { [S3] public partial class Images; [Secret] public partial class Key; }")]
    public Task OneResource_IsNotReported(string source) => VerifyAsync(source);
}
