namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1022CertificateDoesNotCoverNameTests : RuleTests
{
    [Theory]
    [InlineData("example.com", "shop.example.com")]
    [InlineData("*.example.com", "example.com")]
    [InlineData("*.example.com", "a.b.example.com")]
    [InlineData("shop.example.com", "shopexample.com.example.com")]
    [InlineData("*.example.com", "*.shop.example.com")]
    public Task OtherName_IsReported(string certified, string name) => VerifyAsync(Program($"Certificate(\"{certified}\")", $"Dns([|\"{name}\"|])"));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("{|#1:Certificate(\"*.example.com\", AlternativeNames = [\"example.com\"])|}", "Dns({|#0:\"a.b.example.com\"|})"),
        [Finding("Lb has the name a.b.example.com, which the certificate Tls is not for: it is for *.example.com, example.com. Browsers refuse the connection. Add the name to the [Certificate], as AlternativeNames = [\"a.b.example.com\"], or give Lb a name that it is for.", 0, 1)]);

    [Theory]
    [InlineData("Certificate(\"shop.example.com\")", "Dns(\"shop.example.com\")")]
    [InlineData("Certificate(\"SHOP.example.com\")", "Dns(\"shop.EXAMPLE.com\")")]
    [InlineData("Certificate(\"*.example.com\")", "Dns(\"shop.example.com\")")]
    [InlineData("Certificate(\"*.example.com\")", "Dns(\"*.example.com\")")]
    [InlineData("Certificate(\"example.com\", AlternativeNames = [\"www.example.com\"])", "Dns(\"www.example.com\"), Dns(\"example.com\")")]
    public Task CoveredName_IsNotReported(string certificate, string dns) => VerifyAsync(Program(certificate, dns));

    [Fact]
    public Task OtherListener_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet, HostedZone("example.com")]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Certificate("api.example.com")] public partial class ApiTls;
            [Alb, HttpsListener<Tls>, HttpsListener<ApiTls>(8443), Dns("example.com"), Dns("api.example.com")] public partial class Lb;
        }
        """);

    // What the hook makes of the certificate is not known.
    [Fact]
    public Task HookedCertificate_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet, HostedZone("example.com")]
        public partial class Shop
        {
            [Certificate("example.com")]
            public partial class Tls
            {
                partial void Configure(Amazon.CDK.AWS.CertificateManager.CertificateProps props) => props.SubjectAlternativeNames = ["*.example.com"];
            }

            [Alb, HttpsListener<Tls>, Dns("api.example.com")] public partial class Lb;
        }
        """);

    [Fact]
    public Task BalancerWithoutHttps_IsNotReported() => VerifyAsync("""
        [Vpc, PrivateSubnet, HostedZone("example.com")]
        public partial class Shop
        {
            [Alb, HttpListener, Dns("api.example.com")] public partial class Lb;
        }
        """);

    private static string Program(string certificate, string dns) => $$"""
        [Vpc, PublicSubnet, HostedZone("example.com")]
        public partial class Shop
        {
            [{{certificate}}] public partial class Tls;
            [Alb, HttpsListener<Tls>, {{dns}}] public partial class Lb;
        }
        """;
}
