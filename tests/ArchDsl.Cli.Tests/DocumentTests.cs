using ArchDsl.Cli.Documents;
using ArchDsl.Harness;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl document</c>.</summary>
public sealed class DocumentTests
{
    /// <summary>What the documents that the samples come from say of their infrastructure.</summary>
    public static TheoryData<string, string[]> Facts => new()
    {
        {
            "MapleQuest",
            [
                "`us-west-2`", "2 availability zones", "maple-quest-images", "readable by everyone", "everybody may read", "Cors\\[0\\].Methods | `GET, PUT`", "`/ecs/maple-quest-new`", "LogRetentionDays | `7`",
                "| **Public.LoadBalancer** | 80 | HTTP |", "| **Public.Api** | Port | `8000` |", "Internet -> LoadBalancer:80 -> Api:8000 -> Database:5432", "**Private** | Isolated |", "Postgres 15",
                "InstanceType | `t4g.micro`", "`maplequest`", "`DB_HOST`", "`DB_PASSWORD` | secret of **Private.Database**, field `password`", "`SECRET_KEY` | secret of **DjangoKey**", "`DEBUG` | `False`", "`ALLOWED_HOSTS` | `*`",
                "`AWS_REGION` | `us-west-2`", "`S3_BUCKET_NAME`", "AutoScaling.Max `4`", "Total | \\$60.18", "DesiredCount `1`", "No path from the internet to Private.Database:5432 but through Public.Api",
            ]
        },
        {
            "LibertySocial",
            [
                "`us-east-1`", "`10.0.0.0/16`", "`10.0.1.0/24`", "`10.0.2.0/24`", "`10.0.10.0/24`", "`10.0.11.0/24`", "NAT gateways: zone 1, in **Edge**", "`liberty-social-alb`", "redirects to HTTPS", "| 443 | HTTPS, certificate **Tls**",
                "`liberty-social-backend-tg`", "`/api/health/` | 30 s | 5 s | 2 | 3 |", "`alb-sg`", "`ecs-sg`", "`rds-sg`", "`elasticache-sg`", "`liberty-social-backend`", "`liberty-social-backend-service`", "DesiredCount | `2`", "Cpu | `256`", "MemoryMiB | `512`",
                "`ecsTaskRole`", "`ecsTaskExecutionRole`", "`/ecs/liberty-social-backend`", "LogRetentionDays | `30`", "`liberty_social`", "StorageGiB | `20`", "StorageType | `Gp3`", "MultiAz | `true`", "BackupRetentionDays | `30`", "InstanceType | `t3.micro`",
                "Redis", "`cache.t3.micro`", "Nodes | `1`", "`liberty-social-uploads`", "Versioned | `true`", "`GET, PUT, POST, DELETE`", "`https://yourdomain.com`", "ScanOnPush | `true`", "AES-256", "`liberty-social/SECRET_KEY`", "`liberty-social/DB_PASSWORD`",
                "`liberty-social/AWS_ACCESS_KEY_ID`", "`liberty-social/AWS_SECRET_ACCESS_KEY`", "`liberty-social/DEFAULT_FROM_EMAIL`", "`s3:DeleteObject`, `s3:GetObject`, `s3:PutObject`", "`s3:ListBucket`", "`secretsmanager:DescribeSecret`, `secretsmanager:GetSecretValue`",
                "`S3Access`", "`SecretsManagerAccess`", "NetworkMode | `awsvpc`", "LogStreamPrefix | `ecs`", "`liberty-backend-cpu-high`", "CpuUtilization of **App.Api** | 80 |", "`liberty-backend-memory-high`", "`liberty-backend-task-failures`", "TaskFailures of **App.Api** | 1 |", "Hosted zone `yourdomain.com`", "`backend.yourdomain.com` in", "AutoScaling.Max `10`", "No public access to Uploads",
            ]
        },
        {
            "EightDigit",
            [
                "`10.0.0.0/16`", "`10.0.1.0/24`", "`10.0.2.0/24`", "NAT gateways: none", "Internet gateway: yes", "0.0.0.0/0 to the internet gateway", "ECS cluster", "`flask-app`", "ScanOnPush | `true`", "`EightDigit`", "PartitionKey.Name | `username`",
                "PartitionKey.Type | `String`", "SortKey.Name | `timestamp`", "pay per request", "Port | `5000`", "| in | `0.0.0.0/0` | 5000 |", "| out | `0.0.0.0/0` | all traffic |", "VPC endpoint for DynamoDb: gateway", "LogRetentionDays `7`", "`/ecs/flask-app`", "dynamodb:PutItem",
            ]
        },
        {
            "Aloka",
            [
                "Stage dev", "Stage prod", "`us-east-1`", "`10.0.0.0/16`", "`10.0.1.0/24`", "`10.0.2.0/24`", "`10.0.10.0/24`", "`10.0.11.0/24`", "NAT gateways: zone 1, in **Public**", "EC2 t3.small", "Internet -> App:80 -> Database:5432", "| in | `0.0.0.0/0` | 80 |",
                "| in | `0.0.0.0/0` | 443 |", "Postgres 15.4", "db.t3.micro", "20 GiB", "`aloka-terraform-state`", "private address", "Output `DbEndpoint`", "Output `AppPublicIp`",
            ]
        },
        {
            "TwoTier",
            [
                "2 availability zones", "**Public.FrontendAlb** | 80 | HTTP | passes on to **Private.Frontend**", "**Private.BackendAlb** | 8080 | HTTP | passes on to **Private.Backend**", "NAT gateway in zone 1", "**Private** | Private |",
                "Internet -> FrontendAlb:80 -> Frontend:3000 -> BackendAlb:8080 -> Backend:8080", "ECS cluster", "`frontend`", "`backend`", "`frontend-service`", "`backend-service`", "secret of **ApiKey**", "Internet gateway: yes",
            ]
        },
    };

