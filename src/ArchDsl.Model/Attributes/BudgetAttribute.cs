namespace ArchDsl;

/// <summary>
/// What the architecture may cost a month, on the root class. Above it the estimate is the warning ARCH5020. The estimate knows what
/// stands all the time, at public prices on demand; traffic, requests and stored data come on top.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class BudgetAttribute : ArchDslAttribute
{
    /// <summary>Sets the budget.</summary>
    /// <param name="usdPerMonth">US dollars a month, at least 1.</param>
    public BudgetAttribute(int usdPerMonth) => UsdPerMonth = usdPerMonth;

    /// <summary>US dollars a month.</summary>
    public int UsdPerMonth { get; }
}
