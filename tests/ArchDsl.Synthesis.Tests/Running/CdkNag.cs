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

/// <summary>Runs cdk-nag, which stands in a folder of the user's: it is installed once for all working copies.</summary>
internal static class CdkNag
{
    private const string Version = "2.28.195";

    // The oldest CDK that ArchDsl works with.
    private const string Manifest = $$"""{ "private": true, "dependencies": { "aws-cdk-lib": "2.160.0", "cdk-nag": "{{Version}}", "constructs": "10.3.0" } }""";

    private static readonly TimeSpan Installation = TimeSpan.FromMinutes(10);
    private static readonly string Folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "archdsl-tests", $"cdk-nag-{Version}");
    private static readonly Lazy<Task> Installed = new(Install);

    private static bool IsInstalled => File.Exists(Path.Combine(Folder, "node_modules", "cdk-nag", "package.json"));

    /// <summary>One sentence if it neither is there nor can be installed; else null.</summary>
    public static string? WhyMissing()
    {
        if (Command.OnPath("node") is null || Command.OnPath("npm") is null)
        {
            return "node and npm are not on the PATH.";
        }

        if (IsInstalled)
        {
            return null;
        }

        try
        {
            return Command.Run(Command.OnPath("npm")!, ["view", $"cdk-nag@{Version}", "version"], guard: TimeSpan.FromMinutes(1)).GetAwaiter().GetResult().ExitCode == 0
                ? null
                : "The npm registry, from which cdk-nag comes, is not to be reached.";
        }
        catch (TimeoutException)
        {
            return "The npm registry, from which cdk-nag comes, does not answer.";
        }
    }

    public static async Task<IReadOnlyList<ScanFinding>> Check(string templatePath)
    {
        await Installed.Value;
        var script = Path.Combine(AppContext.BaseDirectory, "Scanning", "scan.js");
        var finished = await Command.Run(
            Command.OnPath("node")!,
            [script, templatePath],
            environment: new Dictionary<string, string?> { ["NODE_PATH"] = Path.Combine(Folder, "node_modules") });
        return [.. finished.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ScanFinding>(line)!)];
    }

    // Into a folder beside it first, so that a half of it is never taken for the whole.
    private static async Task Install()
    {
        if (IsInstalled)
        {
            return;
        }

        var folder = Directory.CreateDirectory($"{Folder}.{Environment.ProcessId}").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Manifest);
        (await Command.Run(Command.OnPath("npm")!, ["install", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"], folder, guard: Installation)).Succeeded();
        try
        {
            Directory.Move(folder, Folder);
        }
        catch (IOException) when (IsInstalled)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
