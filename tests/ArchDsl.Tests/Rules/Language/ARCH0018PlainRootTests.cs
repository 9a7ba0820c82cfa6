namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0018PlainRootTests : RuleTests
{
    [Theory]
    [InlineData("public partial class [|Shop|] { [S3] public partial class Images; }")]
    [InlineData("public partial class [|Shop|] { public partial class Storage { [S3] public partial class Images; } }")]
    [InlineData("[System.Obsolete] public partial class [|Shop|] { [S3] public partial class Images; }")]
    public Task RootWithoutAttribute_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "public partial class {|#0:Shop|} { [S3] public partial class Images; }",
        [Finding("Put [Architecture(\"...\")] on 'Shop': the classes nested in it are resources, and it becomes their stack", 0)]);

    [Theory]
    [InlineData("[Architecture(\"a\")] public partial class Shop { [S3] public partial class Images; }")]
    [InlineData("[Tag(\"a\", \"b\")] public partial class Shop { [S3] public partial class Images; }")]
    [InlineData("public partial class Plain { public partial class Nested; }")]
    public Task RootWithAttribute_IsNotReported(string source) => VerifyAsync(source);
}
