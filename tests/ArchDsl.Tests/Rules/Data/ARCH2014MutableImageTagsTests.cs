namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2014MutableImageTagsTests : RuleTests
{
    [Theory]
    [InlineData("[|Ecr|]")]
    [InlineData("[|Ecr(\"images\")|]")]
    [InlineData("Ecr([|ImmutableTags = false|])")]
    public Task MovingTags_AreReported(string attribute) => VerifyAsync(Program(attribute));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:Ecr|}"),
        [Finding("The tags in Images can be moved: whoever may push can put another image behind a tag that is deployed already. Set ImmutableTags = true, and push each build under a tag of its own.", 0)]);

    [Fact]
    public Task StandingTags_AreNotReported() => VerifyAsync(Program("Ecr(ImmutableTags = true)"));

    private static string Program(string attribute) => $"[Architecture(\"a\")] public partial class Shop {{ [{attribute}] public partial class Images; }}";
}
