using System.Text.Json;
using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Harness;
using ArchDsl.Proof.Tests.Laws;

namespace ArchDsl.Proof.Tests;

/// <summary>
/// What <c>archdsl verify</c> says when a single value of a template is changed or taken away, whichever it is. The snapshot lists what it is
/// silent about: whatever appears there has to be without meaning for reach and protection.
/// </summary>
public sealed class TamperingTests
{
    [Theory]
    [InlineData("EveryEdge")]
    [InlineData("Watched")]
    public async Task EveryChange_IsToldButThese(string name)
    {
        var source = (await File.ReadAllTextAsync(Path.Combine(LawTests.Cases, name + ".cs"))).Replace("namespace Case;", $"namespace {Batch.Space(0)};", StringComparison.Ordinal);
        var outcome = Assert.Single(await Batch.RunAsync([source]));
        Assert.Equal([], outcome.Refused.Concat(outcome.Problems));
        var one = outcome.Stages[^1];
        Assert.Equal([], new Verified().Check(one));

        var silent = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (id, resource) in one.Template.Json["Resources"]!.AsObject())
        {
            foreach (var (path, change) in Changes(resource!.AsObject()))
            {
                var json = one.Template.Json.DeepClone();
                change(json["Resources"]![id]!.AsObject());
                if (!IsTold(one, json))
                {
                    silent.Add($"{resource["Type"]}: {path}");
                }
            }
        }

        Snapshot.Match(string.Join("\n", silent) + "\n", name + ".txt");
    }

    /// <summary>Whatever stands in the place of a value, the template is read, or refused as none.</summary>
    [Fact]
    public async Task AnyShape_IsReadOrRefused()
    {
        var source = (await File.ReadAllTextAsync(Path.Combine(LawTests.Cases, "EveryEdge.cs"))).Replace("namespace Case;", $"namespace {Batch.Space(0)};", StringComparison.Ordinal);
        var one = Assert.Single(await Batch.RunAsync([source])).Stages[^1];
        var (tried, told) = (0, 0);
        foreach (var (id, resource) in one.Template.Json["Resources"]!.AsObject())
        {
            foreach (var find in Places(resource!, copy => copy["Resources"]![id]!))
            {
                var json = one.Template.Json.DeepClone().AsObject();
                find(json).ReplaceWith(JsonNode.Parse(Shapes[tried++ % Shapes.Length]));
                told += IsTold(one, json) ? 1 : 0;
            }
        }

        Assert.InRange(told, tried / 2, tried);
    }

    // What CloudFormation takes in some place, and what it takes nowhere.
    private static readonly string[] Shapes =
    [
        "{}", "[]", "1", "\"x\"", "null", "true", "[[]]", "[null]", """{ "Ref": 1 }""", """{ "Ref": "Nobody" }""", """{ "Ref": null }""", """{ "Ref": "AWS::NoValue" }""",
        """{ "Fn::GetAtt": "Nobody" }""", """{ "Fn::GetAtt": ["Nobody"] }""", """{ "Fn::GetAtt": [1, {}] }""", """{ "Fn::Select": ["9", ["a"]] }""", """{ "Fn::Select": [-1, ["a"]] }""",
        """{ "Fn::Select": [9, { "Fn::Split": [",", "a,b"] }] }""", """{ "Fn::Select": [0, { "Fn::Split": ["", "a"] }] }""", """{ "Fn::Sub": "${" }""", """{ "Fn::Sub": "${Nobody.Arn} ${!x}" }""",
        """{ "Fn::Sub": ["${a}", { "a": null }] }""", """{ "Fn::Join": ["", "a"] }""", """{ "Fn::Join": [1, []] }""", """{ "Fn::If": ["A", 1, 2] }""", """{ "Fn::Cidr": ["10.0.0.0/8", 300, 40] }""",
    ];

    private static IEnumerable<Func<JsonObject, JsonNode>> Places(JsonNode node, Func<JsonObject, JsonNode> find)
    {
        IEnumerable<Func<JsonObject, JsonNode>> inner = node switch
        {
            JsonArray array => array.SelectMany((item, i) => Places(item!, copy => find(copy)[i]!)),
            JsonObject map => map.SelectMany(member => Places(member.Value!, copy => find(copy)[member.Key]!)),
            _ => [],
        };
        return inner.Prepend(find);
    }

    // A template that the reader cannot take is told as such.
    private static bool IsTold(Synthesized one, JsonNode json)
    {
        try
        {
            return new Verified().Check(one.With(Template.Parse(json.ToJsonString()))).Any();
        }
        catch (TemplateException)
        {
            return true;
        }
    }

    // What can be done to a resource, with the path of the property, without the places in lists.
    private static IEnumerable<(string Path, Action<JsonObject> Change)> Changes(JsonObject resource)
    {
        foreach (var (part, value) in resource.Where(part => part.Key is not ("Type" or "Metadata" or "DependsOn")))
        {
            yield return ($"{part} removed", copy => copy.Remove(part));
            foreach (var (path, change) in Changes(part == "Properties" ? "" : part, value!, copy => copy[part]!))
            {
                yield return (path, change);
            }
        }
    }

    private static IEnumerable<(string Path, Action<JsonObject> Change)> Changes(string path, JsonNode node, Func<JsonObject, JsonNode> find)
    {
        switch (node)
        {
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    var at = i;
                    yield return ($"{path} removed", copy => find(copy).AsArray().RemoveAt(at));
                    foreach (var change in Changes(path, array[i]!, copy => find(copy)[at]!))
                    {
                        yield return change;
                    }
                }

                break;
            case JsonObject map when map.All(member => member.Key != "Ref" && !member.Key.StartsWith("Fn::", StringComparison.Ordinal)):
                foreach (var (key, value) in map)
                {
                    var inner = path.Length == 0 ? key : $"{path}.{key}";
                    yield return ($"{inner} removed", copy => find(copy).AsObject().Remove(key));
                    foreach (var change in Changes(inner, value!, copy => find(copy)[key]!))
                    {
                        yield return change;
                    }
                }

                break;
            default:
                yield return ($"{path} changed", copy => find(copy).ReplaceWith(Other(node)));
                break;
        }
    }

    private static JsonNode Other(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => node.GetValue<double>() + 1,
        JsonValueKind.String => node.GetValue<string>() + "x",
        _ => "tampered",
    };
}
