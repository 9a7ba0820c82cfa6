namespace ArchDsl.Model;

/// <summary>What a stage costs a month: an estimate from public prices, of what stands all the time. Traffic, requests and stored data come on top.</summary>
/// <param name="Usd">The sum of the charges that are known, in US dollars.</param>
/// <param name="Unknown">How many charges have no known price.</param>
/// <param name="Foreign">Whether some prices are those of another region.</param>
/// <param name="OldestPrice">The date of the oldest price, <c>yyyy-MM-dd</c> or as much of it as is known; null without prices.</param>
/// <param name="NewestPrice">The date of the newest.</param>
/// <param name="Classes">What each class costs, by path.</param>
public sealed record ManifestCost(
    decimal Usd,
    int Unknown,
    bool Foreign,
    string? OldestPrice,
    string? NewestPrice,
    EquatableArray<ManifestClassCost> Classes);

/// <summary>What a class costs a month.</summary>
/// <param name="Path">The class; empty for the root.</param>
/// <param name="Text">The cost in words: <c>$17.52 and by usage</c>, <c>unknown</c>, <c>free</c>.</param>
/// <param name="Usd">The sum of the charges that are known, in US dollars.</param>
/// <param name="Charges">What is paid for.</param>
public sealed record ManifestClassCost(string Path, string Text, decimal Usd, EquatableArray<ManifestCharge> Charges);

/// <summary>One thing that a class is charged for.</summary>
/// <param name="Service">The service, by its code in the AWS Price List.</param>
/// <param name="Item">What is used.</param>
/// <param name="Unit">What the price is for one of.</param>
/// <param name="Quantity">How many units a month; null where that depends on the traffic.</param>
/// <param name="Price">US dollars for one unit; null where no public source was found.</param>
/// <param name="Usd">US dollars a month; null where that depends on usage or on an unknown price.</param>
public sealed record ManifestCharge(string Service, string Item, string Unit, decimal? Quantity, decimal? Price, decimal? Usd);
