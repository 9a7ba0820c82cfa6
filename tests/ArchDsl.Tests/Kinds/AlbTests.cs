using ArchDsl.Harness;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Kinds;

public sealed class AlbTests
{
    /// <summary>A client refuses a certificate that has another name than it asked for, and none has the name that AWS gives.</summary>
    [Theory]
    [InlineData("HttpsListener<Tls>, Dns(\"shop.example.com\")", "\"https://shop.example.com\"")]
    [InlineData("HttpsListener<Tls>(8443), Dns(\"shop.example.com\"), Dns(\"a.example.com\")", "\"https://shop.example.com:8443\"")]
    [InlineData("HttpsListener<Tls>, Dns(\"*.example.com\"), Dns(\"shop.example.com\")", "\"https://shop.example.com\"")]
    [InlineData("HttpsListener<Tls>", "$\"https://{Root.node_Lb.LoadBalancer.LoadBalancerDnsName}\"")]
    [InlineData("HttpListener(8080), Dns(\"shop.example.com\")", "$\"http://{Root.node_Lb.LoadBalancer.LoadBalancerDnsName}:8080\"")]
    public void Url_IsOneThatTheCertificateCovers(string attributes, string url) => Assert.Contains(
        $"[\"LB_URL\"] = {url},",
        Generated($$"""
            [Vpc, PublicSubnet, HostedZone("example.com")]
            public partial class Shop
            {
                [Certificate("*.example.com")] public partial class Tls;
                [Alb, RoutesTo<Api>, {{attributes}}] public partial class Lb;
                [Fargate(Image = "i")] public partial class Api;
                [Fargate(Image = "i"), Uses<Lb>] public partial class Worker;
            }
            """),
        StringComparison.Ordinal);

    private static string Generated(string source) => Assert.Single(Verify.VerifyGenerator(TestProgram.Of(source)).Sources).Text;
}
