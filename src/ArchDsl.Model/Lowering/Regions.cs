namespace ArchDsl.Model;

/// <summary>The regions of AWS, as of May 2026.</summary>
/// <remarks>
/// Names and zones: <see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS</see>, and cfn-lint 1.51 for
/// the partitions that are not public.
/// </remarks>
internal static class Regions
{
    private const int UsualZones = 3;

    // The number of zones where it is not the usual one. An account may see fewer.
    private static readonly Dictionary<string, int> Zones = new(StringComparer.Ordinal)
    {
        ["ap-northeast-1"] = 4,
        ["ap-northeast-2"] = 4,
        ["ca-central-1"] = 4,
        ["us-east-1"] = 6,
        ["us-west-1"] = 2,
        ["us-west-2"] = 4,
    };

    private static readonly (string Prefix, string Partition)[] Partitions =
    [
        ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("eusc-", "aws-eusc"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"), ("us-isof-", "aws-iso-f"), ("eu-isoe-", "aws-iso-e"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. ("af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 "
            + "ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-isoe-west-1 eu-north-1 eu-south-1 "
            + "eu-south-2 eu-west-1 eu-west-2 eu-west-3 eusc-de-east-1 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 "
            + "us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1 us-isof-east-1 us-isof-south-1 us-west-1 us-west-2").Split(' '),
    ];

    /// <summary>How many availability zones a region has at most; null for a region that is not known.</summary>
    public static int? ZonesOf(string? region) =>
        region is null || !All.Contains(region) ? null : Zones.TryGetValue(region, out int zones) ? zones : UsualZones;

    /// <summary>The partition of a region.</summary>
    public static string Partition(string region) =>
        Partitions.Where(partition => region.StartsWith(partition.Prefix, StringComparison.Ordinal)).Select(static partition => partition.Partition).FirstOrDefault() ?? "aws";
}
