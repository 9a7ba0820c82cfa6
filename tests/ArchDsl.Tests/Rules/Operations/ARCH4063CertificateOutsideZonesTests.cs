namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4063CertificateOutsideZonesTests : RuleTests
{
    [Fact]
    public Task CertificateOfAnotherDomain_IsReported() => VerifyAsync(
        "[Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate({|#0:\"shop.exmaple.com\"|})] public partial class Tls; }",
        [Finding("Tls is for shop.exmaple.com, which lies in no [HostedZone] here, but example.com: the deployment waits until somebody proves the domain by hand. Correct the domain, or add the [HostedZone] that it lies in.", 0)]);

    [Theory]
    [InlineData("[Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate([|\"badexample.com\"|])] public partial class Tls; }")] // ends like it, and is another
    [InlineData("[Vpc, HostedZone(\"shop.example.com\")] public partial class Shop { [Certificate([|\"*.example.com\"|])] public partial class Tls; }")] // above the zone
    [InlineData("[Vpc] public partial class Shop { [HostedZone(\"a.example\")] public partial class A { [Certificate([|\"b.example\"|])] public partial class Tls; } [HostedZone(\"b.example\")] public partial class B; }")] // in a zone of another class
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate(\"example.com\"), Certificate([|\"example.org\"|], Stage = \"prod\")] public partial class Tls; }")]
    public Task EveryDomainOutside_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate(\"*.Example.com\")] public partial class Tls; }")]
    [InlineData("[Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate(\"a.b.example.com\")] public partial class Tls; }")]
    [InlineData("[Vpc] public partial class Shop { [Certificate(\"example.com\")] public partial class Tls; }")] // people prove it, and know that
    [InlineData("[Vpc, HostedZone(\"example.com\")] public partial class Shop { [Certificate(\"example.org\")] public partial class Tls { partial void Configure(Amazon.CDK.AWS.CertificateManager.CertificateProps props) { } } }")]
    public Task DomainInAZone_IsNotReported(string source) => VerifyAsync(source);
}
