using System.Globalization;
using System.Reflection;

namespace ArchDsl.Model;

/// <summary>The prices that a public source was found for, from the files in <c>Prices</c>. What is not in it is unknown.</summary>
public static class PriceTable
{
    /// <summary>The region that most sources name, and whose prices stand in for those of others.</summary>
    public const string DefaultRegion = "us-east-1";

    private static readonly Assembly Assembly = typeof(PriceTable).Assembly;

    private static readonly Lazy<Dictionary<string, PriceSource>> LazySources = new(() =>
        Rows(SourcesFile).Select(static row => new PriceSource(row[0], row[1], row[2], row[3])).ToDictionary(static source => source.Name));

    private static readonly Lazy<Dictionary<(string Service, string Item, string Region), Price>> LazyPrices = new(() =>
        Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name != SourcesFile)
            .SelectMany(Rows)
            .Select(static row => new Price(row[0], row[1], row[2], row[3], decimal.Parse(row[4], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), LazySources.Value[row[5]]))
            .ToDictionary(static price => (price.Service, price.Item, price.Region)));

    private const string Folder = "ArchDsl.Model.Cost.Prices.";
    private const string SourcesFile = Folder + "Sources.csv";

    /// <summary>All prices.</summary>
    public static IReadOnlyCollection<Price> Prices => LazyPrices.Value.Values;

    /// <summary>All sources.</summary>
    public static IReadOnlyCollection<PriceSource> Sources => LazySources.Value.Values;

    /// <summary>The price of a usage: that of the region, or else that of <see cref="DefaultRegion"/>; null where no source was found.</summary>
    /// <param name="usage">What is used.</param>
    /// <param name="region">The region; null where the deployment decides.</param>
    public static Price? Find(Usage usage, string? region) =>
        Find(usage.Service, usage.Item, region ?? DefaultRegion)
        ?? Find(usage.Service, usage.Item, Price.Global)
        ?? Find(usage.Service, usage.Item, DefaultRegion);

    private static Price? Find(string service, string item, string region) =>
        LazyPrices.Value.TryGetValue((service, item, region), out Price? price) ? price : null;

    // No value in these files holds a comma.
    private static IEnumerable<string[]> Rows(string resource)
    {
        using StreamReader reader = new(Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(static line => line.Length > 0).Select(static line => line.TrimEnd('\r').Split(','))];
    }
}
