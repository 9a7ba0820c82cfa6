namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4030NoDetailedMonitoringTests : RuleTests
{
    [Theory]
    [InlineData("[|Ec2(\"t3.micro\")|]")]
    [InlineData("Ec2(\"t3.micro\", [|DetailedMonitoring = false|])")]
    public Task FiveMinutes_AreReported(string attribute) => VerifyAsync(Program(attribute));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:Ec2(\"t3.micro\")|}"),
        [Finding("Host is measured every five minutes alone: a short overload shows nowhere. Set DetailedMonitoring = true to measure it each minute, for a price.", 0)]);

    [Fact]
    public Task EachMinute_IsNotReported() => VerifyAsync(Program("Ec2(\"t3.micro\", DetailedMonitoring = true)"));

    private static string Program(string attribute) => $"[Vpc, PublicSubnet, {attribute}] public partial class Host;";
}
