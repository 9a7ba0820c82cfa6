namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1060ForbiddenPathTests : RuleTests
{
    private const string Cure = "Take one of these hops away, or name the way that is meant with Except = typeof(...).";

    [Fact]
    public Task DirectConnection_IsReported() => VerifyAsync(
        Program("{|#0:Forbid<Edge, Data>|}", "{|#1:Uses<Data.Database>|}"),
        [Finding($"[Forbid<Edge, Data>] does not hold: Api -> Database:5432. {Cure}", 0, 1)]);

    [Fact]
    public Task ChainThroughHosts_IsReported() => VerifyAsync(
        Program("{|#0:Forbid<Edge.Lb, Data.Database>|}", "{|#2:Uses<Data.Database>|}", "{|#1:RoutesTo<Api>|}"),
        [Finding($"[Forbid<Lb, Database>] does not hold: Lb -> Api:8000 -> Database:5432. {Cure}", 0, 1, 2)]);

    [Fact]
    public Task Internet_IsReported() => VerifyAsync(
        Program("{|#0:Forbid<Data>(Zone.Internet)|}", "{|#3:Uses<Data.Database>|}", "{|#2:RoutesTo<Api>|}", "{|#1:HttpsListener<Tls>|}"),
        [Finding($"[Forbid<Data>(Zone.Internet)] does not hold: Internet -> Lb:443 -> Api:8000 -> Database:5432. {Cure}", 0, 1, 2, 3)]);

    /// <summary>The way through the exception is meant; that round it is not.</summary>
    [Fact]
    public Task WayRoundTheException_IsReported() => VerifyAsync(
        Program("{|#0:Forbid<Data>(Zone.Internet, Except = typeof(Edge.Lb))|}", "{|#2:Uses<Data.Database>|}, {|#1:Ingress(Cidr.Internet, 8000)|}"),
        [Finding($"[Forbid<Data>(Zone.Internet, Except = typeof(Lb))] does not hold: Internet -> Api:8000 -> Database:5432. {Cure}", 0, 1, 2)]);

    /// <summary>An office is a part of the internet.</summary>
    [Fact]
    public Task NarrowRangeOfTheInternet_IsReported() => VerifyAsync(
        Program("[|Forbid<Edge.Api>(Zone.Internet, Except = typeof(Edge.Lb))|]", "Ingress(\"203.0.113.0/24\", 8000)"));

    /// <summary>Out through the gateway of one VPC, and in by the front door of another.</summary>
    [Fact]
    public Task WayOverTheInternet_IsReported() => VerifyAsync(
        Two("{|#0:Forbid<App.Worker, Edge.Api>|}", "PrivateSubnet", "Logs", "{|#1:HttpsListener<Tls>|}"),
        [Finding($"[Forbid<Worker, Api>] does not hold: Worker -> Internet -> Lb:443 -> Api:8000. {Cure}", 0, 1, 2)]);

    [Theory]
    [InlineData("[|Forbid<App.Worker, Edge.Lb>|]", "PublicSubnet", "Logs", "HttpListener(RedirectToHttps = true), HttpsListener<Tls>")]
    [InlineData("[|Forbid<App.Worker, Edge.Api>|]", "PrivateSubnet", "Egress(Cidr.Internet)", "HttpListener(8080)")]
    [InlineData("[|Forbid<App.Worker, Images>|]", "PrivateSubnet", "Logs", "HttpListener")]
    public Task EveryWayOverTheInternet_IsReported(string forbid, string subnet, string worker, string listener) => VerifyAsync(Two(forbid, subnet, worker, listener));

    [Theory]
    [InlineData("Forbid<App.Worker, Edge.Api>", "PrivateSubnet", "Logs", "HttpListener")] // not on the ports that leave
    [InlineData("Forbid<App.Worker, Edge.Api>", "PrivateSubnet", "Logs", "HttpsListener<Tls>, Ingress(\"203.0.113.0/24\", 443)")] // an office: the report says that it is not proven
    [InlineData("Forbid<App.Worker, Edge.Api>(Except = typeof(Edge.Lb))", "PrivateSubnet", "Logs", "HttpsListener<Tls>")]
    [InlineData("Forbid<Edge.Lb, App.Worker>", "PrivateSubnet", "Logs", "HttpsListener<Tls>")] // a load balancer asks whom it routes to alone
    public Task WayOverTheInternetThatIsShut_IsNotReported(string forbid, string subnet, string worker, string listener) => VerifyAsync(Two(forbid, subnet, worker, listener));

    /// <summary>The gateway endpoint leads to every bucket of the region, whosever it is.</summary>
    [Fact]
    public Task PublicBucketByAnEndpoint_IsReported() => VerifyAsync(
        Endpoint("{|#0:Forbid<Worker, Images>|}", "PublicRead = true", "Egress(Cidr.Internet, 443)").Replace("PublicRead = true", "{|#1:PublicRead = true|}", StringComparison.Ordinal),
        [Finding($"[Forbid<Worker, Images>] does not hold: Worker -> Images (PublicRead = true). {Cure}", 0, 1)]);

    [Theory]
    [InlineData("PublicRead = false", "Egress(Cidr.Internet, 443)")]
    [InlineData("PublicRead = true", "Egress(Cidr.Internet, 80)")] // it refuses what is not encrypted
    [InlineData("PublicRead = true", "Egress(\"203.0.113.0/24\", 443)")] // the report says that it is not proven
    [InlineData("PublicRead = true", "Egress(\"10.0.0.0/16\")")]
    public Task BucketThatTheEndpointIsNoWayTo_IsNotReported(string bucket, string egress) => VerifyAsync(Endpoint("Forbid<Worker, Images>", bucket, egress));

    private static string Endpoint(string forbid, string bucket, string egress) => $$"""
        [Architecture("a"), Vpc, VpcEndpoint(AwsService.S3), {{forbid}}]
        public partial class Shop
        {
            [S3({{bucket}})] public partial class Images;
            [IsolatedSubnet, Ec2("t3.micro"), {{egress}}] public partial class Worker;
        }
        """;

    private static string Two(string forbid, string subnet, string worker, string listener) => $$"""
        [Architecture("a"), {{forbid}}]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [S3(PublicRead = true)] public partial class Images;
            [Vpc, PublicSubnet] public partial class Edge
            {
                [Alb, {{listener}}, {|#2:RoutesTo<Api>|}] public partial class Lb;
                [Fargate(Image = "i", Port = 8000)] public partial class Api;
            }
            [Vpc] public partial class App
            {
                [PublicSubnet] public partial class Gateways;
                [{{subnet}}, Fargate(Image = "i"), {{worker}}] public partial class Worker;
            }
        }
        """;

    [Fact]
    public Task Permission_IsReported() => VerifyAsync(
        Program("{|#0:Forbid<Edge, Key>|}", "{|#1:InjectSecret<Key>(\"KEY\")|}"),
        [Finding($"[Forbid<Edge, Key>] does not hold: Api -> Key (secretsmanager:DescribeSecret, secretsmanager:GetSecretValue). {Cure}", 0, 1)]);

    [Fact]
    public Task PublicBucket_IsReported() => VerifyAsync(
        "[Architecture(\"a\"), {|#0:Forbid<Images>(Zone.Internet)|}] public partial class Shop { [S3({|#1:PublicRead = true|})] public partial class Images; }",
        [Finding($"[Forbid<Images>(Zone.Internet)] does not hold: Internet -> Images (PublicRead = true). {Cure}", 0, 1)]);

    /// <summary>Ends that overlap: a component does not reach itself, but its neighbour does.</summary>
    [Theory]
    [InlineData("[|Forbid<Edge, Edge.Api>|]")]
    [InlineData("[|Forbid<Shop, Edge.Api>|]")]
    [InlineData("[|Forbid<Edge, Edge>|]")]
    public Task OverlappingEnds_AreReported(string forbid) => VerifyAsync(Program(forbid, "Logs"));

    [Fact]
    public Task OnAnInnerClass_IsReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Fargate(Image = "i"), Uses<Database>] public partial class Api;
            [Rds, [|Forbid<Api, Database>|]] public partial class Database;
        }
        """);

    [Fact]
    public Task StageInWhichItFails_IsReported() => VerifyAsync("""
        [Stage("dev"), Stage("prod")]
        [Vpc, PublicSubnet, {|#0:Forbid<Api, Database>|}]
        public partial class Shop
        {
            [Fargate(Image = "i"), {|#1:Uses<Database>(Stage = "dev")|}] public partial class Api;
            [Rds] public partial class Database;
        }
        """,
        [Finding($"[Forbid<Api, Database>] does not hold: Api -> Database:5432. {Cure} (stage dev)", 0, 1)]);

    [Theory]
    [InlineData("Forbid<Edge, Data>", "Logs")]
    [InlineData("Forbid<Data, Edge>", "Uses<Data.Database>")] // the other way
    [InlineData("Forbid<Data>(Zone.Internet, Except = typeof(Edge.Lb))", "Uses<Data.Database>")]
    [InlineData("Forbid<Data>(Zone.Internet, Except = typeof(Edge.Api))", "Uses<Data.Database>, Ingress(Cidr.Internet, 8000)")]
    [InlineData("Forbid<Data>(Zone.Internet, Except = typeof(Edge))", "Uses<Data.Database>, Ingress(Cidr.Internet, 8000)")]
    [InlineData("Forbid<Edge, Key>", "Logs")]
    [InlineData("Forbid<Data, Edge.Lb>", "Uses<Data.Database>")]
    public Task InvariantThatHolds_IsNotReported(string forbid, string api) => VerifyAsync(Program(forbid, api));

    /// <summary>What is not known is no error: the report lists it.</summary>
    [Fact]
    public Task HookOnThePath_IsNotReported() => VerifyAsync("""
        [Vpc, PublicSubnet, Forbid<Api, Database>]
        public partial class Shop
        {
            [Fargate(Image = "i"), Uses<Database>]
            public partial class Api
            {
                partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { }
            }
            [Rds] public partial class Database;
        }
        """);

    [Fact]
    public Task PartOfASubnet_IsNotReported() => VerifyAsync("""
        [Vpc, Forbid<Worker, Database>]
        public partial class Shop
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress(Cidr.Internet)] public partial class Worker;
            [IsolatedSubnet, Rds, Ingress("10.0.1.0/25", 5432)] public partial class Database;
        }
        """);

    private static string Program(string forbid, string api, string route = "RoutesTo<Api>", string listener = "HttpsListener<Tls>") => $$"""
        [Vpc, {{forbid}}]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [Secret] public partial class Key;
            [PublicSubnet] public partial class Edge
            {
                [Alb, {{listener}}, {{route}}] public partial class Lb;
                [Fargate(Image = "i", Port = 8000), {{api}}] public partial class Api;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds] public partial class Database;
            }
        }
        """;
}
