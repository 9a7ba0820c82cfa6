namespace ArchDsl.Model;

/// <summary>Something that AWS takes money for.</summary>
/// <param name="Service">The service, by its code in the AWS Price List: <c>AmazonRDS</c>.</param>
/// <param name="Item">What is used: <c>db.t4g.micro Postgres</c>.</param>
/// <param name="Unit">What the price is for one of: <c>hour</c>, <c>GB-month</c>.</param>
/// <param name="Quantity">How many units a month; null where that depends on the traffic, so that nobody can say beforehand.</param>
public sealed record Usage(string Service, string Item, string Unit, decimal? Quantity)
{
    /// <summary>The hours of a month, as the AWS Pricing Calculator counts them: 365 * 24 / 12.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>Something that runs all the time.</summary>
    internal static Usage Hourly(string service, string item, decimal count, string unit = "hour") => new(service, item, unit, count * HoursPerMonth);

    /// <summary>Something that is paid for by the month.</summary>
    internal static Usage Monthly(string service, string item, decimal count, string unit = "month") => new(service, item, unit, count);

    /// <summary>Something that costs as much as it is used.</summary>
    internal static Usage OnDemand(string service, string item, string unit) => new(service, item, unit, null);

    /// <summary>
    /// Public addresses. All of them cost money, whoever assigns them, since
    /// <see href="https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/">February 2024</see>.
    /// </summary>
    internal static Usage PublicAddresses(int count) => Hourly("AmazonVPC", "public IPv4 address", count);

    /// <summary>A secret of Secrets Manager.</summary>
    internal static Usage[] Secret =>
    [
        Monthly("AWSSecretsManager", "secret", 1),
        OnDemand("AWSSecretsManager", "API requests", "10000 requests"),
    ];

    /// <summary>A log of CloudWatch.</summary>
    internal static Usage[] Logs =>
    [
        OnDemand("AmazonCloudWatch", "logs ingested", "GB"),
        OnDemand("AmazonCloudWatch", "logs stored", "GB-month"),
    ];
}
