namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0023UnknownStageTests : RuleTests
{
    [Theory]
    [InlineData("[S3, Tag(\"a\", \"b\", [|Stage = \"prod\"|])] public partial class Images;")]
    [InlineData("[Stage(\"prod\"), S3, Tag(\"a\", \"b\", [|Stage = \"Prod\"|])] public partial class Images;")]
    [InlineData("[Stage(\"prod\"), Vpc] public partial class Shop { [S3, S3(PublicRead = true, [|Stage = \"dev\"|])] public partial class Images; }")]
    [InlineData("[Stage(\"prod\"), S3, Tag(\"a\", \"b\", [|Stage = \"\"|])] public partial class Images;")]
    public Task StageThatIsNotDeclared_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Stage(\"dev\"), S3, Tag(\"a\", \"b\", {|#0:Stage = \"prod\"|})] public partial class Images;",
        [Finding("[Tag] is for the stage 'prod', which the top-level class does not declare; add [Stage(\"prod\")] there, or name one that it declares", 0)]);

    [Theory]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3, Tag(\"a\", \"b\", Stage = \"prod\")] public partial class Images;")]
    [InlineData("[Stage(\"prod\"), Vpc] public partial class Shop { [S3, S3(Versioned = true, Stage = \"prod\")] public partial class Images; }")]
    [InlineData("[S3, Tag(\"a\", \"b\", Stage = null)] public partial class Images;")]
    [InlineData("[Stage({|ARCH0013:\"a b\"|}), S3, Tag(\"a\", \"b\", Stage = \"a b\")] public partial class Images;")]
    public Task DeclaredStage_IsNotReported(string source) => VerifyAsync(source);
}
