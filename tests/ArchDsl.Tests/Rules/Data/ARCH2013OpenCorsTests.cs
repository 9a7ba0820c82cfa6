namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2013OpenCorsTests : RuleTests
{
    [Theory]
    [InlineData("Cors([|Origins = [\"*\"]|], Methods = [HttpVerb.Get, HttpVerb.Put])")]
    [InlineData("Cors(Methods = [HttpVerb.Delete], [|Origins = [\"https://example.com\", \"https://*\"]|])")]
    [InlineData("Cors(Origins = [\"https://example.com\"], Methods = [HttpVerb.Put]), Cors([|Origins = [\"*\"]|], Methods = [HttpVerb.Post])")]
    public Task WritingFromEverywhere_IsReported(string cors) => VerifyAsync(Program(cors));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("Cors({|#0:Origins = [\"*\"]|}, Methods = [HttpVerb.Delete, HttpVerb.Get, HttpVerb.Put])"),
        [Finding("Images lets pages of every origin send PUT, DELETE: whatever site a user visits may write with what the user's browser knows. Name your own sites in Origins.", 0)]);

    [Theory]
    [InlineData("Cors(Origins = [\"*\"], Methods = [HttpVerb.Get, HttpVerb.Head])")]
    [InlineData("Cors(Origins = [\"https://example.com\"], Methods = [HttpVerb.Put])")]
    [InlineData("Cors(Origins = [\"https://*.example.com\"], Methods = [HttpVerb.Put])")]
    [InlineData("Cors(Origins = [\"*\"], Methods = [HttpVerb.Get]), Cors(Origins = [\"https://example.com\"], Methods = [HttpVerb.Put])")]
    public Task ReadingOrOwnSites_IsNotReported(string cors) => VerifyAsync(Program(cors));

    private static string Program(string cors) => $"[Architecture(\"a\")] public partial class Shop {{ [S3, {cors}] public partial class Images; }}";
}
