using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>Ways round what stands in front, and ways that nothing declares: T02, T04, T06, T07, T11, T12.</summary>
public sealed class BypassPatternTests : PatternTests
{
    [Fact]
    public Task T02_LoadBalancerBypass() => BadAndGood(Site("{|ARCH1002:Ingress(Cidr.Internet, 8080)|}, ", ""), "{|ARCH1002:Ingress(Cidr.Internet, 8080)|}, ", "");

    [Fact]
    public Task T02_LoadBalancerBypassInside() => BadAndGood(
        Site("{|ARCH1003:Ingress(\"10.0.0.0/16\", 8080)|}, ", "[Fargate(Image = \"i\"), Egress(\"10.0.0.0/16\")] public partial class Worker;"),
        "{|ARCH1003:Ingress(\"10.0.0.0/16\", 8080)|}, ",
        "");

    [Fact]
    public Task T04_TierSkip() => BadAndGood(
        """
        [Vpc]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpsListener<Tls>, RoutesTo<Api>, Egress("10.0.0.0/16")] public partial class Lb;
                [Fargate(Image = "i"), Uses<Data.Database>] public partial class Api;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds, {|ARCH1004:Ingress("10.0.0.0/16", 5432)|}] public partial class Database;
            }
        }
        """,
        ", {|ARCH1004:Ingress(\"10.0.0.0/16\", 5432)|}",
        "");

    [Fact]
    public Task T06_UndeclaredReach() => BadAndGood(
        """
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class App
            {
                [Fargate(Image = "i"), Uses<Data.Database>] public partial class Api;
                [Fargate(Image = "i"), Egress("10.0.0.0/16")] public partial class Worker;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds, {|ARCH1004:Ingress("10.0.0.0/16", 5432)|}] public partial class Database;
            }
        }
        """,
        ", {|ARCH1004:Ingress(\"10.0.0.0/16\", 5432)|}",
        "");

    /// <summary>Every component has a group of its own, and every group guards one component or endpoint.</summary>
    [Fact]
    public void T07_SharedGroup_CannotBeWritten() => Assert.All(Architectures, static architecture => Assert.Equal(
        architecture.Topology.Components.Where(static c => c.Placement is not null).Select(static c => c.Path)
            .Concat(architecture.Topology.VpcEndpoints.Where(static e => !e.IsGateway).Select(static e => e.Path))
            .Order(),
        architecture.Topology.SecurityGroups.Select(static g => g.Path)));

    [Fact]
    public void T11_EdgeBypass_CannotBeWritten() => NotInTheLanguage("CloudFront", "Waf", "HttpApi");

    [Fact]
    public void T12_AuthenticationBypass_CannotBeWritten() => NotInTheLanguage("UserPool", "Authenticate", "HttpApi");

    private static string Site(string api, string worker) => $$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
            [{{api}}Fargate(Image = "i", Port = 8080)] public partial class Api;
            {{worker}}
        }
        """;
}
