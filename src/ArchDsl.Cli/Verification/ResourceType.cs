using System.Collections;

namespace ArchDsl.Cli.Verification;

/// <summary>What ArchDsl writes of a type of resource, property by property.</summary>
/// <param name="name">The type: <c>AWS::RDS::DBInstance</c>.</param>
/// <param name="attribute">The attribute whose components become a resource of this type, without its brackets; null where the type stands beside others.</param>
/// <param name="beside">The attributes whose components have one beside their own.</param>
internal sealed class ResourceType(string name, string? attribute = null, params string[] beside) : IEnumerable<string>
{
    private readonly Dictionary<string, PropertyRule> rules = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string? Attribute { get; } = attribute;

    /// <summary>Whether components with an attribute have a resource of this type.</summary>
    public bool IsOf(string? attribute) => attribute is not null && (attribute == Attribute || beside.Contains(attribute));

    /// <summary>The properties by their paths: <c>StorageEncrypted</c>, <c>Ebs.Encrypted</c>, <c>LoadBalancerAttributes[deletion_protection.enabled]</c>.</summary>
    public IReadOnlyDictionary<string, PropertyRule> Rules => rules;

    /// <summary>Adds properties that may have every value.</summary>
    public void Add(params string[] paths)
    {
        foreach (string path in paths)
        {
            rules.Add(path, PropertyRule.Any);
        }
    }

    /// <summary>Adds a property.</summary>
    public void Add(string path, PropertyRule rule) => rules.Add(path, rule);

    /// <summary>The rule for a property: its own, or that of a property around it which may have every value. Null for what ArchDsl never writes.</summary>
    public PropertyRule? RuleFor(string path)
    {
        if (rules.TryGetValue(path, out PropertyRule? rule))
        {
            return rule;
        }

        int end = path.LastIndexOfAny(['.', '[']);
        return end >= 0 && RuleFor(path[..end]) == PropertyRule.Any ? PropertyRule.Any : null;
    }

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => rules.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => rules.Keys.GetEnumerator();
}
