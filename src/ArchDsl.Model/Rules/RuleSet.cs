namespace ArchDsl.Model;

/// <summary>The table of all rules.</summary>
public static class RuleSet
{
    /// <summary>Every rule, by id. A class in this folder is a row: nothing else has to know of it.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Discover.All<Rule>().OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static readonly Dictionary<string, Rule> ById = All.ToDictionary(static rule => rule.Id);

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string? id) => id is not null && ById.TryGetValue(id, out Rule? rule) ? rule : null;
}
