using System.Text.Json;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl diff</c>.</summary>
public sealed class DiffTests
{
    private const string Shop = """
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i"), Uses<Data.Database>] public partial class Api;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds] public partial class Database;
            }
            [S3] public partial class Files;
        }
        """;

    [Fact]
    public void UnrelatedArchitectures_AreAskedAbout()
    {
        using TemporaryFolder folder = new();
        string shop = BuiltSource.Write(folder, "Shop", Shop);
        string other = BuiltSource.Write(folder, "Other", "[Architecture(\"other\")] public partial class Other { [DynamoDb] public partial class Rows; }");
        string renamed = BuiltSource.Write(folder, "Store", Shop.Replace("class Shop", "class Store", StringComparison.Ordinal));

        Assert.Contains("Shop and Other have no component in common: are these two builds of one architecture?", ToolRun.In(folder.Path, "diff", shop, other).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("in common", ToolRun.In(folder.Path, "diff", shop, renamed).Error, StringComparison.Ordinal);
    }

    /// <summary>Each changes one fact of the shop: what is said of it, and whether a path to data opened.</summary>
    [Theory]
    [InlineData("[Rds]", "[Rds, Ingress(\"10.0.0.0/16\", 5432)]", null, false)] // nobody is let out
    [InlineData("Uses<Data.Database>]", "Uses<Data.Database>, Uses<Files>(Access.Read)]", "+ Edge.Api may s3:ListBucket on Files", true)]
    [InlineData("[S3]", "[S3(PublicRead = true)]", "+ Internet -> Files (PublicRead = true)", true)]
    [InlineData("public partial class Api;", "public partial class Api; [Ec2(\"t3.micro\"), Egress(\"10.0.0.0/16\"), Ingress(Cidr.Internet, 80)] public partial class Host;", "+ Internet -> Edge.Host:80", false)]
    [InlineData("public partial class Api;", "public partial class Api; [Fargate(Image = \"i\"), Uses<Data.Database>] public partial class Worker;", "+ Edge.Worker -> Data.Database:5432", true)]
    [InlineData("[Alb,", "[Alb, Ingress(\"203.0.113.0/24\", 80),", "- Internet -> Edge.Lb:80", false)]
    [InlineData("[IsolatedSubnet]", "[PrivateSubnet]", "~ The subnets of Data are Private; before, they were Isolated", false)]
    [InlineData("[Rds]", "[Rds(Username = \"shop\")]", "~ Data.Database: Username is 'shop'; before, it was 'dbadmin'. CloudFormation makes another database and deletes the old one, of which a snapshot stays", false)]
    [InlineData("[Rds]", "[Rds(MultiAz = true)]", "~ Data.Database: MultiAz is 'true'; before, it was 'false'", false)]
    [InlineData("[S3] public partial class Files;", "", "- Files (bucket) is gone: CloudFormation leaves the old one behind, outside the stack", false)]
    [InlineData("[S3] public partial class Files;", "[PrivateSubnet] public partial class Inner { [S3] public partial class Files; }", "~ Files is Inner.Files now: CloudFormation makes another bucket and leaves the old one behind, outside the stack", false)]
    [InlineData("[S3] public", "[S3, AcceptRisk(\"ARCH2011\", Reason = \"No need.\", Until = \"2100-01-01\")] public", "+ ARCH2011 on Files: No need. (until 2100-01-01)", false)]
    [InlineData("[Vpc]", "[Vpc, Forbid<Edge.Api, Files>]", "+ [Forbid<Api, Files>] on Shop: proven", false)]
    [InlineData("[Vpc]", "[Vpc, Architecture(\"x\", Region = \"eu-west-1\")]", "~ The region is eu-west-1; before, it was left open.", false)]
    [InlineData("[Rds]", "[Rds(InstanceType = \"t4g.small\")]", "+ An estimated $", false)]
    public void Change_IsTold(string old, string now, string? expected, bool opensData)
    {
        using TemporaryFolder folder = new();
        string before = BuiltSource.Write(folder, "Old", Shop);
        string after = BuiltSource.Write(folder, "New", Shop.Replace(old, now, StringComparison.Ordinal));

        ToolRun run = ToolRun.In(folder.Path, "diff", before, after);

        Assert.Equal(opensData ? ExitCode.PathOpened : ExitCode.Ok, run.Code);
        if (expected is not null)
        {
            Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(opensData, run.Output.Contains("to data opened.", StringComparison.Ordinal));
    }

    /// <summary>What opens in one direction closes in the other.</summary>
    [Fact]
    public void Directions_AreOpposite()
    {
        string[] there = Paths("TwoTier", "MapleQuest");
        string[] back = Paths("MapleQuest", "TwoTier");

        Assert.NotEmpty(there);
        Assert.Equal(there.Where(static path => path.StartsWith("Added", StringComparison.Ordinal)).Select(static path => path["Added".Length..]).Order(), back.Where(static path => path.StartsWith("Removed", StringComparison.Ordinal)).Select(static path => path["Removed".Length..]).Order());
        Assert.Equal(there.Where(static path => path.StartsWith("Removed", StringComparison.Ordinal)).Select(static path => path["Removed".Length..]).Order(), back.Where(static path => path.StartsWith("Added", StringComparison.Ordinal)).Select(static path => path["Added".Length..]).Order());
    }

    [Theory]
    [InlineData("Aloka")]
    [InlineData("MapleQuest")]
    public void SameBuild_MeansTheSame(string sample)
    {
        string project = Path.Combine("..", sample);

        Assert.Equal("Both mean the same.\n", ToolRun.Succeed(sample, "diff", project, project));
        Assert.Equal("[]\n", ToolRun.Succeed(sample, "diff", project, project, "--json"));
        Assert.Contains("Both mean the same.", ToolRun.Succeed(sample, "diff", project, project, "--markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_AreComparedByName()
    {
        using TemporaryFolder folder = new();
        string before = BuiltSource.Write(folder, "Old", "[Vpc, Stage(\"dev\"), IsolatedSubnet] public partial class Shop { [Rds] public partial class Database; }");
        string after = BuiltSource.Write(folder, "New", "[Vpc, Stage(\"dev\"), Stage(\"prod\"), IsolatedSubnet] public partial class Shop { [Rds, Rds(MultiAz = true, Stage = \"prod\")] public partial class Database; }");

        string text = ToolRun.In(folder.Path, "diff", before, after).Output;

        Assert.Contains("Shop (prod)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shop (dev)", text, StringComparison.Ordinal);
        Assert.Equal("Both mean the same.\n", ToolRun.In(folder.Path, "diff", before, after, "--stage", "dev").Output);
        Assert.Equal(ExitCode.Usage, ToolRun.In(folder.Path, "diff", before, after, "--stage", "test").Code);
    }

    /// <summary>The reason of an acceptance is the longest text that a user writes.</summary>
    [Fact]
    public void HostileText_StaysText()
    {
        const string Hostile = "a | b `c` <script>alert(1)</script> **d** [e](https://f.example) @g #1 \\u2028- h";
        using TemporaryFolder folder = new();
        string before = BuiltSource.Write(folder, "Old", Shop);
        string after = BuiltSource.Write(folder, "New", Shop.Replace("[S3]", $"[S3, AcceptRisk(\"ARCH2011\", Reason = \"{Hostile}\")]", StringComparison.Ordinal));

        string markdown = ToolRun.In(folder.Path, "diff", before, after, "--markdown").Output;

        Assert.Contains(@"new: ARCH2011 on Files: a \| b \`c\` \<script>alert(1)\</script> \*\*d\*\* \[e\](https://f.example) \@g \#1  - h", markdown, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(ToolRun.In(folder.Path, "diff", before, after, "--json").Output);
        Assert.Equal("AcceptedRisk", json.RootElement[0].GetProperty("changes")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void TwoForms_AreRefused() => Assert.Equal(ExitCode.Usage, ToolRun.InSample("TwoTier", "diff", ".", ".", "--json", "--markdown").Code);

    [Fact]
    public void MissingBuild_IsNamed()
    {
        ToolRun run = ToolRun.InSample("TwoTier", "diff", "nowhere.dll", ".");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("nowhere.dll", run.Error, StringComparison.Ordinal);
    }

    private static string[] Paths(string old, string now)
    {
        using JsonDocument json = JsonDocument.Parse(ToolRun.InSample(old, "diff", ".", Path.Combine("..", now), "--json").Output);
        return [.. json.RootElement[0].GetProperty("changes").EnumerateArray()
            .Where(static change => change.GetProperty("kind").GetString() == "Path")
            .Select(static change => change.GetProperty("sign").GetString() + change.GetProperty("text").GetString())];
    }
}
