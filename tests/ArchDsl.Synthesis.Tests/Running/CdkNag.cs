using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>One finding of cdk-nag.</summary>
/// <param name="Rule">The id: <c>AwsSolutions-RDS3</c>.</param>
/// <param name="Resource">The logical id of the resource.</param>
/// <param name="Detail">The id with what it is about, and the message.</param>
internal sealed record ScanFinding(
    [property: JsonPropertyName("rule")] string Rule,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("detail")] string Detail);

/// <summary>Runs cdk-nag.</summary>
internal static class CdkNag
{
    // With the oldest CDK that ArchDsl works with.
    private static readonly NpmFolder Packages = new("cdk-nag", "2.28.195", "\"aws-cdk-lib\": \"2.160.0\"", "\"constructs\": \"10.3.0\"");

    /// <summary>One sentence if it neither is there nor can be installed; else null.</summary>
    public static string? WhyMissing() => Packages.WhyMissing();

    public static async Task<IReadOnlyList<ScanFinding>> Check(string templatePath)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Scanning", "scan.js");
        var finished = await Command.Run(
            Command.OnPath("node")!,
            [script, templatePath],
            environment: new Dictionary<string, string?> { ["NODE_PATH"] = await Packages.Modules() });
        return [.. finished.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ScanFinding>(line)!)];
    }
}
