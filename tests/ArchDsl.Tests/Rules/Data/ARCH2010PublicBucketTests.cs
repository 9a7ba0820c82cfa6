namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2010PublicBucketTests : RuleTests
{
    [Theory]
    [InlineData("[S3([|PublicRead = true|])] public partial class Images;")]
    [InlineData("[S3(\"images\", Versioned = true, [|PublicRead = true|])] public partial class Images;")]
    [InlineData("[Architecture(\"a\")] public partial class Shop { [S3([|PublicRead = true|])] public partial class A; [S3([|PublicRead = true|])] public partial class B; }")]
    public Task PublicRead_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3({|#0:PublicRead = true|})] public partial class Images;",
        [Finding("Everyone on the internet can read every object in Images: Internet -> Images. Remove PublicRead = true, and hand out presigned URLs or put a CDN in front.", 0)]);

    [Theory]
    [InlineData("S3")]
    [InlineData("S3(PublicRead = false)")]
    [InlineData("S3, Cors(Origins = [\"*\"], Methods = [HttpVerb.Get])")]
    public Task PrivateBucket_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Images;");
}
