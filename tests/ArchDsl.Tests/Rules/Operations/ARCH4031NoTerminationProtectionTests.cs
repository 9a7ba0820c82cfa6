namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4031NoTerminationProtectionTests : RuleTests
{
    [Theory]
    [InlineData("[|Ec2(\"t3.micro\")|]")]
    [InlineData("Ec2(\"t3.micro\", [|TerminationProtection = false|])")]
    public Task OpenInstance_IsReported(string attribute) => VerifyAsync(Program(attribute));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:Ec2(\"t3.micro\")|}"),
        [Finding("Host can be terminated with one call, and its disk with it. Set TerminationProtection = true, unless everything on it can be made again.", 0)]);

    [Fact]
    public Task ProtectedInstance_IsNotReported() => VerifyAsync(Program("Ec2(\"t3.micro\", TerminationProtection = true)"));

    private static string Program(string attribute) => $"[Vpc, PublicSubnet, {attribute}] public partial class Host;";
}
