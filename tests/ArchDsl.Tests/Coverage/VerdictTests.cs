using ArchDsl.Model;

namespace ArchDsl.Tests.Coverage;

/// <summary>
/// What the table says that a rule finds is found: for each such concern a program that has it, and nothing of the rules where it is
/// mended.
/// </summary>
public sealed class VerdictTests
{
    private const string Task = "Fargate(Image = \"nginx\", Port = 8080)";
    private const string Balanced = "[Fargate(Image = \"nginx\", Port = 8080)EDGES] public partial class Api; [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;";

    /// <summary>Concern, the program that has it, and one that has it not.</summary>
    private static readonly (string Concern, string Bad, string Good)[] Programs =
    [
        ("vpc-no-flow-logs", Flat("Vpc(FlowLogs = FlowLogs.None), IsolatedSubnet, Rds"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("sg-ingress-world", Flat("Vpc, PublicSubnet, " + Task + ", Ingress(Cidr.Internet, 8080)"), Flat("Vpc, PublicSubnet, " + Task)),
        ("sg-ingress-world-all-ports", Flat("Vpc, PublicSubnet, " + Task + ", Ingress(Cidr.Internet)"), Flat("Vpc, PublicSubnet, " + Task)),
        ("sg-ssh-world", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(\"192.0.2.7/32\", 22)")),
        ("sg-rdp-world", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 3389)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
        ("sg-sensitive-port-world", Flat("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("sg-http-world-nonlb", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 80)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
        ("sg-unknown-port-world", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 31337)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
        ("sg-ingress-all-protocols", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 443)")),
        ("sg-ingress-port-range", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 8000, 9000)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 8000)")),
        ("sg-egress-world", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443)")),
        ("sg-egress-all-protocols", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443)")),
        ("lb-sg-no-inbound", Flat("Vpc, PublicSubnet, Alb"), Nested("[PublicSubnet] public partial class Edge { " + Balanced + " }")),
        ("ec2-public-instance-open-subnet", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 8080)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
        ("ec2-no-detailed-monitoring", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\", DetailedMonitoring = true)")),
        ("ec2-no-termination-protection", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\", TerminationProtection = true)")),
        ("ec2-userdata-secret", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\", UserDataFile = \"bad.sh\")"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\", UserDataFile = \"good.sh\")")),
        ("alb-listener-not-https", Nested("[PublicSubnet] public partial class Edge { " + Balanced + " }"), Https),
        ("alb-http-no-redirect", Https.Replace("HttpListener(RedirectToHttps = true)", "HttpListener", StringComparison.Ordinal), Https),
        ("alb-no-access-logs", Https.Replace("AccessLogs<Logs>, ", "", StringComparison.Ordinal), Https),
        ("ecs-no-container-insights", Flat("Vpc, EcsCluster(ContainerInsights = false), PublicSubnet, " + Task), Flat("Vpc, PublicSubnet, " + Task)),
        ("ecs-env-plaintext-secret", Flat("Vpc, PublicSubnet, " + Task + ", Env(\"DB_PASSWORD\", \"kirsche-7-lampe\"), Env(\"AWS_SECRET_ACCESS_KEY\", \"${x}\")"), Flat("Vpc, PublicSubnet, " + Task + ", Env(\"DB_NAME\", \"shop\")")),
        ("ecs-invalid-cpu-memory", Flat("Vpc, PublicSubnet, Fargate(Image = \"nginx\", Cpu = 256, MemoryMiB = 4096)"), Flat("Vpc, PublicSubnet, Fargate(Image = \"nginx\", Cpu = 512, MemoryMiB = 4096)")),
        ("ecs-zero-desired", Nested("[PublicSubnet] public partial class Edge { " + Balanced.Replace("Port = 8080", "Port = 8080, DesiredCount = 0", StringComparison.Ordinal) + " }"),
            Nested("[PublicSubnet] public partial class Edge { " + Balanced.Replace("Port = 8080", "Port = 8080, DesiredCount = 2", StringComparison.Ordinal) + " }")),
        ("ecr-no-scan", Flat("Ecr(ScanOnPush = false)"), Flat("Ecr")),
        ("ecr-mutable-tags", Flat("Ecr"), Flat("Ecr(ImmutableTags = true)")),
        ("rds-publicly-accessible", Flat("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-public-subnet", Flat("Vpc, PublicSubnet, Rds"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-sg-world", Flat("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-sg-large-scope", Nested("[IsolatedSubnet] public partial class Data { [Rds, Ingress(\"10.0.0.0/16\", 5432)] public partial class Database; [Ec2(\"t3.micro\"), Uses<Database>] public partial class Host; }"),
            Nested("[IsolatedSubnet] public partial class Data { [Rds] public partial class Database; [Ec2(\"t3.micro\"), Uses<Database>] public partial class Host; }")),
        ("rds-single-az", Flat("Vpc, IsolatedSubnet, Rds"), Flat("Vpc, IsolatedSubnet, Rds(MultiAz = true)")),
        ("rds-no-deletion-protection", Flat("Vpc, IsolatedSubnet, Rds, Removal(Removal.Destroy)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-default-port", Flat("Vpc, IsolatedSubnet, Rds"), Flat("Vpc, IsolatedSubnet, Rds(Port = 6543)")),
        ("rds-no-backup", Flat("Vpc, IsolatedSubnet, Rds(BackupRetentionDays = 0)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-low-backup-retention", Flat("Vpc, IsolatedSubnet, Rds(BackupRetentionDays = 3)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("rds-default-admin-name", Flat("Vpc, IsolatedSubnet, Rds(Username = \"postgres\")"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("cache-no-auth", Flat("Vpc, IsolatedSubnet, ElastiCache"), Flat("Vpc, IsolatedSubnet, ElastiCache(Auth = true)")),
        ("cache-single-az", Flat("Vpc, IsolatedSubnet, ElastiCache"), Flat("Vpc, IsolatedSubnet, ElastiCache(Nodes = 2)")),
        ("cache-default-port", Flat("Vpc, IsolatedSubnet, ElastiCache"), Flat("Vpc, IsolatedSubnet, ElastiCache(Port = 6543)")),
        ("cache-no-backup", Flat("Vpc, IsolatedSubnet, ElastiCache(SnapshotRetentionDays = 0)"), Flat("Vpc, IsolatedSubnet, ElastiCache")),
        ("s3-no-block-public-access", Flat("S3(PublicRead = true)"), Flat("S3")),
        ("s3-policy-wildcard-principal", Flat("S3(PublicRead = true)"), Flat("S3")),
        ("s3-no-access-logs", Flat("S3"), Nested("[S3, AccessLogs<Logs>] public partial class Images; [S3] public partial class Logs;")),
        ("s3-no-versioning", Flat("S3(Versioned = false)"), Flat("S3")),
        ("s3-open-cors", Flat("S3, Cors(Origins = [\"*\"], Methods = [HttpVerb.Put])"), Flat("S3, Cors(Origins = [\"https://shop.example.com\"], Methods = [HttpVerb.Put])")),
        ("s3-bad-name", Flat("S3(\"My_Bucket\")"), Flat("S3(\"my-bucket-7\")")),
        ("ddb-no-pitr", Flat("DynamoDb(PointInTimeRecovery = false)"), Flat("DynamoDb")),
        ("secret-no-rotation", Flat("Secret"), Flat("S3")),
        ("iam-resource-policy-any", Flat("S3(PublicRead = true)"), Flat("S3")),
        ("logs-no-retention", Flat("Vpc, PublicSubnet, " + Task + ", Logs(RetentionDays = 30)"), Flat("Vpc, PublicSubnet, " + Task)),
        ("acm-wildcard", Flat("Certificate(\"*.example.com\")"), Flat("Certificate(\"shop.example.com\")")),
        ("sns-no-sse", Flat("Topic"), Flat("Topic(Encrypted = true)")),
        ("sns-no-cmk", Flat("Topic"), Flat("Topic(Encrypted = true)")),
        ("bastion-ssh-world", Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22)"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
        ("topo-internet-to-datastore", Flat("Vpc, PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)"), Flat("Vpc, IsolatedSubnet, Rds")),
        ("topo-alb-bypass-sg", Nested("[PublicSubnet] public partial class Edge { " + Balanced.Replace("EDGES", ", Ingress(Cidr.Internet, 8080)", StringComparison.Ordinal) + " }"),
            Nested("[PublicSubnet] public partial class Edge { " + Balanced + " }")),
        ("topo-plaintext-hop", Nested("[PublicSubnet] public partial class Edge { " + Balanced + " }"), Https),
        ("topo-tier-skip", Skipped("Ec2(\"t3.micro\"), Egress(\"10.0.0.0/16\", 5432)", "Rds, Ingress(\"10.0.0.0/16\", 5432)"), Skipped("Ec2(\"t3.micro\")", "Rds")),
        ("topo-two-hop-bastion", Skipped("Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22), Uses<Data.Database>", "Rds"), Skipped("Ec2(\"t3.micro\"), Uses<Data.Database>", "Rds")),
        ("topo-undeclared-reachability", Skipped("Ec2(\"t3.micro\"), Egress(\"10.0.0.0/16\", 5432)", "Rds, Ingress(\"10.0.0.0/16\", 5432)"), Skipped("Ec2(\"t3.micro\")", "Rds")),
        ("topo-datastore-in-public-subnet", Flat("Vpc, PublicSubnet, ElastiCache"), Flat("Vpc, IsolatedSubnet, ElastiCache")),
        ("topo-no-image-path", Flat("Vpc, IsolatedSubnet, " + Task), Flat("Vpc, PublicSubnet, " + Task)),
        ("topo-endpoint-blocked", Nested("[S3] public partial class Images; [IsolatedSubnet] public partial class Inside { [Ec2(\"t3.micro\"), Uses<Images>] public partial class Host; }"),
            Nested("[S3] public partial class Images; [PublicSubnet] public partial class Edge { [Ec2(\"t3.micro\"), Uses<Images>] public partial class Host; }")),
        ("topo-broken-declared-connection", Flat("Vpc, PublicSubnet, Alb, HttpListener"), Nested("[PublicSubnet] public partial class Edge { " + Balanced + " }")),
        ("topo-nat-unreachable", Flat("Vpc(NatGateways = 1), PrivateSubnet, Rds"), Flat("Vpc, PrivateSubnet, Rds")),
        ("topo-single-nat", Single("Vpc(NatGateways = 1)"), Single("Vpc")),
        ("topo-unlogged-path", Flat("Vpc(FlowLogs = FlowLogs.None), PublicSubnet, Alb"), Https),
        ("topo-missing-gateway-endpoint", Gateway("Vpc"), Gateway("Vpc, VpcEndpoint(AwsService.S3)")),
        ("topo-dns-cert-mismatch", Https.Replace("Certificate(\"shop.example.com\")", "Certificate(\"other.example.com\")", StringComparison.Ordinal), Https),
        ("topo-dead-end", Flat("Vpc, EcsCluster, PublicSubnet, Ec2(\"t3.micro\")"), Flat("Vpc, PublicSubnet, Ec2(\"t3.micro\")")),
    ];

    private const string Https = """
        [HostedZone("example.com"), Vpc]
        public partial class Shop
        {
            [Certificate("shop.example.com")] public partial class Cert;
            [S3] public partial class Logs;
            [PublicSubnet] public partial class Edge
            {
                [Fargate(Image = "nginx", Port = 8080)] public partial class Api;
                [Alb, AccessLogs<Logs>, HttpListener(RedirectToHttps = true), HttpsListener<Cert>, Dns("shop.example.com"), RoutesTo<Api>] public partial class Lb;
            }
        }
        """;

    public static TheoryData<string> Concerns => [.. Programs.Select(static program => program.Concern)];

    [Fact]
    public void EveryRuleOfTheTable_HasAProgram() => Assert.Equal(
        Concern.All.Where(static concern => concern.Verdict == Concern.Rule).Select(static concern => concern.Name).Order(StringComparer.Ordinal),
        Programs.Select(static program => program.Concern).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Concerns))]
    public void Concern_IsFoundByItsRules(string concern)
    {
        (_, string bad, string good) = Programs.Single(program => program.Concern == concern);
        IReadOnlyList<string> rules = Concern.All.Single(row => row.Name == concern).Rules;
        Assert.Contains(Findings(bad), rules.Contains);
        Assert.DoesNotContain(Findings(good), rules.Contains);
    }

    private static List<string> Findings(string source)
    {
        Harness.SolutionState state = TestProgram.Of(source.Replace("EDGES", "", StringComparison.Ordinal));
        state.AdditionalFiles.Add(("bad.sh", "#!/bin/bash\nmysql -u root -pkirsche-7 shop\n"));
        state.AdditionalFiles.Add(("good.sh", "#!/bin/bash\nmysql -u root -p\"$PASSWORD\" shop\n"));
        return [.. Analysis.Check(TestProgram.Declare(state), null).Select(static finding => finding.Finding.RuleId)];
    }

    private static string Flat(string attributes) => $"[{attributes}] public partial class Shop;";

    private static string Nested(string classes) => $"[Vpc] public partial class Shop {{ {classes} }}";

    private static string Skipped(string host, string store) =>
        Nested($"[PublicSubnet] public partial class Edge {{ [{host}] public partial class Host; }} [IsolatedSubnet] public partial class Data {{ [{store}] public partial class Database; }}");

    private static string Single(string vpc) =>
        $"[{vpc}] public partial class Shop {{ [PublicSubnet] public partial class Edge; [PrivateSubnet, Fargate(Image = \"nginx\")] public partial class Api; }}";

    private static string Gateway(string vpc) =>
        $"[{vpc}] public partial class Shop {{ [S3] public partial class Images; [PublicSubnet] public partial class Edge; [PrivateSubnet, Fargate(Image = \"nginx\"), Uses<Images>] public partial class Api; }}";
}
