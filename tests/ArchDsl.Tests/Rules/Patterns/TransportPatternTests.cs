using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>What travels in the clear, and what leaves no trace: T03, T26.</summary>
public sealed class TransportPatternTests : PatternTests
{
    [Fact]
    public Task T03_PlaintextHop() => BadAndGood(
        """
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, {|ARCH1020:HttpListener|}, RoutesTo<Api>] public partial class Lb;
            [Fargate(Image = "i")] public partial class Api;
        }
        """,
        "{|ARCH1020:HttpListener|}",
        "HttpListener(RedirectToHttps = true)");

    /// <summary>A load balancer that passes nothing on takes nothing in the clear.</summary>
    [Fact]
    public Task T03_LoadBalancerWithoutRoute() => Bad("[Vpc, PublicSubnet, {|ARCH1042:Alb|}, HttpListener] public partial class Lb; // not ARCH1020");

    /// <summary>Refused connections are logged unless the source says otherwise, and the output of containers is always.</summary>
    [Fact]
    public void T26_UnloggedPath_TakesAWord() =>
        Assert.All(Architectures, static architecture => Assert.All(architecture.Topology.Networks, static network => Assert.NotEqual(FlowLogs.None, network.FlowLogs)));
}
