namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0024CannotWorkTests : RuleTests
{
    [Theory]
    [InlineData("Vpc([|AvailabilityZones = 1|]), PrivateSubnet, Alb")]
    [InlineData("Vpc([|AvailabilityZones = 1|]), PrivateSubnet, Rds")]
    [InlineData("Vpc, Vpc([|AvailabilityZones = 1|], Stage = \"prod\"), PrivateSubnet, Rds, Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc([|\"10.0.0.0/28\"|]), PublicSubnet")]
    [InlineData("Vpc, PrivateSubnet([|\"10.0.0.0/28\"|], \"10.0.1.0/24\"), Alb")]
    [InlineData("Vpc, PrivateSubnet(\"10.0.0.0/24\", \"10.0.1.0/24\"), PrivateSubnet(\"10.0.0.0/24\", [|\"10.0.1.0/28\"|], Stage = \"prod\"), Alb, Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc([|\"10.0.0.0/27\"|]), PrivateSubnet, Alb")]
    [InlineData("Vpc, PublicSubnet([|\"10.0.0.0/28\"|], \"10.0.1.0/28\"), Fargate(Image = \"i\", DesiredCount = 23)")]
    [InlineData("Vpc, PublicSubnet([|\"10.0.0.0/28\"|], \"10.0.1.0/28\"), Fargate(Image = \"i\"), AutoScale(Min = 30, Max = 40)")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"3.2.4\"|], NodeType = \"m4.large\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"3.2.10\"|], NodeType = \"m4.large\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"2.8.24\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, [|\"4.0.10\"|])")] // not on Graviton
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, \"5.0.5\", [|NodeType = \"m6g.large\"|])")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, \"6.0\", [|NodeType = \"r6gd.xlarge\"|])")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, [|\"5.7\"|])")] // not on Graviton
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.Postgres, \"12.6\", [|InstanceType = \"m6g.large\"|])")]
    [InlineData("Vpc, PublicSubnet, Ec2([|\"a1.medium\"|])")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener(80, [|RedirectToHttps = true|])")] // nobody answers there
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener, HttpListener(80, [|RedirectToHttps = true|], Stage = \"prod\"), Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|DesiredCount = 5|]), AutoScale")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\", [|DesiredCount = 1|]), AutoScale(Min = 2)")]
    [InlineData("Vpc, PublicSubnet, [|Fargate|]")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress([|Cidr.InternetIpv6|], 443)")]
    [InlineData("Vpc(Ipv6 = false), PublicSubnet, Ec2(\"t3.micro\"), Egress([|\"fd00::/8\"|])")]
    [InlineData("Vpc, Vpc(Ipv6 = true, Stage = \"prod\"), PublicSubnet, Ec2(\"t3.micro\"), Egress([|Cidr.InternetIpv6|]), Stage(\"dev\"), Stage(\"prod\")")]
    [InlineData("Vpc(Ipv6 = true), PrivateSubnet, ElastiCache, Ingress([|Cidr.InternetIpv6|], 6379)")]
    [InlineData("Vpc(Ipv6 = true), PrivateSubnet, Alb, Ingress([|Cidr.InternetIpv6|], 443)")] // an internal one
    [InlineData("Vpc, PublicSubnet, Fargate([|Image = \"\"|])")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale([|CpuPercent = 0|])")]
    [InlineData("DynamoDb(PartitionKey = \"id\", [|SortKey = \"id\"|])")]
    [InlineData("DynamoDb([|SortKey = \"id\"|])")]
    [InlineData("DynamoDb([|SortKeyType = KeyType.Number|])")]
    [InlineData("S3, [|Cors(Methods = [HttpVerb.Get])|]")]
    [InlineData("S3, Cors(Origins = [\"*\"], [|Methods = []|])")]
    public Task ValuesThatDoNotGoTogether_AreReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");

    [Theory]
    [InlineData("Vpc({|#0:AvailabilityZones = 1|}), PrivateSubnet, Alb", "a load balancer takes subnets in 2 availability zones, and its VPC has 1; set AvailabilityZones = 2")]
    [InlineData("Vpc({|#0:\"10.0.0.0/28\"|}), PublicSubnet", "its range 10.0.0.0/28 has no room for 2 subnets without a range of their own; write a wider one, such as 10.0.0.0/16")]
    [InlineData("Vpc, PrivateSubnet({|#0:\"10.0.0.0/28\"|}, \"10.0.1.0/24\"), Alb", "a load balancer takes subnets of /27 or wider, and it stands in 10.0.0.0/28; write a wider range")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, {|#0:\"3.2.4\"|})", "Redis OSS 3.2.4 knows no encryption in transit, and every [ElastiCache] is encrypted; take \"7.1\"")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, {|#0:\"5.7\"|})", "MySQL 5.7 does not run on the Graviton processor of t4g.micro, only 8.0.23 and newer do; take a newer version, or InstanceType = \"t3.micro\"")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener(80, {|#0:RedirectToHttps = true|})", "it redirects to HTTPS, and nothing listens for HTTPS on 443; add an [HttpsListener<T>]")]
    [InlineData("Vpc, PublicSubnet, {|#0:Fargate|}", "it has no image; add Image = \"...\" or [ImageFrom<T>]")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), AutoScale({|#0:CpuPercent = 0|})", "[AutoScale] has nothing to follow; set CpuPercent or MemoryPercent")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress({|#0:\"2001:DB8::/32\"|}, 443)", "2001:db8::/32 is a range of IPv6, and its VPC has IPv4 addresses alone; write [Vpc(Ipv6 = true)], or an IPv4 range")]
    [InlineData("Vpc(Ipv6 = true), PrivateSubnet, ElastiCache, Ingress({|#0:\"fd00::/8\"|})", "fd00::/8 is a range of IPv6, and this cache has IPv4 addresses alone; write an IPv4 range")]
    [InlineData("DynamoDb({|#0:SortKey = \"id\"|})", "its partition key and its sort key are the same attribute 'id'; name another one")]
    public Task Message_IsReported(string attributes, string message) =>
        VerifyAsync($"[{attributes}] public partial class Shop;", [Finding("Shop cannot work: " + message, 0)]);

    /// <summary>A task definition is a document with a limit.</summary>
    [Fact]
    public Task EnvironmentAboveTheLimit_IsReported() => VerifyAsync(
        $"[Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", \"{new string('é', 32 * 1024 - 10)}\"), Env(\"B\", [|\"0123456789012345678901234567\"|])] public partial class Shop;");

    [Fact]
    public Task EnvironmentBelowTheLimit_IsNotReported() => VerifyAsync(
        $"[Vpc, PublicSubnet, Fargate(Image = \"i\"), Env(\"A\", \"{new string('é', 32 * 1024 - 10)}\"), Env(\"B\", \"0123456789\")] public partial class Shop;");

    private const string Program = """
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Ecr] public partial class Images;
            [Topic] public partial class Alerts;
            [Fargate(IMAGE), EDGES] public partial class Api;
            [Alb, {|ARCH1020:HttpListener|}, RoutesTo<Api>(ROUTE)] public partial class Balancer;
        }
        """;

    [Theory]
    [InlineData("[|Image = \"i\"|]", "ImageFrom<Images>(\"latest\")", "")]
    [InlineData("Image = \"i\"", "Alarm<Alerts>(Metric.CpuUtilization, [|Threshold = 0|])", "")]
    [InlineData("Image = \"i\"", "Alarm<Alerts>(Metric.CpuUtilization, [|Threshold = -1|])", "")]
    [InlineData("Image = \"i\"", "Alarm<Alerts>(Metric.MemoryUtilization, [|Threshold = 100.5|])", "")]
    [InlineData("Image = \"i\"", "EcsCluster(ContainerInsights = false), Alarm<Alerts>([|Metric.TaskFailures|], Threshold = 1)", "")]
    [InlineData("Image = \"i\"", "EcsCluster", "IntervalSeconds = 5, [|TimeoutSeconds = 5|]")]
    [InlineData("Image = \"i\"", "EcsCluster", "[|IntervalSeconds = 5|]")]
    public Task PartsThatDoNotGoTogether_AreReported(string image, string edges, string route) => VerifyAsync(Of(image, edges, route));

    [Theory]
    [InlineData("Image = \"i\"", "Alarm<Alerts>(Metric.CpuUtilization, Threshold = 0.5), Alarm<Alerts>(Metric.MemoryUtilization, Threshold = 100), Alarm<Alerts>(Metric.TaskFailures, Threshold = 200)", "")]
    [InlineData("Image = \"i\"", "EcsCluster(ContainerInsights = false), Alarm<Alerts>(Metric.CpuUtilization)", "")]
    [InlineData("Port = 80", "ImageFrom<Images>(\"latest\")", "IntervalSeconds = 6")]
    public Task PartsThatGoTogether_AreNotReported(string image, string edges, string route) => VerifyAsync(Of(image, edges, route));

    [Theory]
    [InlineData("Vpc(AvailabilityZones = 1), PublicSubnet, Fargate(Image = \"i\")")]
    [InlineData("Vpc(AvailabilityZones = 1), PrivateSubnet, ElastiCache(Nodes = 2)")]
    [InlineData("Vpc(AvailabilityZones = 2), PrivateSubnet, Rds(MultiAz = true)")]
    [InlineData("Vpc(\"10.0.0.0/27\"), PublicSubnet")]
    [InlineData("Vpc(Ipv6 = true), PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.InternetIpv6, 443), Egress(\"fd00::/8\", 443)")]
    [InlineData("Vpc(Ipv6 = true), IsolatedSubnet, Rds, Ingress(\"2001:db8:7::/48\", 5432)")]
    [InlineData("Vpc(\"10.0.0.0/26\"), PrivateSubnet, Alb")]
    [InlineData("Vpc, PrivateSubnet(\"10.0.0.0/27\", \"10.0.1.0/27\"), Alb")]
    [InlineData("Vpc, PublicSubnet(\"10.0.0.0/28\", \"10.0.1.0/28\"), Fargate(Image = \"i\", DesiredCount = 22)")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, \"3.2.6\", NodeType = \"m4.large\")")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache(CacheEngine.Redis, \"5.0.6\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, \"5.7\", InstanceType = \"t3.micro\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MySql, \"8.0\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.Postgres, \"12\")")]
    [InlineData("Vpc, PrivateSubnet, Rds(Engine.MariaDb, \"10.5\")")]
    [InlineData("DynamoDb(PartitionKey = \"id\", SortKey = \"ID\", SortKeyType = KeyType.Number)")]
    public Task ValuesThatGoTogether_AreNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");

    private static string Of(string image, string edges, string route) => Program
        .Replace("IMAGE", image, StringComparison.Ordinal)
        .Replace("EDGES", edges, StringComparison.Ordinal)
        .Replace("ROUTE", route, StringComparison.Ordinal);
}
