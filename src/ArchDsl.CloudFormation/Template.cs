using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArchDsl.CloudFormation;

/// <summary>A CloudFormation template, read without knowledge of what wrote it.</summary>
public sealed class Template
{
    private readonly Dictionary<string, Resource> _resources;

    private Template(JsonObject root)
    {
        var reader = new ValueReader(Section(root, "Parameters"));
        _resources = Section(root, "Resources").ToDictionary(
            entry => entry.Key,
            entry => Resource.Read(entry.Key, entry.Value as JsonObject ?? throw new TemplateException($"the resource {entry.Key} is no object"), reader),
            StringComparer.Ordinal);
        Outputs = Section(root, "Outputs").ToDictionary(
            entry => entry.Key,
            entry => reader.Read((entry.Value as JsonObject)?["Value"]) ?? throw new TemplateException($"the output {entry.Key} has no value"),
            StringComparer.Ordinal);
        Json = root;
    }

    /// <summary>The text as it was read.</summary>
    public JsonObject Json { get; }

    /// <summary>The resources.</summary>
    public IReadOnlyCollection<Resource> Resources => _resources.Values;

    /// <summary>The values of the outputs, by name.</summary>
    public IReadOnlyDictionary<string, Value> Outputs { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="TemplateException">It is none.</exception>
    public static Template Parse(string json)
    {
        try
        {
            return new Template(JsonNode.Parse(json) as JsonObject ?? throw new TemplateException("it is no JSON object"));
        }
        catch (JsonException exception)
        {
            throw new TemplateException($"it is no JSON: {exception.Message}");
        }
        catch (ArgumentException exception)
        {
            // Nodes are read when they are asked for, and only then a name that stands twice is found.
            throw new TemplateException(exception.Message);
        }
    }

    /// <summary>Reads a template from a file.</summary>
    /// <exception cref="TemplateException">It is none.</exception>
    public static Template Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>A resource by its logical id.</summary>
    public Resource this[string logicalId] => _resources[logicalId];

    /// <summary>A resource by its logical id, or null.</summary>
    public Resource? Find(string? logicalId) => logicalId is null ? null : _resources.GetValueOrDefault(logicalId);

    /// <summary>The resources of a type such as <c>AWS::EC2::Subnet</c>.</summary>
    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The only resource of a type.</summary>
    public Resource Single(string type)
    {
        var found = OfType(type).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException($"Expected one {type}, found {found.Count}: {string.Join(", ", found.Select(resource => resource.LogicalId))}");
    }

    private static JsonObject Section(JsonObject root, string name) =>
        !root.TryGetPropertyValue(name, out var section) ? [] : section as JsonObject ?? throw new TemplateException($"the section {name} is no object");

    /// <summary>Everything that CloudFormation makes before a resource, because of a reference or of <c>DependsOn</c>.</summary>
    public IReadOnlySet<string> MadeBefore(string logicalId)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([logicalId]);
        while (open.TryPop(out var next))
        {
            var resource = _resources[next];
            foreach (var earlier in resource.Properties.References().Concat(resource.DependsOn).Where(_resources.ContainsKey).Where(found.Add))
            {
                open.Push(earlier);
            }
        }

        return found;
    }

    /// <summary>The resource that a value names, if the template has it.</summary>
    public Resource? Target(Value? value) => Find(value?.LogicalId);
}

/// <summary>One resource of a template.</summary>
public sealed record Resource(string LogicalId, string Type, Value.Map Properties, string? DeletionPolicy, string? UpdateReplacePolicy, IReadOnlyList<string> DependsOn)
{
    /// <summary>The path of the construct, where the CDK was asked to write it down.</summary>
    public string? ConstructPath { get; private init; }

    internal static Resource Read(string logicalId, JsonObject json, ValueReader reader) => new(
        logicalId,
        Text(json, "Type") ?? throw new TemplateException($"the resource {logicalId} has no type"),
        json["Properties"] is not { } properties ? new Value.Map(new Dictionary<string, Value>())
            : reader.Read(properties) as Value.Map ?? throw new TemplateException($"the properties of {logicalId} are no object"),
        Text(json, "DeletionPolicy"),
        Text(json, "UpdateReplacePolicy"),
        json["DependsOn"] switch
        {
            JsonArray many => [.. many.Select(static one => one is JsonValue text && text.TryGetValue(out string? id) ? id : null).OfType<string>()],
            _ => Text(json, "DependsOn") is { } one ? [one] : [],
        })
    {
        ConstructPath = json["Metadata"] is JsonObject metadata ? Text(metadata, "aws:cdk:path") : null,
    };

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A property by its path, such as <c>NetworkConfiguration.AwsvpcConfiguration.Subnets</c>; null where it is absent.</summary>
    public Value? Property(string path) => path.Split('.').Aggregate((Value?)Properties, (value, member) => value?[member]);

    /// <summary>A property's literal text; null where it is absent or symbolic.</summary>
    public string? Text(string path) => Property(path)?.Text;

    /// <summary>The items of a list property; empty where it is absent.</summary>
    public IReadOnlyList<Value> List(string path) => Property(path)?.Items ?? [];

    /// <inheritdoc/>
    public override string ToString() => $"{LogicalId} ({Type})";
}
