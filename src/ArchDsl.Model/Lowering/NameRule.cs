using System.Text;
using System.Text.RegularExpressions;

namespace ArchDsl.Model;

/// <summary>What AWS allows as the text of an argument. The one table of patterns and lengths; <see cref="ArgumentCheck"/> asks it about every argument.</summary>
/// <param name="What">What the text is, for messages: <c>the name of a bucket</c>.</param>
/// <param name="Min">The least number of characters.</param>
/// <param name="Max">The greatest number of characters.</param>
/// <param name="Pattern">What the whole text matches.</param>
/// <param name="Allowed">The same in words.</param>
/// <param name="Source">The page of AWS that says so.</param>
/// <param name="Nevers">Patterns that no such text matches, each with the words that follow <paramref name="What"/>.</param>
internal sealed record NameRule(string What, int Min, int Max, string Pattern, string Allowed, string Source, params (string Pattern, string Never)[] Nevers)
{
    // Domain names are ASCII, and each label has 63 characters at most:
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private const string RecordLabel = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private const string InLabels = "labels of 1 to 63 letters, digits and inner hyphens, joined by dots, without a dot at the end";
    private const string Aws = "https://docs.aws.amazon.com/";
    private const string Cfn = Aws + "AWSCloudFormation/latest/TemplateReference/";

    // A name component is lower case, and separators stand between letters and digits:
    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    private const string Repository = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*";
    private const string Host = "([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?|[A-Za-z0-9-]+:[0-9]+|localhost)/";
    private const string Tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private const string Digest = "[A-Za-z0-9_+.-]+:[0-9a-fA-F]{32,}";

    private static readonly NameRule EcsName = new("this name", 1, 255, "[A-Za-z0-9_-]*", "letters, digits, hyphens and underscores", Aws + "AmazonECS/latest/APIReference/API_CreateService.html");

    private static readonly NameRule Secret = new(
        "the name of a secret", 1, 512, "[A-Za-z0-9/_+=.@-]*", "letters, digits and /_+=.@-", Aws + "secretsmanager/latest/apireference/API_CreateSecret.html") { IsPhysical = true, IsUnique = true };

    private static readonly NameRule Key = new("the name of a key", 1, 255, "(.|\n)*", "characters", Aws + "amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html");

    private static readonly NameRule Role = new(
        "the name of a role", 1, 64, "[A-Za-z0-9+=,.@_-]*", "letters, digits and +=,.@_-", Aws + "IAM/latest/APIReference/API_CreateRole.html") { IsPhysical = true, IsUnique = true, IgnoresCase = true, Scope = NameScope.Account };

    private static readonly NameRule Region = new("a region", 1, 25, "[a-z]{2,4}(-[a-z]+){1,2}-[1-9][0-9]?", "the form eu-central-1", Aws + "global-infrastructure/latest/regions/aws-regions.html",
        ($"^(?!({string.Join("|", Regions.All)})$)", "is one that AWS has, such as eu-central-1 or us-east-1; leave one that is newer than May 2026 out, and pass it as the Env of the stack's props"));

    private static readonly NameRule Account = new("the id of an account", 12, 12, "[0-9]*", "digits", Aws + "accounts/latest/reference/manage-acct-identifiers.html");

    private static readonly NameRule Variable = new(
        "the name of an environment variable", 1, 32768, "[^=\\x00-\\x1F]*", "no equals sign and no control characters", Aws + "AmazonECS/latest/APIReference/API_KeyValuePair.html");

    private static readonly NameRule CertificateDomain = new(
        "a domain of a certificate", 1, 253, $"(\\*\\.)?({Label}\\.)+{Label}", $"two {InLabels}, or more of them, with *. before them at most", Aws + "acm/latest/APIReference/API_RequestCertificate.html");

    private static readonly NameRule Service = EcsName with { What = "the name of a service", IsPhysical = true, IsUnique = true, Scope = NameScope.Cluster };

    private static readonly NameRule SecurityGroup = new(
        "the name of a security group", 1, 255, "[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*", "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*", Cfn + "aws-resource-ec2-securitygroup.html",
        ("(?i)^sg-", "does not begin with sg-"),
        ("(?i)^default$", "is not default, which every VPC has already")) { IsPhysical = true, IsUnique = true, IgnoresCase = true, Scope = NameScope.Network };

