namespace ArchDsl.Model;

/// <summary>A public price on demand, without discounts, free tiers and taxes.</summary>
/// <param name="Service">The service, by its code in the AWS Price List.</param>
/// <param name="Item">What is paid for.</param>
/// <param name="Region">The region, or <c>global</c> where the price is the same in all of them.</param>
/// <param name="Unit">What the price is for one of.</param>
/// <param name="Usd">US dollars.</param>
/// <param name="Source">Where the price was found.</param>
public sealed record Price(string Service, string Item, string Region, string Unit, decimal Usd, PriceSource Source)
{
    /// <summary>The region of a price that is the same everywhere.</summary>
    public const string Global = "global";
}

/// <summary>Where prices were found.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Url">The public page or file.</param>
/// <param name="Date">The date of the source, <c>yyyy-MM-dd</c>, or as much of it as is known.</param>
/// <param name="Note">What it is.</param>
public sealed record PriceSource(string Name, string Url, string Date, string Note);
