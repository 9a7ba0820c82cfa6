namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4021NoFlowLogsTests : RuleTests
{
    [Fact]
    public Task NoLogs_AreReported() => VerifyAsync(
        "[Vpc({|#0:FlowLogs = FlowLogs.None|})] public partial class Shop;",
        [Finding("Shop logs no connections: nobody can tell who knocked, nor where an intruder went. Remove FlowLogs = FlowLogs.None to log the refused ones.", 0)]);

    [Theory]
    [InlineData("Vpc")]
    [InlineData("Vpc(FlowLogs = FlowLogs.All)")]
    [InlineData("Vpc(\"10.1.0.0/16\", FlowLogs = FlowLogs.Rejected)")]
    public Task Logs_AreNotReported(string attribute) => VerifyAsync($"[{attribute}] public partial class Shop;");
}