    private static readonly Dictionary<(Type Attribute, string Argument), NameRule> Rules = new()
    {
        [(typeof(ArchitectureAttribute), nameof(ArchitectureAttribute.Name))] = new(
            "the name of a stack", 1, 128, "[A-Za-z][A-Za-z0-9-]*", "a letter, then letters, digits and hyphens", Aws + "AWSCloudFormation/latest/APIReference/API_CreateStack.html"),
        [(typeof(ArchitectureAttribute), nameof(ArchitectureAttribute.Region))] = Region,
        [(typeof(ArchitectureAttribute), nameof(ArchitectureAttribute.Account))] = Account,
        [(typeof(ArchitectureAttribute), nameof(ArchitectureAttribute.Description))] = new(
            "the description of a stack", 0, 1024, "(.|\n)*", "characters", Aws + "AWSCloudFormation/latest/UserGuide/template-description-structure.html") { CountsBytes = true },
        [(typeof(StageAttribute), nameof(StageAttribute.Region))] = Region,
        [(typeof(StageAttribute), nameof(StageAttribute.Account))] = Account,
        [(typeof(TagAttribute), nameof(TagAttribute.Key))] = new(
            "the key of a tag", 1, 128, "[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*", "letters, digits, spaces and _.:/=+-@", Aws + "tag-editor/latest/userguide/best-practices-and-strats.html",
            ("(?i)^aws:", "does not begin with aws:, which is AWS's own")),
        [(typeof(TagAttribute), nameof(TagAttribute.Value))] = new(
            "the value of a tag", 0, 256, "[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*", "letters, digits, spaces and _.:/=+-@", Aws + "tag-editor/latest/userguide/best-practices-and-strats.html"),
        [(typeof(S3Attribute), nameof(S3Attribute.Name))] = new(
            "the name of a bucket", 3, 63, "[a-z0-9][a-z0-9.-]*[a-z0-9]", "lower-case letters, digits, hyphens and dots, with a letter or digit at both ends", Aws + "AmazonS3/latest/userguide/bucketnamingrules.html",
            ("\\.\\.", "has no two dots in a row"),
            ("^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$", "is no IP address"),
            ("^(xn--|sthree-|amzn-s3-demo-)", "does not begin with xn--, sthree- or amzn-s3-demo-"),
            ("(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$", "does not end in -s3alias, --ol-s3, .mrap, --x-s3 or --table-s3")) { IsPhysical = true, IsUnique = true, Scope = NameScope.World },
        [(typeof(AlbAttribute), nameof(AlbAttribute.Name))] = new(
            "the name of a load balancer", 1, 32, "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?", "letters, digits and inner hyphens", Aws + "elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
            ("^internal-", "does not begin with internal-")) { IsPhysical = true, IsUnique = true },
        [(typeof(RoutesToAttribute), nameof(RoutesToAttribute.Name))] = new(
            "the name of a target group", 1, 32, "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?", "letters, digits and inner hyphens", Aws + "elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html") { IsPhysical = true, IsUnique = true },
        [(typeof(RoutesToAttribute), nameof(RoutesToAttribute.HealthCheckPath))] = new(
            "the path of a health check", 1, 1024, "/[\\x21-\\x7E]*", "a slash, then printable characters without spaces", Aws + "elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"),
        [(typeof(EcsClusterAttribute), nameof(EcsClusterAttribute.Name))] = EcsName with { What = "the name of a cluster", Source = Aws + "AmazonECS/latest/APIReference/API_CreateCluster.html", IsPhysical = true, IsUnique = true },
        [(typeof(FargateAttribute), nameof(FargateAttribute.Name))] = Service,
        [(typeof(FargateAttribute), nameof(FargateAttribute.Family))] = EcsName with { What = "the name of a family", Source = Aws + "AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html", IsPhysical = true },
        [(typeof(FargateAttribute), nameof(FargateAttribute.Image))] = new(
            "an image", 0, 255, $"(({Host})?{Repository}(:{Tag})?(@{Digest})?)?", "the form registry/repository:tag, with the repository in lower case", Aws + "AmazonECS/latest/APIReference/API_ContainerDefinition.html"),
        [(typeof(ContainerAttribute), nameof(ContainerAttribute.Name))] = EcsName with { What = "the name of a container", Source = Aws + "AmazonECS/latest/APIReference/API_ContainerDefinition.html" },
        [(typeof(ImageFromAttribute), nameof(ImageFromAttribute.Tag))] = new(
            "the tag of an image", 1, 300, $"{Tag}|{Digest}", "a letter, digit or underscore, then letters, digits and ._-, 128 in all", Aws + "AmazonECR/latest/APIReference/API_ImageIdentifier.html"),
        [(typeof(EnvAttribute), nameof(EnvAttribute.Name))] = Variable,
        [(typeof(UsesAttribute), nameof(UsesAttribute.Env))] = Variable,
        [(typeof(InjectSecretAttribute), nameof(InjectSecretAttribute.Variable))] = Variable,
        [(typeof(InjectSecretAttribute), nameof(InjectSecretAttribute.Field))] = new(
            "a key in a secret", 1, 65536, "[^:]*", "no colon, which stands between the parts of a reference", Aws + "AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html"),
        [(typeof(LogsAttribute), nameof(LogsAttribute.Name))] = new(
            "the name of a log group", 1, 512, "[A-Za-z0-9_/.#-]*", "letters, digits and _-/.#", Aws + "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
            ("^aws/", "does not begin with aws/")) { IsPhysical = true, IsUnique = true },
        [(typeof(RolesAttribute), nameof(RolesAttribute.Task))] = Role,
        [(typeof(RolesAttribute), nameof(RolesAttribute.Execution))] = Role,
        [(typeof(AlarmAttribute), nameof(AlarmAttribute.Name))] = new(
            "the name of an alarm", 1, 255, "[^\\x00-\\x1F\\x7F]*", "no control characters", Aws + "AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html") { IsPhysical = true, IsUnique = true },
        [(typeof(SecurityGroupAttribute), nameof(SecurityGroupAttribute.Name))] = SecurityGroup,
        [(typeof(RdsAttribute), nameof(RdsAttribute.Name))] = new(
            "the name of a database instance", 1, 63, "[A-Za-z][A-Za-z0-9-]*", "a letter, then letters, digits and hyphens", Aws + "AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
            ("--", "has no two hyphens in a row"),
            ("-$", "does not end in a hyphen")) { IsPhysical = true, IsUnique = true, IgnoresCase = true },
        [(typeof(RdsAttribute), nameof(RdsAttribute.SecretName))] = Secret,
        [(typeof(SecretAttribute), nameof(SecretAttribute.Name))] = Secret,
        [(typeof(ElastiCacheAttribute), nameof(ElastiCacheAttribute.Name))] = new(
            "the id of a replication group", 1, 40, "[A-Za-z][A-Za-z0-9-]*", "a letter, then letters, digits and hyphens", Aws + "AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
            ("--", "has no two hyphens in a row"),
            ("-$", "does not end in a hyphen")) { IsPhysical = true, IsUnique = true, IgnoresCase = true },
        [(typeof(DynamoDbAttribute), nameof(DynamoDbAttribute.Name))] = new(
            "the name of a table", 3, 255, "[A-Za-z0-9_.-]*", "letters, digits and ._-", Aws + "amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html") { IsPhysical = true, IsUnique = true },
        [(typeof(DynamoDbAttribute), nameof(DynamoDbAttribute.PartitionKey))] = Key with { CountsBytes = true },
        [(typeof(DynamoDbAttribute), nameof(DynamoDbAttribute.SortKey))] = Key with { CountsBytes = true },
        [(typeof(TopicAttribute), nameof(TopicAttribute.Name))] = new(
            "the name of a topic", 1, 256, "[A-Za-z0-9_-]*", "letters, digits, hyphens and underscores", Aws + "sns/latest/api/API_CreateTopic.html") { IsPhysical = true, IsUnique = true },
        [(typeof(EcrAttribute), nameof(EcrAttribute.Name))] = new(
            "the name of an image repository", 2, 256, Repository, "lower-case letters and digits, with single ._-/ between them", Aws + "AmazonECR/latest/APIReference/API_CreateRepository.html") { IsPhysical = true, IsUnique = true },
        [(typeof(HostedZoneAttribute), nameof(HostedZoneAttribute.DomainName))] = new(
            "the domain of a hosted zone", 1, 253, $"({RecordLabel}\\.)*{RecordLabel}", InLabels, Aws + "Route53/latest/DeveloperGuide/DomainNameFormat.html"),
        [(typeof(HostedZoneAttribute), nameof(HostedZoneAttribute.Id))] = new(
            "the id of a hosted zone", 1, 32, "[A-Z0-9]*", "upper-case letters and digits, as in Z0123456789ABCDEFGHIJ", Aws + "Route53/latest/APIReference/API_GetHostedZone.html"),
        [(typeof(DnsAttribute), nameof(DnsAttribute.Name))] = new(
            "the name of a record", 1, 253, $"(\\*\\.)?({RecordLabel}\\.)*{RecordLabel}", InLabels, Aws + "Route53/latest/DeveloperGuide/DomainNameFormat.html"),
        [(typeof(CertificateAttribute), nameof(CertificateAttribute.DomainName))] = CertificateDomain with { What = "the first domain of a certificate", Max = 64 },
        [(typeof(CertificateAttribute), nameof(CertificateAttribute.AlternativeNames))] = CertificateDomain,
    };

