using ArchDsl.Harness;
using ArchDsl.Model;

namespace ArchDsl.Tests.Rules;

/// <summary>
/// The samples with one fact changed. A change that opens or breaks something is reported, by the rules that say so and no others; one
/// that does neither stays silent.
/// </summary>
public sealed class SampleMutationTests
{
    private const string Today = "2026-12-01";

    /// <summary>Sample, what it says, what it says instead, and the rules that this breaks.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        // Exposure of data stores.
        { "MapleQuest", "Public = false", "Public = true", "" },
        { "MapleQuest", "[IsolatedSubnet]", "[PublicSubnet]", "ARCH1008" },
        { "MapleQuest", "Public = false)]", "Public = false), Ingress(Cidr.Internet, 5432)]", "ARCH1010" },
        { "MapleQuest", "Public = false)]", "Public = true), Ingress(Cidr.Internet, 5432)]", "ARCH1007" },
        { "MapleQuest", "Public = false)]", "Public = false), Ingress(\"10.0.0.0/16\", 5432)]", "ARCH1010" },
        { "MapleQuest", "Public = false)]", "Public = false), Ingress(\"203.0.113.0/24\", 5432)]", "" },
        { "LibertySocial", "MultiAz = true,", "MultiAz = true, Public = true,", "" },
        { "LibertySocial", "[SecurityGroup(\"elasticache-sg\"), Egress(Cidr.Internet)]", "[SecurityGroup(\"elasticache-sg\"), Egress(Cidr.Internet), Ingress(\"10.0.1.0/24\", 6379)]", "ARCH1004" },
        { "Aloka", "[SecurityGroup(\"aloka-db-sg\"), Egress(Cidr.Internet)]", "[SecurityGroup(\"aloka-db-sg\"), Egress(Cidr.Internet), Ingress(\"0.0.0.0/0\")]", "ARCH1010" },
        { "Orders", "[PrivateSubnet]", "[PublicSubnet]", "ARCH1008" },

        // Exposure of compute.
        { "Aloka", "Ingress(Cidr.Internet, 443), ", "Ingress(Cidr.Internet, 443), Ingress(Cidr.Internet, 22), ", "ARCH1009" },
        { "Aloka", "Ingress(Cidr.Internet, 443), ", "Ingress(Cidr.Internet, 443), Ingress(\"198.51.100.7/32\", 22), ", "" },
        { "Aloka", "Ingress(Cidr.Internet, 443), ", "Ingress(Cidr.Internet), ", "ARCH1009" },
        { "MapleQuest", "[InjectSecret<DjangoKey>(\"SECRET_KEY\")]", "[InjectSecret<DjangoKey>(\"SECRET_KEY\"), Ingress(Cidr.Internet, 8000)]", "ARCH1002" },
        { "LibertySocial", "[Uses<Cache>]", "[Uses<Cache>, Ingress(\"10.0.0.0/16\", 8000)]", "ARCH1010" },
        { "TwoTier", "[InjectSecret<ApiKey>(\"API_KEY\")]", "[InjectSecret<ApiKey>(\"API_KEY\"), Ingress<Frontend>(8080)]", "" }, // declared

        // What cannot start, or cannot be reached.
        { "LibertySocial", "NatGateways = 1", "NatGateways = 0", "ARCH1040" },
        { "LibertySocial", "[PrivateSubnet(\"10.0.10.0/24\", \"10.0.11.0/24\")]", "[IsolatedSubnet(\"10.0.10.0/24\", \"10.0.11.0/24\")]", "ARCH1040" },
        { "TwoTier", "NatGateways = 1", "NatGateways = 0", "ARCH1040" },
        { "TwoTier", "NatGateways = 1", "NatGateways = 2", "" },
        { "TwoTier", "[RoutesTo<Backend>]", "", "ARCH1042" },
        { "TwoTier", "[HttpListener(8080)]", "", "ARCH0014" },
        { "TwoTier", "[Uses<BackendAlb>]", "", "ARCH1042" },
        { "LibertySocial", "[HttpsListener<Tls>(443)]", "", "ARCH0024" },
        { "LibertySocial", "[Certificate(\"*.yourdomain.com\")]", "[Certificate(\"*.example.org\")]", "ARCH1022,ARCH4063" },
        { "LibertySocial", "[Dns(\"backend.yourdomain.com\")]", "[Dns(\"backend.example.org\")]", "ARCH0013" },
        { "LibertySocial", "[Dns(\"backend.yourdomain.com\")]", "[Dns(\"a.b.yourdomain.com\")]", "ARCH1022" },
        { "Aloka", "[PublicSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\")]", "[PrivateSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\")]", "ARCH0012,ARCH1043" },

