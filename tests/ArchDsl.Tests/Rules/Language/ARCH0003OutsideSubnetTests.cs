namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0003OutsideSubnetTests : RuleTests
{
    [Theory]
    [InlineData("[Vpc] public partial class Shop { [[|Rds|]] public partial class Some; }")]
    [InlineData("[Vpc] public partial class Shop { [[|Alb|], HttpListener] public partial class Some; }")]
    [InlineData("[Vpc] public partial class Shop { [Tag(\"a\", \"b\"), [|Ec2(\"t3.micro\")|]] public partial class Some; }")]
    [InlineData("[Vpc] public partial class Shop { [[|Fargate(Image = \"i\")|]] public partial class Some; }")]
    [InlineData("[Vpc] public partial class Shop { [[|ElastiCache|]] public partial class Some; }")]
    [InlineData("[Vpc, [|Rds|]] public partial class Some;")]
    [InlineData("[[|Rds|]] public partial class Some;")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet] public partial class Public; public partial class Beside { [[|Rds|]] public partial class Some; } }")]
    public Task NetworkedResource_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [{|#0:Rds|}] public partial class Database; }",
        [Finding("Nest 'Database' in a class with [PublicSubnet], [PrivateSubnet] or [IsolatedSubnet], or put one of them on it: [Rds] is attached to a network", 0)]);

    [Theory]
    [InlineData("[Vpc, PrivateSubnet, Rds] public partial class Some;")]
    [InlineData("[Vpc] public partial class Shop { [PrivateSubnet, Rds] public partial class Some; }")]
    [InlineData("[Vpc] public partial class Shop { [PrivateSubnet] public partial class Private { public partial class Deep { [Rds] public partial class Some; } } }")]
    [InlineData("[S3] public partial class Some;")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images; [Secret] public partial class Key; }")]
    public Task ResourceInSubnetOrRegionalResource_IsNotReported(string source) => VerifyAsync(source);
}
