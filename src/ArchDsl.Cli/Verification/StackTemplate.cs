using ArchDsl.CloudFormation;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>The template of one stack, and which class each of its resources comes from.</summary>
internal sealed class StackTemplate
{
    private readonly Dictionary<string, string> classes;

    public StackTemplate(string name, Template template, Func<string, string?> pathOf, ArchitectureManifest manifest)
    {
        Name = name;
        Template = template;
        Reach = new TemplateReach(template);
        Identity = new Identity(template);
        classes = template.Resources
            .Select(resource => (resource.LogicalId, Path: resource.ConstructPath ?? pathOf(resource.LogicalId)))
            .Where(static resource => !string.IsNullOrEmpty(resource.Path))
            .ToDictionary(static resource => resource.LogicalId, resource => ClassOf(resource.Path!, manifest), StringComparer.Ordinal);
    }

    /// <summary>The file name of the template.</summary>
    public string Name { get; }

    public Template Template { get; }

    public TemplateReach Reach { get; }

    public Identity Identity { get; }

    /// <summary>Whether the CDK says where the resources come from.</summary>
    public bool HasPaths => classes.Count > 0;

    /// <summary>The class that a resource comes from; null where the CDK does not say.</summary>
    public string? ClassOf(string logicalId) => classes.GetValueOrDefault(logicalId);

    /// <summary>What the facts of a resource are said of: its class, or, where the CDK does not say which, its own logical id.</summary>
    public string NameOf(string logicalId) => ClassOf(logicalId) ?? logicalId;

    /// <summary>The resources that come from a class itself, rather than from one in it.</summary>
    public IEnumerable<CloudFormation.Resource> ResourcesOf(string path) => Template.Resources.Where(resource => ClassOf(resource.LogicalId) == path);

    // The endpoints of a VPC have no class of their own, but a path: see ManifestEndpoint.Path.
    private static string ClassOf(string constructPath, ArchitectureManifest manifest)
    {
        string path = manifest.ClassOf(constructPath);
        return manifest.Stages.SelectMany(static stage => stage.Networks)
            .Where(network => network.Path == path)
            .SelectMany(static network => network.Endpoints)
            .FirstOrDefault(endpoint => constructPath.Split('/').Any(id => id.TrimStart('@').StartsWith(endpoint.Service + "Endpoint", StringComparison.Ordinal)))?.Path ?? path;
    }
}
