using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Patterns;

/// <summary>The templates of the bad and good architectures of tests/Patterns, all of one run.</summary>
internal static class Architectures
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<Task<IReadOnlyDictionary<string, TemplateReach>>> Known = new(Synthesize);

    static Architectures() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();

    public static Task<IReadOnlyDictionary<string, TemplateReach>> All => Known.Value;

    private static async Task<IReadOnlyDictionary<string, TemplateReach>> Synthesize()
    {
        (await Samples.Run(Repository.SampleProgram("Patterns"), Folder.Path)).Succeeded();
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Folder["manifest.json"]))!;
        return manifest["artifacts"]!.AsObject()
            .Where(artifact => artifact.Value!["type"]!.GetValue<string>() == "aws:cloudformation:stack")
            .ToDictionary(
                artifact => artifact.Key,
                artifact => new TemplateReach(Template.Load(Folder[artifact.Value!["properties"]!["templateFile"]!.GetValue<string>()])),
                StringComparer.Ordinal);
    }
}
