namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0020InvalidAcceptanceTests : RuleTests
{
    [Theory]
    [InlineData("[|AcceptRisk(\"ARCH2010\")|]")]
    [InlineData("AcceptRisk(\"ARCH2010\", [|Reason = \"\"|])")]
    [InlineData("AcceptRisk(\"ARCH2010\", [|Reason = \" \\t\\n\"|])")]
    [InlineData("AcceptRisk(\"ARCH2010\", [|Reason = null|])")]
    [InlineData("AcceptRisk([|\"ARCH9999\"|], Reason = \"r\")")]
    [InlineData("AcceptRisk([|\"arch2010\"|], Reason = \"r\")")]
    [InlineData("AcceptRisk([|\"\"|], Reason = \"r\")")]
    [InlineData("AcceptRisk([|\"ARCH0001\"|], Reason = \"r\")")]
    [InlineData("AcceptRisk([|\"ARCH0022\"|], Reason = \"r\")")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", [|Until = \"tomorrow\"|])")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", [|Until = \"2027-6-30\"|])")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", [|Until = \"2027-02-29\"|])")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", [|Until = \"\"|])")]
    public Task AcceptanceThatDoesNotCount_IsReported(string acceptance) =>
        VerifyAsync($"[S3({{|ARCH2010:PublicRead = true|}}), {acceptance}] public partial class Images;");

    [Theory]
    [InlineData("{|#0:AcceptRisk(\"ARCH2010\")|}", "a risk is accepted for a reason: Reason = \"...\"")]
    [InlineData("AcceptRisk({|#0:\"ARCH9999\"|}, Reason = \"r\")", "there is no rule 'ARCH9999'")]
    [InlineData("AcceptRisk({|#0:\"arch2010 \"|}, Reason = \"r\")", "there is no rule 'arch2010 '; write 'ARCH2010'")]
    [InlineData("AcceptRisk({|#0:\"ARCH0001\"|}, Reason = \"r\")", "ARCH0001 says that the source makes no sense, which nobody can accept")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", {|#0:Until = \"30.6.2027\"|})", "'30.6.2027' is no date like 2027-06-30")]
    public Task Message_IsReported(string acceptance, string reason) => VerifyAsync(
        $"[S3({{|ARCH2010:PublicRead = true|}}), {acceptance}] public partial class Images;", [Finding("This acceptance does not count: " + reason, 0)]);

    [Theory]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\")")]
    [InlineData("AcceptRisk(id: \"ARCH2010\", Reason = \"r\", Until = \"2028-02-29\")")]
    public Task AcceptanceThatCounts_IsNotReported(string acceptance) => VerifyAsync($"[S3(PublicRead = true), {acceptance}] public partial class Images;");
}
