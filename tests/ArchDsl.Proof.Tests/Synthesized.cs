using ArchDsl.CloudFormation;
using ArchDsl.Model;

namespace ArchDsl.Proof.Tests;

/// <summary>An architecture in one stage: what its source says, what the analysis found in it, and what the CDK made of it.</summary>
internal sealed class Synthesized
{
    private readonly ArchitectureDeclaration _declaration;
    private readonly Dictionary<string, string> _classes;
    private readonly Dictionary<(string Path, string Type), Resource> _resources = [];

    public Synthesized(ArchitectureDeclaration declaration, string? stage, Template template)
    {
        _declaration = declaration;
        Analyzed = new AnalyzedArchitecture(declaration, stage);
        Findings = Analyzed.Check(today: null);
        Intent = new Intent(Analyzed.Declaration);
        Template = template;
        Reach = new TemplateReach(template);
        Identity = new Identity(template);
        var paths = Analyzed.Declaration.Root.SelfAndDescendants().Select(node => node.Path.Value).ToHashSet(StringComparer.Ordinal);
        _classes = template.Resources.Where(resource => resource.ConstructPath is not null).ToDictionary(resource => resource.LogicalId, resource => ClassOf(resource.ConstructPath!, paths));
        foreach (var resource in template.Resources.Where(resource => resource.ConstructPath is not null))
        {
            _resources.TryAdd((_classes[resource.LogicalId], resource.Type), resource);
        }
    }

    public AnalyzedArchitecture Analyzed { get; }

    /// <summary>The open findings in the stage.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public Intent Intent { get; }

    public Template Template { get; }

    public TemplateReach Reach { get; }

    public Identity Identity { get; }

    /// <summary>The same architecture with another template: what a faulty emitter might have made of it.</summary>
    public Synthesized With(Template template) => new(_declaration, Analyzed.Stage, template);

    /// <summary>The path of the class that a resource belongs to; null for what the CDK adds beside the classes.</summary>
    public string? ClassOf(string logicalId) => _classes.GetValueOrDefault(logicalId);

    /// <summary>The resource of a type that a class became.</summary>
    public Resource? Find(string path, string type) => _resources.GetValueOrDefault((path, type));

    /// <summary>The main resource of a component.</summary>
    public Resource Main(Thing thing) =>
        Find(thing.Path, thing.ResourceType) ?? throw new InvalidOperationException($"{thing.Path} became no {thing.ResourceType}.");

    /// <summary>Whether a finding about a class, open or accepted, tells of the network.</summary>
    public bool IsReported(string path) => Reported(path).Any();

    /// <summary>The ids of the findings of the network about a class, open or accepted.</summary>
    public IEnumerable<string> Reported(string path) =>
        Findings.Where(finding => finding.RuleId.StartsWith("ARCH1", StringComparison.Ordinal) && finding.Place.Origin.Node.Value == path).Select(finding => finding.RuleId)
            .Concat(Analyzed.TakenRisks.Where(risk => risk.Id.StartsWith("ARCH1", StringComparison.Ordinal) && risk.Node.Value == path).Select(risk => risk.Id));

    // The constructs below the stack have the names of their classes.
    private static string ClassOf(string constructPath, HashSet<string> paths)
    {
        var names = constructPath.Split('/')[1..];
        var found = "";
        for (var i = 1; i <= names.Length && paths.Contains(string.Join('.', names[..i])); i++)
        {
            found = string.Join('.', names[..i]);
        }

        return found;
    }
}
