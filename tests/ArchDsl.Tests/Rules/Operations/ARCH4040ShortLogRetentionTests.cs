namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4040ShortLogRetentionTests : RuleTests
{
    [Theory]
    [InlineData("Logs([|RetentionDays = 7|])")]
    [InlineData("Logs(\"/shop\", [|RetentionDays = 180|])")]
    public Task ShortRetention_IsReported(string logs) => VerifyAsync(Program(logs));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("Logs({|#0:RetentionDays = 30|})"),
        [Finding("The logs of Api are deleted after 30 days: an attack that is found later has left no trace. Remove RetentionDays = 30 to keep them for a year.", 0)]);

    [Theory]
    [InlineData("Logs")]
    [InlineData("Logs(\"/shop\")")]
    [InlineData("Logs(RetentionDays = 365)")]
    [InlineData("Logs(RetentionDays = 3653)")]
    [InlineData("Container(\"c\")")] // without the attribute too
    public Task YearOrMore_IsNotReported(string logs) => VerifyAsync(Program(logs));

    private static string Program(string logs) => $"[Vpc, PublicSubnet] public partial class Shop {{ [Fargate(Image = \"i\"), {logs}] public partial class Api; }}";
}
