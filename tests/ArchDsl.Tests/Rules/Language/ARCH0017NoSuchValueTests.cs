namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0017NoSuchValueTests : RuleTests
{
    [Theory]
    [InlineData("[S3, Output(\"a\", [|Value.PublicIp|])] public partial class Images;")]
    [InlineData("[S3, Output(\"a\", [|Value.SecurityGroupId|])] public partial class Images;")]
    [InlineData("[S3, Output([|value: Value.VpcId|], name: \"a\")] public partial class Images;")]
    [InlineData("[Vpc, Output(\"a\", [|Value.Arn|])] public partial class Shop;")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet, Output(\"a\", [|Value.VpcId|])] public partial class Public; }")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet, Output(\"a\", [|Value.SecurityGroupId|])] public partial class Public; }")]
    public Task ValueOfAnotherKind_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3, Output(\"a\", {|#0:Value.PublicIp|})] public partial class Images;", [Finding("'Images' has no PublicIp to put out; it has Name, Arn, DnsName", 0)]);

    [Theory]
    [InlineData("[Vpc, PrivateSubnet, Rds, Output(\"vpc\", Value.VpcId), Output(\"group\", Value.SecurityGroupId), Output(\"endpoint\", Value.Endpoint), Output(\"port\", Value.Port)] public partial class Orders;")]
    [InlineData("[S3, Output(\"a\", Value.Name), Output(\"b\", Value.Arn), Output(\"c\", Value.DnsName)] public partial class Images;")]
    public Task ValueOfTheKind_IsNotReported(string source) => VerifyAsync(source);
}
