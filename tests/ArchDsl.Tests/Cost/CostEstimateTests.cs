using System.Globalization;
using ArchDsl.Harness;
using ArchDsl.Model;

namespace ArchDsl.Tests.Cost;

/// <summary>What the components of an architecture cost.</summary>
public sealed class CostEstimateTests
{
    [Theory]
    [InlineData("PublicSubnet", "Fargate(Image = \"i\", DesiredCount = 2, Cpu = 512, MemoryMiB = 1024)", "$43.34 and by usage")] // 2 * 730 * (0.5 * 0.04048 + 0.004445 + 0.005)
    [InlineData("PrivateSubnet", "Fargate(Image = \"i\", DesiredCount = 0)", "$0.00 and by usage")]
    [InlineData("PublicSubnet", "Alb, HttpListener", "$23.73 and by usage")] // 730 * (0.0225 + 2 * 0.005)
    [InlineData("PrivateSubnet", "Alb, HttpListener", "$16.43 and by usage")]
    [InlineData("IsolatedSubnet", "Rds", "$14.38 and by usage")] // 730 * 0.016 + 20 * 0.115 + 0.40
    [InlineData("IsolatedSubnet", "Rds(MultiAz = true, StorageGiB = 100)", "$46.76 and by usage")]
    [InlineData("IsolatedSubnet", "Rds(Engine.MySql, \"8.4\", InstanceType = \"t4g.micro\")", "$2.70 and 1 unknown and by usage")]
    [InlineData("IsolatedSubnet", "ElastiCache(CacheEngine.Redis, \"7.1\", Nodes = 3, Auth = true)", "$35.44 and by usage")] // 3 * 730 * 0.016 + 0.40
    [InlineData("IsolatedSubnet", "ElastiCache", "$9.34 and by usage")]
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\", StorageGiB = 30)", "$13.64")] // 730 * (0.0104 + 0.005) + 30 * 0.08
    [InlineData("PrivateSubnet", "Ec2(\"t3.micro\", DetailedMonitoring = true)", "$10.33")]
    [InlineData("PrivateSubnet", "Ec2(\"x99.large\")", "$0.64 and 1 unknown")]
    [InlineData("PrivateSubnet", "S3", "by usage")]
    [InlineData("PrivateSubnet", "DynamoDb", "by usage")]
    [InlineData("PrivateSubnet", "Ecr", "by usage")]
    [InlineData("PrivateSubnet", "Topic", "by usage")]
    [InlineData("PrivateSubnet", "Topic(Encrypted = true)", "$1.00 and by usage")]
    [InlineData("PrivateSubnet", "Secret", "$0.40 and by usage")]
    [InlineData("PrivateSubnet", "Certificate(\"example.com\")", "free")]
    public void Component_CostsWhatItsKindSays(string subnet, string attributes, string expected) => Assert.Equal(
        expected,
        Estimate($$"""
            [Vpc]
            public partial class Shop
            {
                [{{subnet}}] public partial class Net { [{{attributes}}] public partial class Some; }
            }
            """).Of(NodePath.Root.Child("Net").Child("Some")).Text);

    [Theory]
    [InlineData("Vpc(NatGateways = 1)", "$36.50 and by usage")] // 730 * (0.045 + 0.005)
    [InlineData("Vpc(NatGateways = 0)", "by usage")] // the flow log
    [InlineData("Vpc(NatGateways = 0, FlowLogs = FlowLogs.None)", "free")]
    [InlineData("Vpc(NatGateways = 0, FlowLogs = FlowLogs.None), VpcEndpoint(AwsService.S3)", "free")]
    [InlineData("Vpc(NatGateways = 0, FlowLogs = FlowLogs.None, AvailabilityZones = 3), VpcEndpoint(AwsService.Logs), VpcEndpoint(AwsService.Kms)", "$43.80 and by usage")] // 2 * 3 * 730 * 0.01
    [InlineData("Vpc(NatGateways = 0, FlowLogs = FlowLogs.None), HostedZone(\"example.com\")", "$0.50 and by usage")]
    [InlineData("Vpc(NatGateways = 0, FlowLogs = FlowLogs.None), HostedZone(\"example.com\", Id = \"Z0123456789\")", "free")]
    public void Root_CostsWhatStandsOnIt(string attributes, string expected) => Assert.Equal(
        expected,
        Estimate($$"""
            [{{attributes}}]
            public partial class Shop
            {
                [PublicSubnet] public partial class Edge;
                [PrivateSubnet] public partial class App { [Topic] public partial class Some; }
            }
            """).Of(NodePath.Root).Text);

    /// <summary>An alarm is paid for by each metric that it watches.</summary>
    [Theory]
    [InlineData("Metric.CpuUtilization", "0.1")]
    [InlineData("Metric.TaskFailures", "0.2")]
    public void Alarm_CostsItsMetrics(string metric, string usd) => Assert.Equal(
        usd,
        Estimate($$"""
            [Vpc, PublicSubnet]
            public partial class Shop
            {
                [Topic] public partial class Alerts;
                [Fargate(Image = "i"), Alarm<Alerts>({{metric}})] public partial class Api;
            }
            """).Charges.Single(static charge => charge.Usage.Item == "alarm").Usd?.ToString("0.###", CultureInfo.InvariantCulture));

    [Fact]
    public void FlatForm_CostsTheSame() => Assert.Equal(
        Estimate("[Vpc] public partial class Shop { [IsolatedSubnet] public partial class Data { [Rds] public partial class Database; } }").Usd,
        Estimate("[Vpc, IsolatedSubnet, Rds] public partial class Shop;").Usd);

    [Fact]
    public void Stages_AreEstimatedEach()
    {
        ArchitectureDeclaration declaration = TestProgram.Declare("""
            [Vpc, IsolatedSubnet, Rds, Rds(MultiAz = true, Stage = "prod"), Stage("dev"), Stage("prod", Region = "us-east-1")]
            public partial class Shop;
            """);
        CostEstimate dev = new AnalyzedArchitecture(declaration, "dev").Cost;
        CostEstimate prod = new AnalyzedArchitecture(declaration, "prod").Cost;

        Assert.Equal(("$14.38", "$28.36"), (CostEstimate.Text(dev.Usd), CostEstimate.Text(prod.Usd)));
        Assert.Equal((true, false), (dev.IsForeign, prod.IsForeign));
    }

    [Theory]
    [InlineData("us-east-1", false)]
    [InlineData("eu-central-1", true)]
    public void OtherRegions_AreSaidToBe(string region, bool foreign) =>
        Assert.Equal(foreign, Estimate($"[Architecture(\"shop\", Region = \"{region}\"), Vpc, IsolatedSubnet, Rds] public partial class Shop;").IsForeign);

    [Fact]
    public void Thousand_CostAThousandTimesAsMuch() => Assert.Equal(
        400,
        Estimate($"[Architecture(\"shop\")] public partial class Shop {{ {string.Concat(Enumerable.Range(0, 1000).Select(static i => $"[Secret] public partial class S{i}; "))} }}").Usd);

    [Fact]
    public void Amounts_AreWrittenAlikeEverywhere()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Assert.Equal("$1,234.57", CostEstimate.Text(1234.565m));
            Assert.Equal("0,5", $"{0.5}");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The page about costs shows what the samples cost.</summary>
    [Fact]
    public void Page_ShowsTheSamples() => GeneratedText.Matches(Path.Combine("docs", "cost.md"), static text => GeneratedText.WithRows(
        text,
        "|---|---|---:|---|",
        from name in TestProgram.Samples
        let declaration = TestProgram.Declare(TestProgram.OfSample(name))
        from stage in Stages.Of(declaration)
        let estimate = new AnalyzedArchitecture(declaration, stage).Cost
        select $"| {name} | {stage ?? "–"} | {CostEstimate.Text(estimate.Usd)} | {Dearest(estimate)} |"));

    /// <summary>The comparison with the document that Maple Quest was made from is with what the estimate says now.</summary>
    [Theory]
    [InlineData("Public", "Api", "Fargate")]
    [InlineData("Private", "Database", "RDS")]
    [InlineData("Public", "LoadBalancer", "load balancer")]
    public void Page_ComparesTheDocument(string scope, string name, string row)
    {
        CostEstimate estimate = CostEstimate.Of(TestProgram.Lower(TestProgram.OfSample("MapleQuest")));
        string line = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "cost.md")).Single(line => line.StartsWith($"| {row}", StringComparison.Ordinal) && line.Contains("~$", StringComparison.Ordinal));
        Assert.Contains($"| {CostEstimate.Text(estimate.Of(NodePath.Root.Child(scope).Child(name)).Usd)} |", line, StringComparison.Ordinal);
    }

    private static string Dearest(CostEstimate estimate) => string.Join(", ", estimate.Charges
        .Where(static charge => charge.Usd > 0)
        .GroupBy(static charge => charge.Usage.Item)
        .Select(static group => (Item: group.Key, Usd: group.Sum(static charge => charge.Usd!.Value)))
        .OrderByDescending(static charge => charge.Usd).ThenBy(static charge => charge.Item, StringComparer.Ordinal)
        .Take(3)
        .Select(static charge => $"{charge.Item} {CostEstimate.Text(charge.Usd)}"));

    private static CostEstimate Estimate(string source) => CostEstimate.Of(TestProgram.Lower(source));
}
