namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2030TopicNotEncryptedTests : RuleTests
{
    [Theory]
    [InlineData("[|Topic|]")]
    [InlineData("[|Topic(\"alerts\")|]")]
    [InlineData("Topic([|Encrypted = false|])")]
    public Task PlainTopic_IsReported(string attribute) => VerifyAsync(Program(attribute));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:Topic|}"),
        [Finding("The messages of Alerts are not encrypted at rest. Set Encrypted = true: the topic then has a key of its own, which its alarms and users may use.", 0)]);

    [Fact]
    public Task EncryptedTopic_IsNotReported() => VerifyAsync(Program("Topic(Encrypted = true)"));

    private static string Program(string attribute) => $"[Architecture(\"a\")] public partial class Shop {{ [{attribute}] public partial class Alerts; }}";
}
