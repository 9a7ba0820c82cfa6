using ArchDsl.Model;

namespace ArchDsl.Tests.Reach;

/// <summary>What can be reached one connection after the other.</summary>
public sealed class SpreadTests
{
    private const string Chain = """
        [Vpc]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Secret] public partial class Key;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<App.Web>] public partial class Lb;
            }
            [PrivateSubnet] public partial class App
            {
                [Fargate(Image = "i", Port = 3000), Uses<Inner>] public partial class Web;
                [Alb, HttpListener(8080), RoutesTo<Api>] public partial class Inner;
                [Fargate(Image = "i", Port = 8000), Uses<Data.Database>, Uses<Key>] public partial class Api;
                [Ec2("t3.micro"), Egress("10.0.0.0/16")] public partial class Worker;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds, Ingress("10.0.0.0/8", 5432)] public partial class Database;
                [ElastiCache] public partial class Cache;
            }
        }
        """;

    [Theory]
    [InlineData("Data.Database", "Internet -> Lb:443 -> Web:3000 -> Inner:8080 -> Api:8000 -> Database:5432")]
    [InlineData("App.Inner", "Internet -> Lb:443 -> Web:3000 -> Inner:8080")]
    [InlineData("Key", "Internet -> Lb:443 -> Web:3000 -> Inner:8080 -> Api:8000 -> Key (secretsmanager:GetSecretValue)")]
    [InlineData("Data.Cache", null)]
    [InlineData("App.Worker", null)]
    public void FromInternet_LeadsThroughLoadBalancersAndHosts(string target, string? path)
    {
        AnalyzedArchitecture shop = Analyze(Chain);
        Assert.Equal(path, Text(shop.Reachability.SpreadFromInternet(new SpreadQuery { Permissions = true }), target, shop));
    }

    [Theory]
    [InlineData("App.Worker", "Data.Database", "Worker -> Database:5432")] // by ranges alone
    [InlineData("App.Web", "Data.Database", "Web -> Inner:8080 -> Api:8000 -> Database:5432")]
    [InlineData("Edge.Lb", "App.Inner", "Lb -> Web:3000 -> Inner:8080")]
    [InlineData("Data.Database", "Data.Cache", null)]
    [InlineData("App.Worker", "App.Api", "Worker -> Lb:443 -> Web:3000 -> Inner:8080 -> Api:8000")] // in by the front door
    public void FromComponent_TakesTheShortestWay(string source, string target, string? path)
    {
        AnalyzedArchitecture shop = Analyze(Chain);
        Spread spread = shop.Reachability.SpreadFrom([shop.Topology.Component(new NodePath(source))!], new SpreadQuery());
        Assert.Equal(path, Text(spread, target, shop));
    }

    [Fact]
    public void WhatIsAvoided_IsOnNoPath()
    {
        AnalyzedArchitecture shop = Analyze(Chain);
        Spread spread = shop.Reachability.SpreadFromInternet(new SpreadQuery { Avoid = static component => component.Path.Value == "App.Inner" });
        Assert.Equal(["Edge.Lb", "App.Web"], spread.Reached.Select(static c => c.Path.Value));
    }

    /// <summary>A listener that redirects is open, but passes nothing on.</summary>
    [Fact]
    public void Redirect_PassesNothingOn()
    {
        AnalyzedArchitecture shop = Analyze(Chain.Replace("HttpsListener<Tls>, RoutesTo", "HttpsListener<Tls>, Ingress(Cidr.Internet, 80), RoutesTo", StringComparison.Ordinal));
        Assert.Equal(["Edge.Lb"], shop.Reachability.SpreadFromInternet(new SpreadQuery()).Reached.Select(static c => c.Path.Value));
        Assert.Null(shop.Reachability.FromInternet(shop.Topology.Component(new NodePath("App.Web"))!));
    }

    /// <summary>An internal load balancer with two listeners: the one that redirects comes first by its port, but the other one leads on.</summary>
    [Fact]
    public void ListenerThatLeadsOn_IsTaken()
    {
        AnalyzedArchitecture shop = Analyze("""
            [Vpc]
            public partial class Shop
            {
                [Certificate("example.com")] public partial class Tls;
                [PublicSubnet, Fargate(Image = "i"), Uses<Inside.Lb>] public partial class Web;
                [PrivateSubnet] public partial class Inside
                {
                    [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
                    [Fargate(Image = "i", Port = 8000)] public partial class Api;
                }
            }
            """);
        Spread spread = shop.Reachability.SpreadFrom([shop.Topology.Component(new NodePath("Web"))!], new SpreadQuery());
        Assert.Equal("Web -> Lb:443 -> Api:8000", Text(spread, "Inside.Api", shop));
    }

    [Theory]
    [InlineData("10.0.1.0/24", true)]
    [InlineData("10.0.0.0/16", true)]
    [InlineData("10.0.1.0/25", false)] // a part of a subnet
    public void PartOfASubnet_IsNotCertain(string range, bool certain)
    {
        AnalyzedArchitecture shop = Analyze($$"""
            [Vpc]
            public partial class Shop
            {
                [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress("10.0.0.0/16")] public partial class Host;
                [IsolatedSubnet, Rds, Ingress("{{range}}", 5432)] public partial class Database;
            }
            """);
        Component host = shop.Topology.Component(new NodePath("Host"))!;
        Component database = shop.Topology.Component(new NodePath("Database"))!;

        Assert.Equal(certain, shop.Reachability.Between(host, database)!.IsCertain);
        Assert.Equal(certain, shop.Reachability.SpreadFrom([host], new SpreadQuery { Certain = true }).PathTo(database) is not null);
        Assert.NotNull(shop.Reachability.SpreadFrom([host], new SpreadQuery()).PathTo(database));
    }

    /// <summary>The ports must meet in both rules and at the receiving end, not each pair of them.</summary>
    [Theory]
    [InlineData("5000, 5432", "5432, 6000", true)]
    [InlineData("5000, 5431", "5432, 6000", false)]
    [InlineData("5432", "5433", false)]
    public void Ports_MeetInBothRules(string egress, string ingress, bool reachable)
    {
        AnalyzedArchitecture shop = Analyze($$"""
            [Vpc]
            public partial class Shop
            {
                [PublicSubnet, Ec2("t3.micro"), Egress("10.0.0.0/16", {{egress}})] public partial class Host;
                [IsolatedSubnet, Rds, Ingress("10.0.0.0/16", {{ingress}})] public partial class Database;
            }
            """);
        Assert.Equal(reachable, shop.Reachability.Between(shop.Topology.Component(new NodePath("Host"))!, shop.Topology.Component(new NodePath("Database"))!) is not null);
    }

    private static AnalyzedArchitecture Analyze(string source) => new(TestProgram.Declare(source));

    private static string? Text(Spread spread, string target, AnalyzedArchitecture architecture) =>
        spread.PathTo(architecture.Topology.Component(new NodePath(target))!) is { } path ? PathText.Of(path, architecture) : null;
}
