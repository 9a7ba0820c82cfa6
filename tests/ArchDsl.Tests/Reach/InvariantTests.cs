using ArchDsl.Model;

namespace ArchDsl.Tests.Reach;

/// <summary>The three answers to <c>[Forbid]</c>, and what the report says. The error is ARCH1060.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void Proven_IsReportedAsProven()
    {
        Report report = ReportOf("Forbid<Api, Database>", "Logs", "");
        Assert.Contains("[Forbid<Api, Database>] on Shop.", report.Proven);
        Assert.Empty(report.Unproven);
        Assert.DoesNotContain(report.Open, static line => line.StartsWith("ARCH1060", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuted_IsReportedAsOpen()
    {
        Report report = ReportOf("Forbid<Api, Database>", "Uses<Database>", "");
        Assert.DoesNotContain(report.Proven, static line => line.Contains("Forbid", StringComparison.Ordinal));
        Assert.Contains("ARCH1060 on Shop: There is a forbidden path", report.Open);
    }

    [Fact]
    public void HookOnThePath_LeavesItUnproven()
    {
        Report report = ReportOf("Forbid<Api, Database>", "Uses<Database>", "{ partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { } }");
        Assert.Contains("[Forbid<Api, Database>] on Shop: the path Api -> Database:5432 is declared, but the hook of Api may close it.", report.Unproven);
        Assert.DoesNotContain(report.Proven, static line => line.Contains("Forbid", StringComparison.Ordinal));
    }

    [Fact]
    public void HookElsewhere_LeavesItUnproven()
    {
        Report report = ReportOf("Forbid<Worker, Database>", "Logs", "{ partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { } }");
        Assert.Contains("[Forbid<Worker, Database>] on Shop: no path is declared, but a hook may open one: Api.", report.Unproven);
        Assert.DoesNotContain(report.Proven, static line => line.Contains("Forbid", StringComparison.Ordinal));
    }

    /// <summary>A path that no hook touches is an error, whatever other hooks do.</summary>
    [Fact]
    public void HookBesideThePath_LeavesItRefuted() =>
        Assert.Contains("ARCH1060 on Shop: There is a forbidden path", ReportOf("Forbid<Worker, Database>", "Logs", "{ partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { } }", "Uses<Database>").Open);

    [Fact]
    public void PartOfASubnet_LeavesItUnproven()
    {
        Report report = Report("""
            [Vpc, Forbid<Worker, Database>]
            public partial class Shop
            {
                [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress(Cidr.Internet)] public partial class Worker;
                [IsolatedSubnet, Rds, Ingress("10.0.1.0/25", 5432)] public partial class Database;
            }
            """);
        Assert.Contains("[Forbid<Worker, Database>] on Shop: the path Worker -> Database:5432 is open from a part of a subnet alone (10.0.1.0/25), and addresses are known after the deployment only.", report.Unproven);
    }

    /// <summary>Two parts that make up a subnet are a subnet, on the ports that both admit.</summary>
    [Theory]
    [InlineData("Ingress(\"10.0.1.0/25\", 5432), Ingress(\"10.0.1.128/25\", 5432)", true)]
    [InlineData("Ingress(\"10.0.1.0/25\", 5000, 5432), Ingress(\"10.0.1.128/26\"), Ingress(\"10.0.1.192/26\", 5432, 6000)", true)]
    [InlineData("Ingress(\"10.0.1.0/25\", 5432), Ingress(\"10.0.1.128/25\", 5433)", false)]
    [InlineData("Ingress(\"10.0.1.0/25\", 5432), Ingress(\"10.0.1.128/26\", 5432)", false)]
    [InlineData("Ingress(\"10.0.1.0/25\", 5432), Ingress(\"10.0.2.0/25\", 5432)", false)]
    [InlineData("Ingress(\"10.0.2.0/24\", 5432)", null)] // an instance stands in the first of its subnets
    public void PartsOfASubnet_AddUp(string ingress, bool? refuted)
    {
        Report report = Report($$"""
            [Vpc, Forbid<Worker, Database>]
            public partial class Shop
            {
                [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress("10.0.0.0/16")] public partial class Worker;
                [IsolatedSubnet, Rds, {{ingress}}] public partial class Database;
            }
            """);
        Assert.Equal(refuted == true, report.Open.Contains("ARCH1060 on Shop: There is a forbidden path"));
        Assert.Equal(refuted == false, report.Unproven.Count == 1);
        Assert.Equal(refuted == null, report.Proven.Contains("[Forbid<Worker, Database>] on Shop."));
    }

    /// <summary>Whether the address of a gateway is among those of an office is known after the deployment.</summary>
    [Fact]
    public void NarrowRangeOverTheInternet_LeavesItUnproven()
    {
        Report report = Report("""
            [Vpc, Forbid<Worker, Api>]
            public partial class Shop
            {
                [PublicSubnet, Fargate(Image = "i"), Ingress("203.0.113.0/24", 443)] public partial class Api;
                [PrivateSubnet, Fargate(Image = "i")] public partial class Worker;
            }
            """);
        Assert.Contains("[Forbid<Worker, Api>] on Shop: the path Worker -> Internet -> Api:443 is open if a public address is in 203.0.113.0/24, and addresses are known after the deployment only.", report.Unproven);
    }

    [Theory]
    [InlineData("PublicSubnet", "Worker -> Internet -> Images (PublicRead = true)")]
    [InlineData("VpcEndpoint(AwsService.S3), IsolatedSubnet", "Worker -> Images (PublicRead = true)")]
    public void NarrowRangeThatABucketMayAnswerAt_LeavesItUnproven(string subnet, string path)
    {
        Report report = Report($$"""
            [Vpc, Forbid<Worker, Images>, {{subnet}}]
            public partial class Shop
            {
                [S3(PublicRead = true)] public partial class Images;
                [Ec2("t3.micro"), Egress("203.0.113.0/24", 443)] public partial class Worker;
            }
            """);
        Assert.Contains($"[Forbid<Worker, Images>] on Shop: the path {path} is open if a public address is in 203.0.113.0/24, and addresses are known after the deployment only.", report.Unproven);
    }

    /// <summary>A port of a task that something admits is a way in, whatever its port mapping says.</summary>
    [Fact]
    public void AnotherPortOfATask_IsAWay() => Assert.Contains("ARCH1060 on Shop: There is a forbidden path", Report("""
        [Vpc, PublicSubnet, Forbid<Worker, Api>]
        public partial class Shop
        {
            [Fargate(Image = "i", Port = 8000), Ingress<Worker>(9000)] public partial class Api;
            [Ec2("t3.micro")] public partial class Worker;
        }
        """).Open);

    [Fact]
    public void Exception_IsNamedInTheReport() => Assert.Contains(
        "[Forbid<Database>(Zone.Internet, Except = typeof(Api))] on Shop.",
        ReportOf("Forbid<Database>(Zone.Internet, Except = typeof(Api))", "Uses<Database>, Ingress(Cidr.Internet, 80)", "").Proven);

    [Theory]
    [InlineData("Forbid<Missing.Nothing, Database>", "Nothing")]
    [InlineData("Forbid<Api, Empty>", "Empty")]
    [InlineData("Forbid<Database>(Zone.Internet, Except = typeof(string))", "String")]
    public void EndOutsideTheArchitecture_IsAnUnknownTarget(string forbid, string name)
    {
        ArchitectureTopology topology = TestProgram.Lower(Program(forbid, "Logs", "", "Logs")
            + "\npublic class Missing { public class Nothing; }");
        Finding finding = Assert.Single(topology.Findings, static f => f.RuleId == "ARCH0002");
        Assert.Equal(name, finding.Arguments[1]);
        Assert.Empty(topology.Invariants);
    }

    private static Report ReportOf(string forbid, string api, string hook, string worker = "Logs") => Report(Program(forbid, api, hook, worker));

    private static Report Report(string source) => CdkProgramBuilder.Build(new AnalyzedArchitecture(TestProgram.Declare(source)))!.Report;

    private static string Program(string forbid, string api, string hook, string worker) => $$"""
        [Vpc, PublicSubnet, {{forbid}}]
        public partial class Shop
        {
            [Fargate(Image = "i"), {{api}}] public partial class Api {{(hook.Length == 0 ? ";" : hook)}}
            [Fargate(Image = "i"), {{worker}}] public partial class Worker;
            [Rds] public partial class Database;
            [EcsCluster] public partial class Empty;
        }
        """;
}
