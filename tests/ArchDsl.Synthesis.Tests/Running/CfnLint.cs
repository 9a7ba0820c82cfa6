using System.Text.Json.Nodes;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>One finding of AWS's own linter for templates.</summary>
internal sealed record LintFinding(string Rule, string Level, string Path, string Message)
{
    public override string ToString() => $"{Level} {Rule} {Path}: {Message}";
}

/// <summary>Runs cfn-lint.</summary>
internal static class CfnLint
{
    public static async Task<IReadOnlyList<LintFinding>> Check(string templatePath, string region)
    {
        var finished = await Command.Run(Command.OnPath(Tools.CfnLint)!, ["--format", "json", "--regions", region, "--template", templatePath]);
        return JsonNode.Parse(finished.Output) is JsonArray findings
            ? [.. findings.Select(finding => Read(finding!))]
            : throw new InvalidOperationException($"{finished.CommandLine}\n{finished.Output}\n{finished.Error}");
    }

    private static LintFinding Read(JsonNode finding) => new(
        finding["Rule"]!["Id"]!.GetValue<string>(),
        finding["Level"]!.GetValue<string>(),
        string.Join('/', finding["Location"]!["Path"] is JsonArray path ? path.Select(step => step!.ToString()) : []),
        finding["Message"]!.GetValue<string>());
}
