namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1020PlaintextFromInternetTests : RuleTests
{
    [Theory]
    [InlineData("[|HttpListener|]")]
    [InlineData("[|HttpListener(8080)|]")]
    [InlineData("[|HttpListener(80)|], [|HttpListener(8080, RedirectToHttps = false)|]")]
    [InlineData("[|HttpListener(80)|], HttpListener(8080, RedirectToHttps = true), HttpsListener<Tls>")]
    [InlineData("[|HttpListener|], Ingress(Cidr.Internet, 80)")]
    [InlineData("[|HttpListener|], Ingress(\"0.0.0.0/1\")")]
    public Task PlaintextListener_IsReported(string attributes) => VerifyAsync(Program("PublicSubnet", attributes));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("PublicSubnet", "{|#0:HttpListener(8080)|}"),
        [Finding("Lb takes plain HTTP from the internet on port 8080: everybody on the way can read and change it. Add an [HttpsListener<T>], and redirect with RedirectToHttps = true.", 0)]);

    [Theory]
    [InlineData("PublicSubnet", "HttpListener(RedirectToHttps = true), HttpsListener<Tls>")]
    [InlineData("PublicSubnet", "HttpsListener<Tls>")]
    [InlineData("PublicSubnet", "HttpsListener<Tls>(80)")]
    [InlineData("PrivateSubnet", "HttpListener")]
    [InlineData("IsolatedSubnet", "HttpListener, Ingress(\"10.0.0.0/8\", 80)")]
    [InlineData("PublicSubnet", "HttpListener, Ingress(\"203.0.113.0/24\", 80)")] // the world is not admitted
    [InlineData("PublicSubnet", "HttpsListener<Tls>, HttpListener(8080), Ingress(Cidr.Internet, 443), Ingress(\"10.0.0.0/8\", 8080)")] // not to this port
    public Task EncryptedOrInternalListener_IsNotReported(string subnet, string attributes) => VerifyAsync(Program(subnet, attributes));

    /// <summary>The load balancer itself answers with 404: nothing of anybody's travels in the clear.</summary>
    [Fact]
    public Task ListenerWithoutRoute_IsNotReported() => VerifyAsync("[Vpc, PublicSubnet, Alb, HttpListener] public partial class Lb;");

    private static string Program(string subnet, string attributes) => $$"""
        [Vpc, {{subnet}}]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, {{attributes}}, RoutesTo<Api>] public partial class Lb;
            [Ec2("t3.micro")] public partial class Api;
        }
        """;
}
