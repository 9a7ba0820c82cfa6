namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1020PlaintextFromInternetTests : RuleTests
{
    [Theory]
    [InlineData("PublicSubnet, Alb, [|HttpListener|]")]
    [InlineData("PublicSubnet, Alb, [|HttpListener(8080)|]")]
    [InlineData("PublicSubnet, Alb, [|HttpListener(80)|], [|HttpListener(8080, RedirectToHttps = false)|]")]
    [InlineData("PublicSubnet, Alb, [|HttpListener(80)|], HttpListener(8080, RedirectToHttps = true)")]
    [InlineData("PublicSubnet, Alb, [|HttpListener|], Ingress(Cidr.Internet, 80)")]
    public Task PlaintextListener_IsReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Lb;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [Alb, {|#0:HttpListener(8080)|}] public partial class Lb; }",
        [Finding("Lb takes plain HTTP from the internet on port 8080: everybody on the way can read and change it. Redirect it to HTTPS with RedirectToHttps = true.", 0)]);

    [Theory]
    [InlineData("PublicSubnet, Alb, HttpListener(RedirectToHttps = true)")]
    [InlineData("PublicSubnet, Alb")]
    [InlineData("PrivateSubnet, Alb, HttpListener")]
    [InlineData("IsolatedSubnet, Alb, HttpListener, Ingress(\"10.0.0.0/8\", 80)")]
    [InlineData("PublicSubnet, Alb, HttpListener, Ingress(\"203.0.113.0/24\", 80)")] // the world is not admitted
    public Task RedirectOrInternalListener_IsNotReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Lb;");

    [Fact]
    public Task PortThatTheWorldDoesNotReach_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [Alb, HttpListener(80, RedirectToHttps = true), HttpListener(8080), Ingress(Cidr.Internet, 80), Ingress(\"10.0.0.0/8\", 8080)] public partial class Lb; }");

    [Fact]
    public Task HttpsListener_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [Certificate(\"example.com\")] public partial class Tls; [Alb, HttpsListener<Tls>] public partial class Lb; }");
}
