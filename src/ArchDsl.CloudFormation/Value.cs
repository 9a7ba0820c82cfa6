using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArchDsl.CloudFormation;

/// <summary>A property value of a CloudFormation template, resolved as far as the template alone allows.</summary>
public abstract record Value
{
    /// <summary>Text that the template states, numbers and booleans included.</summary>
    public sealed record Literal(string Content) : Value;

    /// <summary>An attribute of a resource; <c>Ref</c> itself has the attribute <c>Ref</c>.</summary>
    public sealed record Attribute(string Owner, string Name) : Value;

    /// <summary>A pseudo parameter, such as <c>AWS::Region</c>.</summary>
    public sealed record Pseudo(string Name) : Value;

    /// <summary>A template parameter, with its type and default; SSM parameters have a path as their default.</summary>
    public sealed record Parameter(string Name, string Type, string? Default) : Value;

    /// <summary>An availability zone of the stack's region, by its place in <c>Fn::GetAZs</c>.</summary>
    public sealed record Zone(int Index) : Value;

    /// <summary>Several values written one after the other.</summary>
    public sealed record Joined(IReadOnlyList<Value> Parts) : Value;

    /// <summary>One part of a value that the template cuts at a separator, such as the account in an ARN.</summary>
    public sealed record Piece(Value Whole, string Separator, int Index) : Value;

    /// <summary>One of several values that a resource has, such as the first IPv6 range of a VPC.</summary>
    public sealed record Entry(Value List, int Index) : Value;

    /// <summary>One of the equal parts that <c>Fn::Cidr</c> cuts a range into.</summary>
    /// <param name="Whole">The range.</param>
    /// <param name="Count">The number of parts.</param>
    /// <param name="HostBits">The number of bits that are not fixed in a part.</param>
    /// <param name="Index">Which of them it is, from zero.</param>
    public sealed record Slice(Value Whole, int Count, int HostBits, int Index) : Value;

    /// <summary>A list.</summary>
    public sealed record Sequence(IReadOnlyList<Value> Elements) : Value;

    /// <summary>Members by name.</summary>
    public sealed record Map(IReadOnlyDictionary<string, Value> Members) : Value;

    /// <summary>What this reader cannot resolve; whoever meets one must not conclude anything from it.</summary>
    public sealed record Unknown(string Json) : Value;

    /// <summary>The literal text, or null.</summary>
    public string? Text => (this as Literal)?.Content;

    /// <summary>The resource that this value names, by <c>Ref</c> or by an attribute, or null.</summary>
    public string? LogicalId => (this as Attribute)?.Owner;

    /// <summary>The number that it is; null where it is none.</summary>
    public int? Number => int.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The truth value that it is; null where it is none.</summary>
    public bool? Flag => bool.TryParse(Text, out var flag) ? flag : null;

    /// <summary>The items of a list; one where there is a single value.</summary>
    public IReadOnlyList<Value> Items => this is Sequence sequence ? sequence.Elements : [this];

    /// <summary>A member of a map; null where there is none.</summary>
    public Value? this[string member] => this is Map map ? map.Members.GetValueOrDefault(member) : null;

    /// <summary>Every value inside this one, itself first.</summary>
    public IEnumerable<Value> DescendantsAndSelf() => this switch
    {
        Joined joined => joined.Parts.SelectMany(part => part.DescendantsAndSelf()).Prepend(this),
        Piece piece => piece.Whole.DescendantsAndSelf().Prepend(this),
        Entry entry => entry.List.DescendantsAndSelf().Prepend(this),
        Slice slice => slice.Whole.DescendantsAndSelf().Prepend(this),
        Sequence sequence => sequence.Elements.SelectMany(item => item.DescendantsAndSelf()).Prepend(this),
        Map map => map.Members.Values.SelectMany(member => member.DescendantsAndSelf()).Prepend(this),
        _ => [this],
    };

    /// <summary>The resources named anywhere in this value.</summary>
    public IEnumerable<string> References() => DescendantsAndSelf().Select(value => value.LogicalId).OfType<string>().Distinct();

