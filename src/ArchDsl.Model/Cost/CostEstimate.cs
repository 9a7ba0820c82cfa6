using System.Globalization;

namespace ArchDsl.Model;

/// <summary>
/// What an architecture costs a month in one stage, as far as it can be known before it runs: whatever stands all the time, at public
/// prices. Traffic, requests and stored data come on top.
/// </summary>
public sealed record CostEstimate
{
    private CostEstimate(EquatableArray<Charge> charges, string? region)
    {
        Charges = charges;
        Region = region;
    }

    /// <summary>Estimates the cost of a topology.</summary>
    public static CostEstimate Of(ArchitectureTopology topology)
    {
        string? region = topology.Stack.Region;
        return new CostEstimate(
            Usages(topology).Select(u => new Charge(u.Node, u.Usage, PriceTable.Find(u.Usage, region))).ToEquatableArray(),
            region);
    }

    /// <summary>Every charge: components by path, each followed by what belongs to it.</summary>
    public EquatableArray<Charge> Charges { get; }

    /// <summary>The region of the stack; null where the deployment decides.</summary>
    public string? Region { get; }

    /// <summary>The sum of all charges that are known, in US dollars a month.</summary>
    public decimal Usd => Charges.Sum(static charge => charge.Usd ?? 0);

    /// <summary>The charges that stand all the time and that no price was found for.</summary>
    public IEnumerable<Charge> Unknown => Charges.Where(static charge => charge.IsUnknown);

    /// <summary>Whether some prices are those of <see cref="PriceTable.DefaultRegion"/>, although the stack stands in another region or in none yet.</summary>
    public bool IsForeign => Charges.Any(charge => charge.Price is { Region: not Price.Global } price && price.Region != Region);

    /// <summary>What each class costs, by path.</summary>
    public IEnumerable<NodeCost> Nodes =>
        Charges.GroupBy(static charge => charge.Node).Select(static group => new NodeCost(group.Key, group.ToEquatableArray())).OrderBy(static node => node.Node);

    /// <summary>What a class costs.</summary>
    public NodeCost Of(NodePath node) => new(node, Charges.Where(charge => charge.Node == node).ToEquatableArray());

    /// <summary>The charges with the dates of their prices: the oldest and the newest.</summary>
    public (string Oldest, string Newest)? Dates
    {
        get
        {
            List<string> dates = [.. Charges.Where(static c => c.Price is not null).Select(static c => c.Price!.Source.Date).OrderBy(static d => d, StringComparer.Ordinal)];
            return dates.Count == 0 ? null : (dates[0], dates[dates.Count - 1]);
        }
    }

    /// <summary>An amount as people write it: <c>$1,234.50</c>.</summary>
    public static string Text(decimal usd) =>
        "$" + Math.Round(usd, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<(NodePath Node, Usage Usage)> Usages(ArchitectureTopology topology) =>
    [
        .. from network in topology.Networks from usage in SharedUsage.Of(network, topology) select (network.Path, usage),
        .. from zone in topology.HostedZones from usage in SharedUsage.Of(zone) select (zone.Path, usage),
        .. from cluster in topology.Clusters from usage in SharedUsage.Of(cluster) select (cluster.Path, usage),
        .. from component in topology.Components from usage in Kind.Of(component).Usages(component, topology) select (component.Path, usage),
        .. from alarm in topology.Alarms select (alarm.Component, SharedUsage.Of(alarm)),
    ];
}

/// <summary>What one class costs a month.</summary>
/// <param name="Node">The class.</param>
/// <param name="Charges">What is paid for.</param>
public sealed record NodeCost(NodePath Node, EquatableArray<Charge> Charges)
{
    /// <summary>The sum of the charges that are known, in US dollars a month.</summary>
    public decimal Usd => Charges.Sum(static charge => charge.Usd ?? 0);

    /// <summary>How many charges stand all the time and have no known price.</summary>
    public int Unknown => Charges.Count(static charge => charge.IsUnknown);

    /// <summary>Whether something costs as much as it is used.</summary>
    public bool ByUsage => Charges.Any(static charge => charge.Usage.Quantity is null);

    /// <summary>The cost in words: <c>$17.52 and by usage</c>, <c>unknown</c>, <c>free</c>.</summary>
    public string Text
    {
        get
        {
            string[] parts =
            [
                .. Charges.Any(static charge => charge.Usd is not null) ? new[] { CostEstimate.Text(Usd) } : [],
                .. Unknown > 0 ? new[] { Unknown == Charges.Count ? "unknown" : $"{Unknown} unknown" } : [],
                .. ByUsage ? new[] { "by usage" } : [],
            ];
            return parts.Length == 0 ? "free" : string.Join(" and ", parts);
        }
    }
}

/// <summary>One thing that a class is charged for.</summary>
/// <param name="Node">The class.</param>
/// <param name="Usage">What is used, and how much.</param>
/// <param name="Price">Its price; null where no public source was found.</param>
public sealed record Charge(NodePath Node, Usage Usage, Price? Price)
{
    /// <summary>US dollars a month; null where that depends on usage or on an unknown price.</summary>
    public decimal? Usd => Usage.Quantity * Price?.Usd;

    /// <summary>Whether it stands all the time and its price is not known.</summary>
    public bool IsUnknown => Usage.Quantity is not null && Price is null;
}
