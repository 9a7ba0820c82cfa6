namespace ArchDsl.Model;

/// <summary>The table of ArchDsl's own rules.</summary>
public static class RuleSet
{
    /// <summary>Every rule, by id. A class in this folder is a row: nothing else has to know of it.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Discover.All<Rule>().OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rules about <c>[AcceptRisk]</c>, which every analyzer has for the acceptances of its own rules.</summary>
    public static IReadOnlyList<Rule> OfAcceptances { get; } = [.. All.Where(static rule => rule is AcceptanceRule)];

    private static readonly Dictionary<string, Rule> ById = All.ToDictionary(static rule => rule.Id);

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string? id) => id is not null && ById.TryGetValue(id, out Rule? rule) ? rule : null;

    /// <summary>Whether an id is one that only ArchDsl's own rules have: ARCH and digits.</summary>
    public static bool IsOwn(string id) => id.Length > 4 && id.StartsWith("ARCH", StringComparison.Ordinal) && id.Skip(4).All(IsDigit);

    /// <summary>Whether an id can be that of a rule which somebody else wrote: capital letters, then digits, as those of all analyzers.</summary>
    public static bool IsForeign(string id)
    {
        string letters = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length > 0 && letters.Length < id.Length && letters != "ARCH" && letters.All(static c => c is >= 'A' and <= 'Z');
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
