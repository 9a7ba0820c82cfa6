using System.Text.Json;
using ArchDsl.Model;

namespace ArchDsl.Cli.Input;

/// <summary>What the CDK wrote: templates, and a list of what became of each construct.</summary>
internal sealed class SynthesizedOutput
{
    private readonly Dictionary<string, ConstructResource> resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stackNames = new(StringComparer.Ordinal);
    private readonly List<string> templates = [];

    private SynthesizedOutput(string description) => Description = description;

    /// <summary>What messages call it.</summary>
    public string Description { get; }

    /// <summary>Reads the output, if there is one.</summary>
    /// <param name="folder">The folder; null for <c>cdk.out</c> in the project's folder.</param>
    /// <param name="project">The project.</param>
    /// <param name="terminal">The terminal, whose folder relative paths begin at.</param>
    public static SynthesizedOutput Find(string? folder, BuiltProject project, Terminal terminal)
    {
        string path = folder is null ? Path.Combine(project.Folder, "cdk.out") : Path.GetFullPath(folder, terminal.Folder);
        if (!Directory.Exists(path))
        {
            return folder is null
                ? new SynthesizedOutput($"a template (there is no {Path.GetRelativePath(terminal.Folder, path)}: synthesise it with 'dotnet run', or name the folder)")
                : throw new ToolException(ExitCode.Usage, $"There is no {folder}. Give the folder that 'dotnet run' or 'cdk synth' wrote.");
        }

        SynthesizedOutput output = new(Path.GetRelativePath(terminal.Folder, path));
        foreach (string template in Directory.EnumerateFiles(path, "*.template.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            output.templates.Add(template);
            Read(template, root => output.ReadTemplate(root, template));
        }

        // Without path metadata in the templates, the list of the cloud assembly knows the constructs.
        foreach (string manifest in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Where(static f => Path.GetFileName(f) == "manifest.json" || f.EndsWith(".metadata.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            Read(manifest, root => output.ReadManifest(root, Path.GetDirectoryName(manifest)!));
        }

        return output;
    }

    /// <summary>The templates of the stacks, and the names that the stacks have where the CDK says so.</summary>
    public IEnumerable<(string File, string? StackName)> Templates => templates.Select(file => (file, stackNames.GetValueOrDefault(file)));

    /// <summary>The resource of a logical id, or null.</summary>
    public ConstructResource? PathOf(string logicalId) => resources.TryGetValue(logicalId, out ConstructResource? found) ? found : null;

    /// <summary>The architecture that a resource belongs to: of several the one in whose classes its construct stands deepest.</summary>
    public static ArchitectureManifest ArchitectureOf(ConstructResource resource, IReadOnlyList<ArchitectureManifest> candidates) =>
        candidates.OrderByDescending(manifest => ArchDsl.Manifest.ManifestLookup.ClassOf(manifest, resource.Path).Length).First();

    private void ReadTemplate(JsonElement root, string file)
    {
        if (!root.TryGetProperty("Resources", out JsonElement all) || all.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty resource in all.EnumerateObject())
        {
            string type = resource.Value.TryGetProperty("Type", out JsonElement t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "";
            string path = resource.Value.TryGetProperty("Metadata", out JsonElement metadata)
                && metadata.ValueKind == JsonValueKind.Object
                && metadata.TryGetProperty("aws:cdk:path", out JsonElement p)
                && p.ValueKind == JsonValueKind.String ? p.GetString()! : "";
            resources.TryAdd(resource.Name, new ConstructResource(resource.Name, type, path, Path.GetFileName(file)));
        }
    }

    private void ReadManifest(JsonElement root, string folder)
    {
        ReadStackNames(root, folder);
        foreach (JsonElement metadata in Metadata(root))
        {
            foreach (JsonProperty construct in metadata.EnumerateObject().Where(static c => c.Value.ValueKind == JsonValueKind.Array))
            {
                foreach (JsonElement entry in construct.Value.EnumerateArray())
                {
                    if (entry.ValueKind == JsonValueKind.Object
                        && entry.TryGetProperty("type", out JsonElement type) && type.ValueEquals("aws:cdk:logicalId")
                        && entry.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.String
                        && resources.TryGetValue(data.GetString()!, out ConstructResource? resource) && resource.Path.Length == 0)
                    {
                        resources[resource.LogicalId] = resource with { Path = construct.Name.TrimStart('/') };
                    }
                }
            }
        }
    }

    private void ReadStackNames(JsonElement root, string folder)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("artifacts", out JsonElement artifacts))
        {
            return;
        }

        foreach (JsonProperty artifact in artifacts.EnumerateObject())
        {
            if (artifact.Value.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("templateFile", out JsonElement template))
            {
                string file = Path.Combine(folder, template.GetString()!);
                if (!File.Exists(file))
                {
                    throw new ToolException(ExitCode.NoInput, $"{Path.Combine(folder, "manifest.json")} names the template {template.GetString()}, which is not there: synthesise it again with 'dotnet run' or 'cdk synth'.");
                }

                stackNames[file] = properties.TryGetProperty("stackName", out JsonElement name) ? name.GetString()! : artifact.Name;
            }
        }
    }

    // Newer versions of the CDK put the list into a file of its own.
    private static IEnumerable<JsonElement> Metadata(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (!root.TryGetProperty("artifacts", out JsonElement artifacts))
        {
            yield return root;
            yield break;
        }

        foreach (JsonProperty artifact in artifacts.EnumerateObject())
        {
            if (artifact.Value.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object)
            {
                yield return metadata;
            }
        }
    }

    private static void Read(string file, Action<JsonElement> read)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            read(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ToolException(ExitCode.NoInput, $"{file} is no JSON: {exception.Message}");
        }
        catch (InvalidOperationException exception)
        {
            throw new ToolException(ExitCode.NoInput, $"{file} is not what the CDK writes: {exception.Message}");
        }
    }
}

/// <summary>A resource of a template.</summary>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type: <c>AWS::RDS::DBInstance</c>.</param>
/// <param name="Path">The path of its construct; empty where the CDK does not say.</param>
/// <param name="Template">The file name of its template.</param>
internal sealed record ConstructResource(string LogicalId, string Type, string Path, string Template);
