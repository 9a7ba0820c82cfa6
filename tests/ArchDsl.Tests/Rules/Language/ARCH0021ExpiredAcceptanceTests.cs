using ArchDsl.Harness;

namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0021ExpiredAcceptanceTests : RuleTests
{
    [Theory]
    [InlineData("2026-12-01", "2026-11-30")]
    [InlineData("2027-01-01", "2026-12-31")]
    [InlineData("2027-01-01", "0001-01-01")]
    public Task AcceptanceThatEnded_IsReported(string today, string until) => VerifyAsync(
        $"[S3({{|ARCH2010:PublicRead = true|}}), AcceptRisk(\"ARCH2010\", Reason = \"r\", [|Until = \"{until}\"|])] public partial class Images;",
        project: On(today));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3({|ARCH2010:PublicRead = true|}), AcceptRisk(\"ARCH2010\", Reason = \"r\", {|#0:Until = \"2026-11-30\"|})] public partial class Images;",
        [Finding("The acceptance of ARCH2010 ended on 2026-11-30: mend the finding, or accept it anew with a reason of today", 0)],
        On("2026-12-01"));

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")] // the last day counts
    [InlineData("2026-12-01", "2026-12-02")]
    [InlineData("2026-12-01", "9999-12-31")]
    [InlineData("", "2000-01-01")]
    [InlineData(null, "2000-01-01")] // a build that does not say the day
    public Task AcceptanceThatHolds_IsNotReported(string? today, string until) => VerifyAsync(
        $"[S3(PublicRead = true), AcceptRisk(\"ARCH2010\", Reason = \"r\", Until = \"{until}\")] public partial class Images;",
        project: On(today));

    private static Action<SolutionState>? On(string? today) => today is null ? null : state => state.GlobalOptions["build_property.ArchDslToday"] = today;
}