    public static TheoryData<string> Samples => ["Aloka", "EightDigit", "LibertySocial", "MapleQuest", "TwoTier"];

    private static readonly string Hostile = "a | b `c` <script>alert(1)</script> ```d``` $(e) 'f' \\u2028# g";

    [Theory]
    [MemberData(nameof(Facts))]
    public void Document_HasTheFactsOfItsSource(string sample, string[] facts)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "samples", sample, "ARCHITECTURE.md"));

        Assert.Equal([], facts.Where(fact => !text.Contains(fact, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void DocumentsOfTheSamples_AreFresh(string sample)
    {
        ToolRun run = ToolRun.InSample(sample, "document", "--check");

        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public void Check_FindsWhatIsStaleOrMissing()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", "[Vpc, IsolatedSubnet] public partial class Shop { [Rds] public partial class Database; }");
        string file = Path.Combine(folder.Path, "ARCHITECTURE.md");

        ToolRun missing = ToolRun.In(folder.Path, "document", "-p", assembly, "--check");
        Assert.Equal(ExitCode.Findings, missing.Code);
        Assert.Equal("ARCHITECTURE.md is missing: write it anew with 'archdsl document'.", missing.Error.Trim());
        Assert.False(File.Exists(file));

        Assert.Equal(0, ToolRun.In(folder.Path, "document", "-p", assembly).Code);
        Assert.Equal(0, ToolRun.In(folder.Path, "document", "-p", assembly, "--check").Code);

        File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        Assert.Equal(0, ToolRun.In(folder.Path, "document", "-p", assembly, "--check").Code);

        File.AppendAllText(file, "by hand");
        ToolRun stale = ToolRun.In(folder.Path, "document", "-p", assembly, "--check");
        Assert.Equal(ExitCode.Findings, stale.Code);
        Assert.Contains("is stale", stale.Error, StringComparison.Ordinal);
        Assert.EndsWith("by hand", File.ReadAllText(file), StringComparison.Ordinal);
    }

    /// <summary>What is the same in a later stage is not said twice.</summary>
    [Fact]
    public void Stages_ShareWhatTheyCan()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", "[Vpc, Stage(\"dev\"), Stage(\"prod\"), IsolatedSubnet] public partial class Shop { [Rds, Rds(MultiAz = true, Stage = \"prod\")] public partial class Database; }");

        ToolRun.In(folder.Path, "document", "-p", assembly);
        string text = File.ReadAllText(Path.Combine(folder.Path, "ARCHITECTURE.md"));

        Assert.Equal(1, Count(text, "### Network"));
        Assert.Equal(2, Count(text, "### Components"));
        Assert.Contains("As in stage dev: ", text, StringComparison.Ordinal);

        ToolRun.In(folder.Path, "document", "-p", assembly, "--stage", "prod", "-o", "prod.md");
        string prod = File.ReadAllText(Path.Combine(folder.Path, "prod.md"));
        Assert.Contains("MultiAz | `true`", prod, StringComparison.Ordinal);
        Assert.DoesNotContain("Stage dev", prod, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileText_StaysText()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", $"[Vpc, PublicSubnet, Tag(\"team\", \"{Hostile}\")] public partial class Shop {{ [Fargate(Image = \"i\"), Env(\"A\", \"{Hostile}\"), AcceptRisk(\"ARCH4012\", Reason = \"{Hostile}\")] public partial class Api; }}");

        ToolRun.In(folder.Path, "document", "-p", assembly);
        string text = File.ReadAllText(Path.Combine(folder.Path, "ARCHITECTURE.md"));

        // As code between more backticks than it has, and as text with every mark escaped.
        Assert.Contains(@"| `A` | ```` a \| b `c` <script>alert(1)</script> ```d``` $(e) 'f'  # g ```` |", text, StringComparison.Ordinal);
        Assert.Contains(@"| a \| b \`c\` \<script>alert(1)\</script> \`\`\`d\`\`\` \$(e) 'f'  \# g |", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', text);
        Assert.All(text.Split('\n').Where(static line => line.StartsWith('|') && line.Contains("ARCH4012", StringComparison.Ordinal)), static line => Assert.Equal(5, line.Replace("\\|", "", StringComparison.Ordinal).Count(static c => c == '|')));
    }

    /// <summary>Every resource attribute that stands in a manifest of the samples has a command.</summary>
    [Fact]
    public void Checklist_KnowsEveryKind()
    {
        IEnumerable<string> kinds = typeof(ArchDslAttribute).Assembly.GetTypes()
            .Where(static type => type.BaseType is { IsGenericType: true } kind && kind.GetGenericTypeDefinition().Name == "Kind`2")
            .Select(static type => type.BaseType!.GetGenericArguments()[0].Name.Replace("Attribute", "", StringComparison.Ordinal));

        Assert.NotEmpty(kinds);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), ChecklistSection.Attributes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_HoldsTheText()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", "[S3] public partial class Files;");

        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(ToolRun.In(folder.Path, "document", "-p", assembly, "--json").Output);

        Assert.StartsWith("# Files\n", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(json.RootElement.GetProperty("fresh").GetBoolean());
        Assert.False(File.Exists(Path.Combine(folder.Path, "ARCHITECTURE.md")));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
