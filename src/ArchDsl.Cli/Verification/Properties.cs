using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

using Resource = CloudFormation.Resource;
using Value = CloudFormation.Value;

/// <summary>Holds each property of each resource against what ArchDsl writes there.</summary>
internal static class Properties
{
    /// <summary>A value of a resource, with the path of its property.</summary>
    private readonly record struct Written(string Path, Value Value);

    /// <summary>What is not compared, a line each: the types and properties that ArchDsl never writes.</summary>
    public static IEnumerable<string> Unread(StackTemplate stack)
    {
        foreach (Resource resource in stack.Template.Resources)
        {
            if (ResourceTypes.Find(resource.Type) is not { } type)
            {
                yield return $"{resource} is not read";
                continue;
            }

            foreach (Written written in Of(resource).Where(written => written.Value is Value.Unknown || type.RuleFor(written.Path) is null))
            {
                yield return $"{resource}: {written.Path} is not read";
            }
        }
    }

    /// <summary>The properties that are not what ArchDsl writes.</summary>
    public static IEnumerable<(string LogicalId, string Text, bool Added)> Differences(StackTemplate stack, ManifestStage stage)
    {
        foreach (Resource resource in stack.Template.Resources)
        {
            if (ResourceTypes.Find(resource.Type) is not { } type)
            {
                continue;
            }

            ManifestComponent? component = stack.ClassOf(resource.LogicalId) is { } path ? stage.Component(path) : null;
            ILookup<string, Value> values = Of(resource).ToLookup(static written => written.Path, static written => written.Value, StringComparer.Ordinal);
            foreach ((string property, PropertyRule rule) in type.Rules)
            {
                foreach (Value value in values[property].Where(value => !Allows(rule, value, component, stack)).Distinct())
                {
                    yield return (resource.LogicalId, $"has {property} = {value} in {resource}; {Expectation(rule, component)}", Added: true);
                }

                if (rule.IsAlwaysThere && !values[property].Any() && (rule.Named is not null || rule.Expected(component) is { Count: > 0 }))
                {
                    yield return (resource.LogicalId, $"has no {property} in {resource}; {Expectation(rule, component)}", Added: false);
                }
            }
        }
    }

    private static bool Allows(PropertyRule rule, Value value, ManifestComponent? component, StackTemplate stack) => rule.Named is { } named
        ? value is Value.Parameter parameter ? parameter.Default?.StartsWith(named, StringComparison.Ordinal) == true
            : value.References().ToList() is { Count: > 0 } references && references.All(id => stack.Template.Find(id)?.Type == named)

        // The source writes engines and classes of storage as C# does, in capitals.
        : rule.Expected(component)?.Contains(value.ToString(), StringComparer.OrdinalIgnoreCase) ?? true;

    private static string Expectation(PropertyRule rule, ManifestComponent? component) =>
        rule.Named is { } named ? $"compiled, it named {(named[0] == '/' ? "a public parameter" : $"an {named} of the template")}."
        : rule.Expected(component) is { Count: > 0 } values ? $"compiled, it was {string.Join(" or ", values)}."
        : "compiled, it had none.";

    // Every value that is no map, with its path. In a list of names and values the name is part of the path.
    private static IEnumerable<Written> Of(Resource resource) =>
        Of("", resource.Properties)
            .Concat(resource.DeletionPolicy is { } deletion ? [new Written("DeletionPolicy", new Value.Literal(deletion))] : [])
            .Concat(resource.UpdateReplacePolicy is { } replacement ? [new Written("UpdateReplacePolicy", new Value.Literal(replacement))] : []);

    private static IEnumerable<Written> Of(string path, Value value) => value switch
    {
        Value.Sequence sequence => sequence.Elements.SelectMany(item => Named(item) is { } pair ? Of($"{path}[{pair.Name}]", pair.Value) : Of(path, item)),
        Value.Map map => map.Members.SelectMany(member => Of(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        _ => [new Written(path, value)],
    };

    private static (string Name, Value Value)? Named(Value item) =>
        item is Value.Map { Members.Count: 2 } && (item["Key"] ?? item["Name"])?.Text is { } name && item["Value"] is { } value ? (name, value) : null;
}
