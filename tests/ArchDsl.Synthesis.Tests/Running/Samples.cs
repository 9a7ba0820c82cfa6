using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>A sample's cloud assembly.</summary>
internal sealed record Synthesized(string Name, string TemplatePath, string? Region, Template Template, TemplateReach Reach, string Output)
{
    public override string ToString() => Name;
}

/// <summary>Runs the samples as a user would, each once for all tests.</summary>
internal static class Samples
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<Synthesized>>> Known = new(StringComparer.Ordinal);

    static Samples() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();

    /// <summary>The samples that must build and synthesise.</summary>
    public static TheoryData<string> All => ["Orders", "Aloka", "MapleQuest", "LibertySocial", "EightDigit", "TwoTier"];

    /// <param name="stage">Null for the stage that a run without arguments has.</param>
    public static Task<Synthesized> Get(string sample, string? stage = null) =>
        Known.GetOrAdd($"{sample}-{stage}", key => new(() => Synthesize(sample, Folder.Folder(key), stage))).Value;

    /// <summary>Synthesises into a folder, whatever is known already.</summary>
    public static async Task<Synthesized> Synthesize(string sample, string folder, string? stage = null)
    {
        var environment = new Dictionary<string, string?> { ["CDK_CONTEXT_JSON"] = stage is null ? null : $$"""{"stage":"{{stage}}"}""" };
        var finished = await Run(Repository.SampleProgram(sample), folder, environment);
        return Read(sample, folder, finished.Succeeded().Output);
    }

    /// <summary>Runs a built program with its cloud assembly in a folder.</summary>
    public static Task<Finished> Run(string program, string folder, IReadOnlyDictionary<string, string?>? environment = null) =>
        Command.Run(Command.Dotnet, [program], Path.GetDirectoryName(program), new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>())
        {
            ["CDK_OUTDIR"] = folder,
            ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "16,18,20,22,24",
        });

    /// <summary>Reads the only stack of a cloud assembly.</summary>
    public static Synthesized Read(string name, string folder, string output)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        var stack = manifest["artifacts"]!.AsObject().Select(artifact => artifact.Value!).Single(artifact => artifact["type"]!.GetValue<string>() == "aws:cloudformation:stack");
        var path = Path.Combine(folder, stack["properties"]!["templateFile"]!.GetValue<string>());
        var region = stack["environment"]!.GetValue<string>().Split('/')[^1];
        var template = Template.Load(path);
        return new Synthesized(name, path, region == "unknown-region" ? null : region, template, new TemplateReach(template), output);
    }
}
