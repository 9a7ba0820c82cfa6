using ArchDsl.Cli.Input;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Explaining;

/// <summary>What a user asks about: a class of an architecture, perhaps by way of a resource in a template.</summary>
/// <param name="Manifest">The architecture.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Facts">All that is known of the class.</param>
internal sealed record Subject(ArchitectureManifest Manifest, ManifestStage Stage, SubjectFacts Facts)
{
    /// <summary>The classes that a name can mean: the whole path, else the last name, whatever the case of its letters.</summary>
    public static IReadOnlyList<string> Matches(ArchitectureManifest manifest, string name)
    {
        string[] paths = [.. manifest.Sources.Select(static s => s.Path)];
        string[] exact = [.. paths.Where(path => path == name || path.Length == 0 && (manifest.TypeName == name || manifest.TypeName.EndsWith("." + name, StringComparison.Ordinal)))];
        return exact.Length > 0 ? exact : [.. paths.Where(path => path.Length > 0 && path.Split('.')[^1].Equals(name, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>A class.</summary>
    public static Subject Of(ArchitectureManifest manifest, ManifestStage stage, string path) => new(manifest, stage, SubjectFacts.Of(manifest, stage, path, null));

    /// <summary>The class that a resource comes from.</summary>
    public static Subject Of(ArchitectureManifest manifest, ManifestStage stage, ConstructResource resource) =>
        new(manifest, stage, SubjectFacts.Of(manifest, stage, manifest.ClassOf(resource.Path), resource));
}

/// <summary>All that is known of a class.</summary>
internal sealed record SubjectFacts
{
    /// <summary>The path of the class; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>The full name of the class.</summary>
    public required string TypeName { get; init; }

    public required ManifestSource? Source { get; init; }

    public required string? Stage { get; init; }

    /// <summary>The resource that was asked about; null for a class.</summary>
    public required ConstructResource? Resource { get; init; }

    /// <summary>The component; null for another class.</summary>
    public required ManifestComponent? Component { get; init; }

    public required ManifestNetwork? Network { get; init; }

    public required ManifestSubnetGroup? Subnets { get; init; }

    public required ManifestSecurityGroup? SecurityGroup { get; init; }

    public required ManifestPath? InternetPath { get; init; }

    /// <summary>The components in the class.</summary>
    public required IReadOnlyList<string> Contains { get; init; }

    public required IReadOnlyList<ManifestPair> ReachedBy { get; init; }

    public required IReadOnlyList<ManifestPair> Reaches { get; init; }

    public required IReadOnlyList<ManifestGrant> Grants { get; init; }

    /// <summary>Who may do what with it.</summary>
    public required IReadOnlyList<ManifestGrant> GrantedTo { get; init; }

    public required IReadOnlyList<ManifestVariable> Environment { get; init; }

    public required IReadOnlyList<ManifestFinding> Findings { get; init; }

    public static SubjectFacts Of(ArchitectureManifest manifest, ManifestStage stage, string path, ConstructResource? resource) =>
        Of(manifest, stage, path, resource, [.. stage.Pairs()]);

    /// <summary>The same for several classes of a stage, whose pairs are taken apart once.</summary>
    public static SubjectFacts Of(ArchitectureManifest manifest, ManifestStage stage, string path, ConstructResource? resource, IReadOnlyList<ManifestPair> all)
    {
        bool IsIn(string other) => path.Length == 0 || other == path || other.StartsWith(path + ".", StringComparison.Ordinal);
        ManifestComponent? component = stage.Component(path);
        IReadOnlyList<ManifestPair> pairs = component is null ? [] : all;
        return new SubjectFacts
        {
            Path = path,
            TypeName = path.Length == 0 ? manifest.TypeName : manifest.TypeName + "." + path,
            Source = manifest.SourceOf(path),
            Stage = stage.Name,
            Resource = resource,
            Component = component,
            Network = stage.Networks.FirstOrDefault(n => n.Path == path),
            Subnets = stage.Networks.SelectMany(static n => n.SubnetGroups).FirstOrDefault(g => g.Path == path),
            SecurityGroup = stage.SecurityGroup(path),
            InternetPath = stage.InternetPaths.FirstOrDefault(p => p.To == path),
            Contains = [.. stage.Components.Where(c => c.Path != path && IsIn(c.Path)).Select(static c => c.Path)],
            ReachedBy = [.. pairs.Where(p => p.To == path)],
            Reaches = [.. pairs.Where(p => p.From == path)],
            Grants = [.. stage.Grants.Where(g => g.Component == path)],
            GrantedTo = [.. stage.Grants.Where(g => g.Component != path && g.Resources.Any(r => r.Component == path))],
            Environment = [.. stage.Environment.Where(v => v.Component == path)],
            Findings = [.. stage.Findings.Where(f => f.Path == path)],
        };
    }
}
