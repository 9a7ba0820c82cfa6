namespace ArchDsl.Model;

/// <summary>What an architecture may cost.</summary>
/// <param name="UsdPerMonth">US dollars a month.</param>
/// <param name="Origin">The argument.</param>
public sealed record Budget(int UsdPerMonth, Origin Origin);
