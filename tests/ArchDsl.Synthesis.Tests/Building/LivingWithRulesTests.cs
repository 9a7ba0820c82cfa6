using System.Text.Json.Nodes;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Levels and reports of the packed package, in a project whose architecture breaks rules.</summary>
[Collection(BuildsCollection.Name)]
public class LivingWithRulesTests(Builds builds)
{
    /// <summary>Each level takes effect at once, though no file has changed.</summary>
    [Fact]
    public async Task Level_SetsTheSeverities()
    {
        var consumer = (await Consumer.Create(builds, "Levels")).With("MapleQuest.Current", source => $"#pragma warning disable ARCH1001, ARCH4001\n{source}");
        Assert.Equal("warning ARCH1020", await Findings());
        Assert.Equal("error ARCH1020, warning ARCH3020, warning ARCH5010", await Findings("-p:ArchDslLevel=strict"));
        Assert.Equal("warning ARCH1020", await Findings("-p:ArchDslLevel=baseline"));
        Assert.Equal("error ARCH1020, error ARCH3020, error ARCH5010", await Findings("-p:ArchDslLevel=Foundational"));
        Assert.Equal("error ARCHDSL02", await Findings("-p:ArchDslLevel=stricter"));

        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.ARCH1020.severity = warning\n");
        Assert.Equal("warning ARCH1020, warning ARCH3020, warning ARCH5010", await Findings("-p:ArchDslLevel=strict"));
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-Network.severity = error\n");
        Assert.Equal("error ARCH1020", await Findings("-p:ArchDslLevel=baseline"));

        async Task<string> Findings(params string[] properties) =>
            string.Join(", ", (await consumer.Diagnose(properties)).OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Id}"));
    }

    /// <summary>What a code scanner is told: the help link and the other scanners' ids of a rule, and every place of a finding.</summary>
    [Fact]
    public async Task ErrorLog_TellsAllThatIsKnownOfAFinding()
    {
        var consumer = (await Consumer.Create(builds, "Sarif")).With("MapleQuest.Current");
        var path = consumer.Write("out.sarif", "");
        await consumer.Build($"-p:ErrorLog={path}%2Cversion=2.1");

        var run = JsonNode.Parse(await File.ReadAllTextAsync(path))!["runs"]![0]!;
        var rule = run["tool"]!["driver"]!["rules"]!.AsArray().Single(rule => rule!["id"]!.GetValue<string>() == "ARCH1001")!;
        Assert.Equal("https://github.com/archdsl/archdsl/blob/main/docs/rules/ARCH1001.md", rule["helpUri"]!.GetValue<string>());
        Assert.Equal("Network", rule["properties"]!["category"]!.GetValue<string>());
        var tags = rule["properties"]!["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).ToList();
        Assert.Contains("RDS.2", tags);
        Assert.Contains("CKV_AWS_17", tags);

        var finding = run["results"]!.AsArray().Single(result => result!["ruleId"]!.GetValue<string>() == "ARCH1001")!;
        Assert.Equal("error", finding["level"]!.GetValue<string>());
        var source = await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(path)!, "MapleQuest.cs"));
        Assert.Equal(["Public = true"], Texts("locations"));
        Assert.Equal(["Ingress(Cidr.Internet, 5432)", "PublicSubnet"], Texts("relatedLocations").Select(text => text.Split("(\"")[0]));

        IEnumerable<string> Texts(string places) => finding[places]!.AsArray().Select(place =>
        {
            var region = place!["physicalLocation"]!["region"]!;
            return source[region["startLine"]!.GetValue<int>() - 1][(region["startColumn"]!.GetValue<int>() - 1)..(region["endColumn"]!.GetValue<int>() - 1)];
        });
    }
}