    /// <summary>All of them, by attribute and argument.</summary>
    public static IReadOnlyDictionary<(Type Attribute, string Argument), NameRule> All => Rules;

    private Regex Whole { get; } = new($"^(?:{Pattern})\\z", RegexOptions.CultureInvariant);

    private IReadOnlyList<(Regex Pattern, string Words)> Exceptions { get; } = [.. Nevers.Select(static never => (new Regex(never.Pattern, RegexOptions.CultureInvariant), never.Never))];

    /// <summary>Whether it is the name of a resource: the pseudo parameters are filled in.</summary>
    public bool IsPhysical { get; init; }

    /// <summary>Whether AWS refuses to give two resources the same name.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Where there is one resource of a name alone, if <see cref="IsUnique"/>.</summary>
    public NameScope Scope { get; init; } = NameScope.Region;

    /// <summary>Whether names are the same that differ in the case of their letters alone.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether the length is that of the UTF-8 text.</summary>
    public bool CountsBytes { get; init; }

    /// <summary>The rule for an argument of an attribute, or null.</summary>
    public static NameRule? Of(ArchDslAttribute attribute, string argument)
    {
        for (Type? type = attribute.GetType(); type is not null; type = type.BaseType)
        {
            if (Rules.TryGetValue((type, argument), out NameRule? rule))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Why AWS refuses a text, ending on the cure; null where it takes it.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="region">The region of the stack; null where the deployment decides.</param>
    public string? Fault(string text, string? region)
    {
        string full = IsPhysical ? PhysicalName.Fill(text, region) : text;
        int length = CountsBytes ? Encoding.UTF8.GetByteCount(full) : full.Length;
        string unit = CountsBytes ? "bytes" : "characters";
        return length < Min || length > Max
            ? $"{What} has {(Min == Max ? $"{Min}" : $"{Min} to {Max}")} {unit}, and this one has {length}{(full == text ? "" : " with the pseudo parameters filled in")}"
            : !Whole.IsMatch(full) ? $"{What} has {Allowed}"
            : Exceptions.Where(never => never.Pattern.IsMatch(full)).Select(never => $"{What} {never.Words}").FirstOrDefault();
    }
}

/// <summary>Where a name belongs to one resource alone.</summary>
public enum NameScope
{
    /// <summary>An ECS cluster, which is of one stack.</summary>
    Cluster,

    /// <summary>A VPC, which is of one stack.</summary>
    Network,

    /// <summary>A region of an account.</summary>
    Region,

    /// <summary>An account.</summary>
    Account,

    /// <summary>All accounts of a partition.</summary>
    World,
}