        // Weaker than the baseline.
        { "LibertySocial", "RedirectToHttps = true", "RedirectToHttps = false", "ARCH1020" },
        { "LibertySocial", "BackupRetentionDays = 30", "BackupRetentionDays = 0", "ARCH2003" },
        { "LibertySocial", "BackupRetentionDays = 30", "BackupRetentionDays = 3", "ARCH2005" },
        { "LibertySocial", "MultiAz = true,", "", "ARCH4001" },
        { "LibertySocial", "[S3(\"liberty-social-uploads\", Versioned = true)]", "[S3(\"liberty-social-uploads\", Versioned = true, PublicRead = true)]", "ARCH2010" },
        { "MapleQuest", "Env(\"ALLOWED_HOSTS\", \"*\")", "Env(\"DB_ADMIN_PASSWORD\", \"hunter2hunter2\")", "ARCH3011" },
        { "MapleQuest", "[Uses<Images>(Access.ReadWrite, Env = \"S3_BUCKET_NAME\")]", "", "" },

        // What AWS would refuse.
        { "MapleQuest", "MemoryMiB = 1024", "MemoryMiB = 512", "ARCH0013" },
        { "MapleQuest", "AvailabilityZones = 2", "AvailabilityZones = 1", "ARCH0024" },
        { "MapleQuest", "maple-quest-images-", "Maple_Quest-", "ARCH0013" },
        { "MapleQuest", "InstanceType = \"t4g.micro\"", "InstanceType = \"t4g.tiny\"", "ARCH0013" },
        { "MapleQuest", "Engine.Postgres, \"15\"", "Engine.Postgres, \"3\"", "ARCH0013" },
        { "MapleQuest", "RetentionDays = 7", "RetentionDays = 8", "ARCH0013" },
        { "LibertySocial", "TimeoutSeconds = 5", "TimeoutSeconds = 30", "ARCH0024" },
        { "LibertySocial", "Region = \"us-east-1\"", "Region = \"us-east\"", "ARCH0013" },
        { "LibertySocial", "Min = 2, Max = 10", "Min = 12, Max = 10", "ARCH0013" },
        { "EightDigit", "[Ecr(\"flask-app\"", "[Ecr(\"Flask-App\"", "ARCH0013" },
        { "EightDigit", "SortKey = \"timestamp\"", "SortKey = \"username\"", "ARCH0024" },
        { "Aloka", "\"10.0.1.0/24\", \"10.0.2.0/24\"", "\"10.0.1.0/24\", \"10.0.1.128/25\"", "ARCH0006" },
        { "Aloka", "\"10.0.1.0/24\", \"10.0.2.0/24\"", "\"10.0.1.0/24\", \"10.1.2.0/24\"", "ARCH0005" },
        { "Aloka", "\"10.0.1.0/24\", \"10.0.2.0/24\"", "\"10.0.1.0/24\"", "ARCH0008" },

        // Rewordings and harmless changes.
        { "MapleQuest", "[Vpc(AvailabilityZones = 2)]", "[Vpc(\"10.7.0.0/16\", AvailabilityZones = 3)]", "" },
        { "MapleQuest", "Port = 8000", "Port = 8001", "" },
        { "LibertySocial", "DesiredCount = 2)]", "DesiredCount = 3)]", "" },
        { "LibertySocial", "[Uses<Cache>]", "[Uses<Cache>(Env = \"SESSION\")]", "" },
        { "LibertySocial", "HealthCheckPath = \"/api/health/\"", "HealthCheckPath = \"/\"", "" },
        { "TwoTier", "Port = 3000", "Port = 3001", "" },
        { "EightDigit", "Access.ReadWrite", "Access.Read", "" },
        { "EightDigit", "DesiredCount = 2", "DesiredCount = 4", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_BreaksTheseRules(string sample, string from, string to, string rules) => Assert.Equal(rules, Broken(sample, from, to));

    /// <summary>The rules that an error or a warning is about, but for acceptances that a change makes needless.</summary>
    private static string Broken(string sample, string from, string to)
    {
        SolutionState original = TestProgram.OfSample(sample);
        (string name, string source) = Assert.Single(original.Sources);
        Assert.Equal(2, source.Split(from).Length);
        SolutionState changed = new() { Sources = { (name, source.Replace(from, to, StringComparison.Ordinal)) }, MarkupHandling = MarkupMode.None };
        foreach ((string Path, string Content) file in original.AdditionalFiles)
        {
            changed.AdditionalFiles.Add(file);
        }

        ArchitectureDeclaration declaration = TestProgram.Declare(changed);
        return string.Join(",", Analysis.Check(declaration, Today)
            .Select(static found => found.Finding.RuleId)
            .Where(static id => RuleSet.Find(id)!.Severity != Severity.Info && id != "ARCH0022")
            .Distinct()
            .Order(StringComparer.Ordinal));
    }
}
