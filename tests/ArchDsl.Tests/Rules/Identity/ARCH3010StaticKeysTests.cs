namespace ArchDsl.Tests.Rules.Identity;

public sealed class ARCH3010StaticKeysTests : RuleTests
{
    [Theory]
    [InlineData("[|Env(\"AWS_ACCESS_KEY_ID\", \"AKIA\")|]")]
    [InlineData("[|Env(\"AWS_SECRET_ACCESS_KEY\", \"\")|]")]
    [InlineData("[|InjectSecret<Key>(\"AWS_SECRET_ACCESS_KEY\")|]")]
    [InlineData("[|Uses<Key>(Env = \"AWS_ACCESS_KEY_ID\")|]")]
    public Task Key_IsReported(string attribute) => VerifyAsync(Program(attribute));

    [Fact]
    public Task BothKeys_AreReported() => VerifyAsync(
        Program("Env(\"A\", \"a\"), {|#1:InjectSecret<Key>(\"AWS_SECRET_ACCESS_KEY\")|}, {|#0:Env(\"AWS_ACCESS_KEY_ID\", \"AKIA\")|}"),
        [Finding("Api is given static AWS keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: they never expire, and whoever reads them once has them. Its role already permits what its edges say; remove the keys.", 0, 1)]);

    /// <summary>A key in plain text is a secret in plain text: one cause, one finding.</summary>
    [Fact]
    public Task KeyInPlainText_IsNotReported() => VerifyAsync(
        Program("Env(\"AWS_SECRET_ACCESS_KEY\", {|ARCH3011:\"wJalrXUtnFEMI\"|})"));

    [Theory]
    [InlineData("Env(\"AWS_REGION\", \"us-west-2\")")]
    [InlineData("Env(\"MY_AWS_ACCESS_KEY_ID\", \"a\"), Env(\"Aws_Access_Key_Id\", \"a\")")]
    [InlineData("Uses<Key>, InjectSecret<Key>(\"KEY\")")]
    public Task OtherVariable_IsNotReported(string attribute) => VerifyAsync(Program(attribute));

    private static string Program(string attribute) =>
        $"[Vpc, PublicSubnet] public partial class Shop {{ [Fargate(Image = \"i\"), {attribute}] public partial class Api; [Secret] public partial class Key; }}";
}
