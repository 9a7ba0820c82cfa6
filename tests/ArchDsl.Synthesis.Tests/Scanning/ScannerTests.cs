using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Scanning;

/// <summary>
/// What cdk-nag finds in a sample is what the compiler found before, and the sample accepts: the pages of the rules say which ids of
/// cdk-nag they stand for, and the summary after synthesis says what was accepted where.
/// </summary>
public partial class ScannerTests
{
    private static readonly ILookup<string, string> RulesByKnownId = Directory.EnumerateFiles(Repository.File("docs", "rules"), "ARCH*.md")
        .SelectMany(page => KnownAs.Match(File.ReadAllText(page)).Groups[1].Value.Split(", ").Select(known => (Known: known, Rule: Path.GetFileNameWithoutExtension(page))))
        .ToLookup(pair => pair.Known, pair => pair.Rule, StringComparer.Ordinal);

    /// <summary>The samples in all of their stages.</summary>
    public static TheoryData<string, string?> Templates
    {
        get
        {
            TheoryData<string, string?> templates = new() { { "Aloka", "prod" } };
            foreach (var sample in Samples.All)
            {
                templates.Add(sample, null);
            }

            return templates;
        }
    }

    [ToolTheory(Tools.CdkNag), MemberData(nameof(Templates))]
    public async Task Findings_AreAccepted(string sample, string? stage)
    {
        var synthesized = await Samples.Get(sample, stage);
        var accepted = Accepted(synthesized).ToHashSet();
        var classes = Classes(synthesized);

        var open = (await CdkNag.Check(synthesized.TemplatePath))
            .Where(finding => !ScanExceptions.All.Any(exception => exception.Rule == finding.Rule && exception.Fits(finding, synthesized.Template)))
            .Where(finding => !RulesByKnownId[finding.Rule].Any(rule => Enclosing(classes[finding.Resource]).Any(at => accepted.Contains((rule, at)))))
            .ToList();

        Assert.True(open.Count == 0, string.Join("\n", open.Select(finding => $"{finding.Resource}: {finding.Detail}")));
    }

    [ToolFact(Tools.CdkNag)]
    public async Task Exceptions_AreAllNeeded()
    {
        List<(ScanFinding Finding, Template Template)> findings = [];
        foreach (var sample in Samples.All)
        {
            var synthesized = await Samples.Get(sample);
            findings.AddRange((await CdkNag.Check(synthesized.TemplatePath)).Select(finding => (finding, synthesized.Template)));
        }

        Assert.All(ScanExceptions.All, exception => Assert.Contains(findings, found => found.Finding.Rule == exception.Rule && exception.Fits(found.Finding, found.Template)));
    }

    [ToolFact(Tools.CdkNag)]
    public async Task OpenBucket_IsFound()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["template.json"], """{ "Resources": { "Open": { "Type": "AWS::S3::Bucket" } } }""");

        Assert.Contains(await CdkNag.Check(folder["template.json"]), finding => finding is { Rule: "AwsSolutions-S1", Resource: "Open" });
    }

    /// <summary>The lines of the summary below <c>Accepted</c>: the rule, and the class that it was accepted on.</summary>
    private static IEnumerable<(string Rule, string Class)> Accepted(Synthesized synthesized) => synthesized.Output.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => line != "  Accepted")
        .Skip(1)
        .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
        .Select(line => Acceptance.Match(line))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value == synthesized.Name ? "" : match.Groups[2].Value));

    /// <summary>The place of each resource below the stack, which follows the classes: <c>Private.Database.Instance.Resource</c>.</summary>
    private static Dictionary<string, string> Classes(Synthesized synthesized)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(synthesized.TemplatePath)!, "manifest.json")))!;
        return manifest["artifacts"]!.AsObject()
            .Where(artifact => artifact.Value!["type"]!.GetValue<string>() == "aws:cloudformation:stack")
            .SelectMany(artifact => artifact.Value!["metadata"]!.AsObject())
            .SelectMany(entry => entry.Value!.AsArray().Where(item => item!["type"]!.GetValue<string>() == "aws:cdk:logicalId"), (entry, item) => (Path: entry.Key, LogicalId: item!["data"]!.GetValue<string>()))
            .ToDictionary(pair => pair.LogicalId, pair => string.Join('.', pair.Path.Split('/').Skip(2)), StringComparer.Ordinal);
    }

    /// <summary>The classes that a resource stands in, from the inside out; the empty one is the root.</summary>
    private static IEnumerable<string> Enclosing(string path)
    {
        for (; path.Contains('.', StringComparison.Ordinal); path = path[..path.LastIndexOf('.')])
        {
            yield return path;
        }

        yield return path;
        yield return "";
    }

    [GeneratedRegex(@"^\| Known as \| (.+) \|\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KnownAs { get; }

    [GeneratedRegex(@"^    (ARCH\d{4}) on ([\w.]+): ", RegexOptions.CultureInvariant)]
    private static partial Regex Acceptance { get; }
}
