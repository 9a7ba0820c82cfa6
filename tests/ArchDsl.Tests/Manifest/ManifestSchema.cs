using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchDsl.Model;

namespace ArchDsl.Tests.Manifest;

/// <summary>Writes the JSON schema of manifests from their records and the documentation of these.</summary>
internal sealed partial class ManifestSchema
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> documentation = XDocument.Load(Path.ChangeExtension(typeof(ArchitectureManifest).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(static member => member.Attribute("name")!.Value);

    public static string Write()
    {
        JsonObject schema = new ManifestSchema().Write(typeof(ArchitectureManifest));
        return schema.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private JsonObject Write(Type root)
    {
        JsonNode reference = Of(root);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "https://raw.githubusercontent.com/archdsl/archdsl/main/docs/manifest.schema.json",
            ["title"] = "ArchDsl manifest",
            ["$ref"] = reference["$ref"]!.GetValue<string>(),
            ["$defs"] = new JsonObject(definitions.Select(static d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value))),
        };
    }

    private JsonObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments()[0]) };
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(decimal))
        {
            return new JsonObject { ["type"] = type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : type == typeof(int) ? "integer" : "number" };
        }

        if (!definitions.ContainsKey(type.Name))
        {
            definitions[type.Name] = new JsonObject();
            definitions[type.Name] = type.IsEnum ? Enumeration(type) : Record(type);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + type.Name };
    }

    private JsonObject Enumeration(Type type) => new()
    {
        ["description"] = Summary("T:" + type.FullName),
        ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(static name => JsonValue.Create(name))]),
    };

    private JsonObject Record(Type type)
    {
        JsonObject properties = [];
        JsonArray required = [];
        foreach (PropertyInfo property in ManifestJson.PropertiesOf(type))
        {
            JsonObject schema = Of(property.PropertyType);
            schema["description"] = Summary($"P:{type.FullName}.{property.Name}")
                ?? Parameter(type, property.Name)
                ?? throw new InvalidOperationException($"{type.Name}.{property.Name} has no documentation.");
            properties[ManifestJson.NameOf(property)] = schema;
            bool isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(EquatableArray<>);
            if (!isList && Nullability.Create(property).ReadState == NullabilityState.NotNull)
            {
                required.Add(ManifestJson.NameOf(property));
            }
        }

        return new JsonObject
        {
            ["description"] = Summary("T:" + type.FullName),
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    private string? Summary(string member) => documentation.TryGetValue(member, out XElement? found) && found.Element("summary") is { } summary ? Text(summary) : null;

    private string? Parameter(Type type, string name) =>
        documentation.TryGetValue("T:" + type.FullName, out XElement? found) && found.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == name) is { } parameter
            ? Text(parameter)
            : null;

    private static string Text(XElement element) => Space().Replace(string.Concat(element.DescendantNodes().Select(static node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } cref => cref.Value[(cref.Value.LastIndexOf('.') + 1)..],
        XElement { Name.LocalName: "paramref" } name => char.ToLowerInvariant(name.Attribute("name")!.Value[0]) + name.Attribute("name")!.Value[1..],
        _ => "",
    })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
