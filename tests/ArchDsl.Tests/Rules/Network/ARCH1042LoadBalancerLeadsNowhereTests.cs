namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1042LoadBalancerLeadsNowhereTests : RuleTests
{
    [Fact]
    public Task LoadBalancerWithoutListener_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet, {|#0:Alb|}] public partial class Lb;",
        [Finding("Lb leads nowhere: it has no listener. Add an [HttpsListener<T>] or [HttpListener].", 0)]);

    [Fact]
    public Task LoadBalancerWithoutRoute_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet, {|#0:Alb(\"main\")|}, HttpListener] public partial class Lb;",
        [Finding("Lb leads nowhere: it has no component that answers its requests. Add a [RoutesTo<T>].", 0)]);

    [Fact]
    public Task InternalLoadBalancerThatNobodyAsks_IsReported() => VerifyAsync(
        Internal("{|#0:Alb|}, HttpListener", "Logs"),
        [Finding("Lb leads nowhere: it has no component that may ask it. Add a [Uses<Lb>] to those that do.", 0)]);

    [Theory]
    [InlineData("PublicSubnet")]
    [InlineData("PrivateSubnet")]
    public Task IngressBesideTheListeners_IsReported(string subnet) => VerifyAsync(
        Internal("Alb, HttpListener(80), HttpListener(81), {|#0:Ingress(Cidr.Internet, 8080)|}", "Logs").Replace("[PrivateSubnet]", $"[{subnet}]", StringComparison.Ordinal),
        [Finding("Lb leads nowhere: it has no listener on 8080, and admits nobody where it has one. Add an ingress on 80, 81.", 0)]);

    [Theory]
    [InlineData("Alb, HttpListener", "Uses<Inside.Lb>")]
    [InlineData("Alb, HttpListener, Ingress(\"10.0.0.0/8\", 80)", "Logs")] // whoever stands there
    public Task InternalLoadBalancerThatIsAsked_IsNotReported(string lb, string web) => VerifyAsync(Internal(lb, web));

    private static string Internal(string lb, string web) => $$"""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet, Fargate(Image = "i"), {{web}}] public partial class Web;
            [PrivateSubnet] public partial class Inside
            {
                [{{lb}}, RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i")] public partial class Api;
            }
        }
        """;

    [Fact]
    public Task WholeLoadBalancer_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;
            [Fargate(Image = "i")] public partial class Api;
        }
        """);

    /// <summary>Another error says what is wrong.</summary>
    [Theory]
    [InlineData("Alb, {|ARCH0014:RoutesTo<Api>|}")]
    [InlineData("Alb, HttpListener({|ARCH0024:RedirectToHttps = true|}), RoutesTo<Api>")]
    [InlineData("Alb, HttpsListener<{|CS0246:Missing|}>, RoutesTo<Api>")]
    public Task FaultyListener_IsNotReported(string lb) => VerifyAsync($$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [{{lb}}] public partial class Lb;
            [Fargate(Image = "i")] public partial class Api;
        }
        """);

    /// <summary>Another error says what is wrong.</summary>
    [Fact]
    public Task FaultyRoute_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Alb, HttpListener, {|ARCH0014:RoutesTo<Images>|}] public partial class Lb;
            [S3] public partial class Images;
        }
        """);

    [Fact]
    public Task HookedLoadBalancer_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet, Alb]
        public partial class Lb
        {
            partial void Created(Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancer construct) { }
        }
        """);
}
