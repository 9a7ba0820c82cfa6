namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1023WildcardCertificateTests : RuleTests
{
    [Theory]
    [InlineData("[|\"*.example.com\"|]")]
    [InlineData("\"example.com\", [|AlternativeNames = [\"*.example.com\"]|]")]
    public Task Wildcard_IsReported(string arguments) => VerifyAsync(Program(arguments));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#0:\"*.example.com\"|}, AlternativeNames = [\"example.com\", \"*.example.org\"]"),
        [Finding("Tls is for *.example.com and *.example.org, every name below the domain: whoever gets hold of one host speaks for all of them. Name the hosts that it serves.", 0)]);

    [Fact]
    public Task NamedHosts_AreNotReported() => VerifyAsync(Program("\"example.com\", AlternativeNames = [\"www.example.com\"]"));

    private static string Program(string arguments) => $"[Architecture(\"a\")] public partial class Shop {{ [Certificate({arguments})] public partial class Tls; }}";
}
