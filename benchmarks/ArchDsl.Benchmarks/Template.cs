using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArchDsl.Benchmarks;

/// <summary>Compares templates up to the names that the CDK makes of the paths of constructs: logical ids, tags <c>Name</c>, names of scaling policies.</summary>
internal static class Template
{
    // Each round looks one reference further.
    private const int Rounds = 12;

    /// <summary>What only one of two templates has.</summary>
    public static IReadOnlyList<string> Differences(string one, string other)
    {
        ILookup<string, string> left = Parts(one);
        ILookup<string, string> right = Parts(other);
        return
        [
            .. left.Where(part => part.Count() != right[part.Key].Count()).Select(static part => "< " + part.First()),
            .. right.Where(part => part.Count() != left[part.Key].Count()).Select(static part => "> " + part.First()),
        ];
    }

    // Resources and outputs by all that they say and refer to; what is readable of each beside it.
    private static ILookup<string, string> Parts(string path)
    {
        JsonObject template = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Dictionary<string, JsonObject> resources = template["Resources"]!.AsObject().ToDictionary(static r => r.Key, static r => r.Value!.AsObject(), StringComparer.Ordinal);
        Dictionary<string, string> types = resources.ToDictionary(static r => r.Key, static r => r.Value["Type"]!.GetValue<string>(), StringComparer.Ordinal);
        Dictionary<string, string> names = types;
        for (int round = 0; round < Rounds; round++)
        {
            Dictionary<string, string> last = names;
            names = resources.ToDictionary(
                static r => r.Key,
                r => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text(r.Value, last)))),
                StringComparer.Ordinal);
        }

        IEnumerable<JsonNode> outputs = template["Outputs"]?.AsObject().Select(static o => o.Value!) ?? [];
        return resources.Values.Concat(outputs).ToLookup(part => Text(part, names), part => Text(part, types), StringComparer.Ordinal);
    }

    private static string Text(JsonNode? node, IReadOnlyDictionary<string, string> names) => node switch
    {
        JsonObject resource => "{" + string.Join(",", resource
            .Where(member => !(member.Key == "PolicyName" && resource.ContainsKey("ScalingTargetId")))
            .Select(member => (member.Key, Value: member.Key == "Tags" ? Tags(member.Value!.AsArray(), names) : member.Key == "DependsOn" ? Sorted(member.Value!, names) : Text(member.Value, names)))
            .Where(static member => member.Value != "[]" || member.Key != "Tags")
            .OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(static member => $"{member.Key}:{member.Value}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(item => Text(item, names))) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => names.TryGetValue(value.GetValue<string>(), out string? name) ? name : value.ToJsonString(),
        _ => node?.ToJsonString() ?? "null",
    };

    private static string Tags(JsonArray tags, IReadOnlyDictionary<string, string> names) =>
        "[" + string.Join(",", tags.Where(static tag => tag!["Key"]!.GetValue<string>() != "Name").Select(tag => Text(tag, names))) + "]";

    private static string Sorted(JsonNode dependencies, IReadOnlyDictionary<string, string> names) =>
        string.Join(",", (dependencies as JsonArray ?? [dependencies.DeepClone()]).Select(item => Text(item, names)).Order(StringComparer.Ordinal));
}
