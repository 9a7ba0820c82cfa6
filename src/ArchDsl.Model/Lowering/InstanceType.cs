using System.Text.RegularExpressions;

namespace ArchDsl.Model;

/// <summary>Families and sizes of instances, as far as they are known for good.</summary>
internal static class InstanceType
{
    // The burstable and general families up to the sixth generation, of which AWS makes no more, as of May 2026:
    // https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
    private static readonly Dictionary<string, string> Ec2 = Table(
        ("t1", "micro"),
        ("t2 t3 t3a t4g", "nano micro small medium large xlarge 2xlarge"),
        ("m1", "small medium large xlarge"),
        ("m2", "xlarge 2xlarge 4xlarge"),
        ("m3", "medium large xlarge 2xlarge"),
        ("m4", "large xlarge 2xlarge 4xlarge 10xlarge 16xlarge"),
        ("c1", "medium xlarge"),
        ("c3 c4 r3", "large xlarge 2xlarge 4xlarge 8xlarge"),
        ("r4", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
        ("c5 c5d", "large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge metal"),
        ("c5n", "large xlarge 2xlarge 4xlarge 9xlarge 18xlarge metal"),
        ("c5a c5ad m5a m5ad r5a r5ad", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
        ("m5 m5d m5dn m5n r5 r5b r5d r5dn r5n", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge metal"),
        ("m5zn", "large xlarge 2xlarge 3xlarge 6xlarge 12xlarge metal"),
        ("c6a m6a r6a", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge metal"),
        ("c6g c6gd c6gn m6g m6gd r6g r6gd", "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge metal"),
        ("c6i c6id c6in m6i m6id m6idn m6in r6i r6id r6idn r6in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal"));

    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html
    private static readonly Dictionary<string, string> Rds = Table(
        ("t1", "micro"),
        ("t2 t3 t4g", "micro small medium large xlarge 2xlarge"),
        ("m1", "small medium large xlarge"),
        ("m2", "xlarge 2xlarge 4xlarge"),
        ("m3", "medium large xlarge 2xlarge"),
        ("m4", "large xlarge 2xlarge 4xlarge 10xlarge 16xlarge"),
        ("r3", "large xlarge 2xlarge 4xlarge 8xlarge"),
        ("r4", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
        ("m5 m5d r5 r5b r5d", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge"),
        ("c6gd", "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
        ("m6g m6gd r6g r6gd", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
        ("m6i m6id m6idn m6in r6i r6id r6idn r6in", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge metal"));

    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
    private static readonly Dictionary<string, string> Cache = Table(
        ("t1", "micro"),
        ("t2 t3 t4g", "micro small medium"),
        ("m1", "small medium large xlarge"),
        ("m2", "xlarge 2xlarge 4xlarge"),
        ("m3", "medium large xlarge 2xlarge"),
        ("m4", "large xlarge 2xlarge 4xlarge 10xlarge"),
        ("c1", "xlarge"),
        ("r3", "large xlarge 2xlarge 4xlarge 8xlarge"),
        ("r4", "large xlarge 2xlarge 4xlarge 8xlarge 16xlarge"),
        ("m5 r5", "large xlarge 2xlarge 4xlarge 12xlarge 24xlarge"),
        ("m6g r6g", "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"),
        ("r6gd", "xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge"));

    // Their processors boot paravirtual images alone, and Amazon Linux comes for hardware virtualization:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/virtualization_types.html
    private static readonly HashSet<string> Paravirtual = ["t1", "m1", "m2", "c1"];

    // What describe-orderable-db-instance-options has for no version of these engines any more, as cfn-lint 1.51 has it (E3694); and
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html: none of them from PostgreSQL 13 on.
    private static readonly HashSet<string> RetiredByRds = ["t1", "t2", "m1", "m2", "m3", "m4", "r3", "r4"];

    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
    private static readonly HashSet<string> OfOtherEngines = ["x1", "x1e", "x2iezn", "z1d"];

    // Existing clusters go on, new ones are refused: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheNode.html,
    // and for T2 https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
    private static readonly HashSet<string> RetiredByElastiCache = ["t1", "t2", "m1", "m2", "m3", "c1", "r3"];

    private static readonly Regex Shape = new("^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\.((?:nano|micro|small|medium|large|[0-9]{0,3}xlarge|metal(?:-[0-9]+xl)?))\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Closed = new("^(t[1-4]|[mcr][1-6])[a-z]*\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Graviton = new("^(a1|[a-z]+[0-9]+g[a-z]*)\\z", RegexOptions.CultureInvariant);

    /// <summary>Why EC2 has no such type; null where it has one, or may have one by now.</summary>
    public static string? Ec2Fault(string type) => Fault(type, "EC2", "t3.small", Ec2)
        ?? (type.StartsWith("mac", StringComparison.Ordinal) ? "a Mac stands on a dedicated host, and an [Ec2] on a shared one; choose a type such as t4g.small"
        : Paravirtual.Contains(Family(type)) ? $"no Amazon Linux of today starts on the family {Family(type)}; choose a type such as t3.small"
        : null);

    /// <summary>Why RDS has no such class; null where it has one, or may have one by now.</summary>
    public static string? RdsFault(string type) => Fault(type, "RDS", "t4g.micro", Rds)

        ?? (RetiredByRds.Contains(Family(type)) ? $"RDS makes no new database of the family {Family(type)}; choose a class such as t4g.micro or m7g.large"
        : OfOtherEngines.Contains(Family(type)) ? $"the family {Family(type)} is for Oracle and SQL Server alone; choose a class such as r7g.large"

        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html
        : Family(type) == "c6gd" ? "the family c6gd is for Multi-AZ DB clusters alone, and an [Rds] is an instance; choose a class such as m7g.large"
        : null);

    /// <summary>Why ElastiCache has no such type; null where it has one, or may have one by now.</summary>
    public static string? CacheFault(string type) => Fault(type, "ElastiCache", "t4g.micro", Cache)
        ?? (RetiredByElastiCache.Contains(Family(type)) ? $"ElastiCache makes no new cluster of the family {Family(type)}; choose a type such as t4g.micro or m7g.large" : null);

    /// <summary>Whether the processor is one of AWS's own, with the instruction set of ARM.</summary>
    public static bool IsArm(string type) => Graviton.IsMatch(Family(type));

    /// <summary>The family of a type: <c>m7g</c> of <c>m7g.large</c>.</summary>
    public static string Family(string type) => type.Split('.')[0];

    private static string? Fault(string type, string service, string example, Dictionary<string, string> known)
    {
        if (Shape.Match(type) is not { Success: true } match)
        {
            return $"a type is a family and a size, as in {example}";
        }

        string family = match.Groups[1].Value;
        return known.TryGetValue(family, out string? sizes)
            ? sizes.Split(' ').Contains(match.Groups[2].Value) ? null : $"in the family {family} {service} has {sizes.Replace(" ", ", ")}"
            : Closed.IsMatch(family) ? $"{service} has no family {family}; choose a type such as {example}"
            : null;
    }

    private static Dictionary<string, string> Table(params (string Families, string Sizes)[] rows) =>
        rows.SelectMany(static row => row.Families.Split(' ').Select(family => (family, row.Sizes))).ToDictionary(static row => row.family, static row => row.Sizes);
}