    /// <summary>The value as one line, references in the form of <c>Fn::Sub</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Literal literal => literal.Content,
        Attribute { Name: "Ref" } reference => $"${{{reference.Owner}}}",
        Attribute attribute => $"${{{attribute.Owner}.{attribute.Name}}}",
        Pseudo pseudo => $"${{{pseudo.Name}}}",
        Parameter parameter => $"${{{parameter.Name}}}",
        Zone zone => $"zone {zone.Index}",
        Joined joined => string.Concat(joined.Parts),
        Piece piece => $"{piece.Whole}[{piece.Index}]",
        Entry entry => $"{entry.List}[{entry.Index}]",
        Slice slice => $"part {slice.Index} of {slice.Count} of {slice.Whole}",
        Sequence sequence => $"[{string.Join(", ", sequence.Elements)}]",
        Map map => $"{{{string.Join(", ", map.Members.Select(member => $"{member.Key}: {member.Value}"))}}}",
        Unknown unknown => $"?{unknown.Json}?",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>Resolves JSON nodes of one template to values.</summary>
internal sealed class ValueReader(JsonObject parameters)
{
    public Value? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonValue scalar => new Value.Literal(Scalar(scalar)),
        JsonArray array => new Value.Sequence([.. array.Select(Read).OfType<Value>()]),
        JsonObject { Count: 1 } function when function.First().Key is var name && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal))
            => Function(name, function.First().Value),
        JsonObject map => new Value.Map(map
            .Select(member => (member.Key, Value: Read(member.Value)))
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => member.Value!, StringComparer.Ordinal)),
        _ => Unknown(node),
    };

    // A function whose arguments have another form than AWS documents is not resolved.
    private Value? Function(string name, JsonNode? argument) => (name, argument) switch
    {
        (_, null) => new Value.Unknown($"{{\"{name}\":null}}"),
        ("Ref", JsonValue target) when Text(target) is { } id => Reference(id, target),
        ("Fn::GetAtt", JsonArray { Count: 2 } path) when (Text(path[0]), Text(path[1])) is ({ } owner, { } attribute) => new Value.Attribute(owner, attribute),
        ("Fn::GetAtt", JsonValue path) when Text(path) is { } text && text.Contains('.', StringComparison.Ordinal) => Attribute(text),
        ("Fn::Join", JsonArray { Count: 2 } join) when Text(join[0]) is { } separator && join[1] is JsonArray parts => Join(separator, parts),
        ("Fn::Sub", JsonValue text) when Text(text) is { } pattern => Substitute(pattern, [], argument),
        ("Fn::Sub", JsonArray { Count: 2 } sub) when Text(sub[0]) is { } pattern && sub[1] is JsonObject variables => Substitute(pattern, variables, argument),
        ("Fn::Select", JsonArray { Count: 2 } select) when Read(select[0])?.Number is { } index && index >= 0 && select[1] is { } list => Select(index, list),
        ("Fn::Base64", _) => Read(argument),
        _ => Unknown(argument.Parent!),
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private Value? Reference(string name, JsonNode at)
    {
        if (name == "AWS::NoValue")
        {
            return null;
        }

        if (name.StartsWith("AWS::", StringComparison.Ordinal))
        {
            return new Value.Pseudo(name);
        }

        return !parameters.TryGetPropertyValue(name, out var found) ? new Value.Attribute(name, "Ref")
            : found is JsonObject parameter && Text(parameter["Type"]) is { } type ? new Value.Parameter(name, type, parameter["Default"] is JsonValue value ? Scalar(value) : null)
            : Unknown(at);
    }

    private static Value.Attribute Attribute(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return new Value.Attribute(path[..dot], path[(dot + 1)..]);
    }

    private Value Join(string separator, JsonArray parts)
    {
        var values = new List<Value>();
        foreach (var part in parts.Select(Read).OfType<Value>())
        {
            if (values.Count > 0 && separator.Length > 0)
            {
                values.Add(new Value.Literal(separator));
            }

            values.Add(part);
        }

        return Merge(values);
    }

    private Value Substitute(string text, JsonObject variables, JsonNode at)
    {
        var values = new List<Value>();
        for (var start = 0; start < text.Length;)
        {
            var open = text.IndexOf("${", start, StringComparison.Ordinal);
            if (open < 0)
            {
                values.Add(new Value.Literal(text[start..]));
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                return Unknown(at);
            }

            var name = text[(open + 2)..close];
            values.Add(new Value.Literal(text[start..open]));
            var value = name.StartsWith('!') ? new Value.Literal($"${{{name[1..]}}}")
                : variables.TryGetPropertyValue(name, out var variable) ? Read(variable)
                : name.Contains('.', StringComparison.Ordinal) ? Attribute(name)
                : Reference(name, at);
            if (value is null)
            {
                return Unknown(at);
            }

            values.Add(value);
            start = close + 1;
        }

        return Merge(values);
    }

    private Value? Select(int index, JsonNode list) => list switch
    {
        JsonArray array => index < array.Count ? Read(array[index]) : Unknown(list),
        JsonObject zones when zones.ContainsKey("Fn::GetAZs") => new Value.Zone(index),
        JsonObject cut when cut["Fn::Split"] is JsonArray { Count: 2 } split && Text(split[0]) is { Length: > 0 } separator && Read(split[1]) is { } whole => Cut(whole, separator, index, list),
        JsonObject cut when cut["Fn::Cidr"] is JsonArray { Count: 3 } cidr
            && Read(cidr[0]) is { } whole && Read(cidr[1])?.Number is { } count && Read(cidr[2])?.Number is { } bits && index < count => new Value.Slice(whole, count, bits, index),
        JsonObject values when Read(values) is Value.Attribute attribute => new Value.Entry(attribute, index),
        _ => Unknown(list.Parent!.Parent!),
    };

    private static Value Cut(Value whole, string separator, int index, JsonNode list) => whole.Text?.Split(separator) is not { } parts ? new Value.Piece(whole, separator, index)
        : index < parts.Length ? new Value.Literal(parts[index])
        : Unknown(list);

    /// <summary>One literal where all parts are; neighbouring literals become one.</summary>
    private static Value Merge(IEnumerable<Value> parts)
    {
        var merged = new List<Value>();
        foreach (var part in parts.SelectMany(part => part is Value.Joined joined ? joined.Parts : [part]))
        {
            if (part is Value.Literal { Content: "" })
            {
                continue;
            }

            if (part is Value.Literal next && merged is [.., Value.Literal last])
            {
                merged[^1] = new Value.Literal(last.Content + next.Content);
            }
            else
            {
                merged.Add(part);
            }
        }

        return merged switch { [] => new Value.Literal(""), [var only] => only, _ => new Value.Joined(merged) };
    }

    private static string Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };

    private static Value.Unknown Unknown(JsonNode node) => new(node.ToJsonString());
}
