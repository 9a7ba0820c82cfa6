namespace ArchDsl.Model;

/// <summary>
/// Everything that the compiler knows of one architecture, as tools read it from the built assembly. In the JSON form, names are in camel
/// case, and what is null or an empty list is left out.
/// </summary>
/// <param name="SchemaVersion">The version of this form, see <see cref="CurrentSchemaVersion"/>.</param>
/// <param name="Name">What <c>[Architecture]</c> calls it, or else the name of the class.</param>
/// <param name="TypeName">The class with its namespace.</param>
/// <param name="Stages">The stages, the default one first; one without a name where none is declared.</param>
/// <param name="Sources">Where the classes stand, by path.</param>
public sealed record ArchitectureManifest(
    int SchemaVersion,
    string Name,
    string TypeName,
    EquatableArray<ManifestStage> Stages,
    EquatableArray<ManifestSource> Sources)
{
    /// <summary>
    /// The version that this ArchDsl writes. It rises when a reader of the version before would misread a manifest, and when this one would
    /// misread a manifest of before: what is left out is null or empty, so that a list which it does not have yet would seem to be empty.
    /// </summary>
    public const int CurrentSchemaVersion = 2;

    /// <summary>The source of a class; null where it is not known.</summary>
    /// <param name="path">The path of the class; empty for the root.</param>
    public ManifestSource? SourceOf(string path) => Sources.FirstOrDefault(source => source.Path == path);
}

/// <summary>Where a class stands in the source.</summary>
/// <param name="Path">The path of the class; empty for the root.</param>
/// <param name="File">The file, from the project's folder, with slashes.</param>
/// <param name="Line">The line of the class's name, from one.</param>
public sealed record ManifestSource(string Path, string File, int Line);

/// <summary>What asked for something: an attribute in the source.</summary>
/// <param name="Path">The path of the class that carries it; empty for the root.</param>
/// <param name="Attribute">The attribute: <c>[Uses&lt;Database&gt;]</c>; null for the class itself.</param>
/// <param name="Argument">The argument; null for the whole attribute.</param>
public sealed record ManifestOrigin(string Path, string? Attribute, string? Argument);

/// <summary>An architecture in one of its stages.</summary>
public sealed record ManifestStage
{
    /// <summary>The stage; null where none is declared.</summary>
    public required string? Name { get; init; }

    /// <summary>The stack's name; null leaves it to the construct's id.</summary>
    public required string? StackName { get; init; }

    /// <summary>The region, or null.</summary>
    public required string? Region { get; init; }

    /// <summary>The account, or null.</summary>
    public required string? Account { get; init; }

    /// <summary>The stack's description, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>The VPCs, by path.</summary>
    public required EquatableArray<ManifestNetwork> Networks { get; init; }

    /// <summary>The components, by path.</summary>
    public required EquatableArray<ManifestComponent> Components { get; init; }

    /// <summary>The security groups of the components and of the interface endpoints.</summary>
    public required EquatableArray<ManifestSecurityGroup> SecurityGroups { get; init; }

    /// <summary>The connections that the source declares.</summary>
    public required EquatableArray<ManifestEdge> Edges { get; init; }

    /// <summary>The listeners of the load balancers.</summary>
    public required EquatableArray<ManifestListener> Listeners { get; init; }

    /// <summary>Which load balancer asks whom.</summary>
    public required EquatableArray<ManifestTargetGroup> TargetGroups { get; init; }

    /// <summary>What the roles of the components may do.</summary>
    public required EquatableArray<ManifestGrant> Grants { get; init; }

    /// <summary>The environment of the compute components, by component and name.</summary>
    public required EquatableArray<ManifestVariable> Environment { get; init; }

    /// <summary>What the components need of AWS before they can run.</summary>
    public required EquatableArray<ManifestNeed> PlatformNeeds { get; init; }

    /// <summary>The alarms.</summary>
    public required EquatableArray<ManifestAlarm> Alarms { get; init; }

    /// <summary>The ECS clusters.</summary>
    public required EquatableArray<ManifestCluster> Clusters { get; init; }

    /// <summary>The hosted zones.</summary>
    public required EquatableArray<ManifestHostedZone> HostedZones { get; init; }

    /// <summary>The names of load balancers.</summary>
    public required EquatableArray<ManifestDnsRecord> DnsRecords { get; init; }

    /// <summary>Which logs of requests go to which bucket.</summary>
    public required EquatableArray<ManifestAccessLogs> AccessLogs { get; init; }

    /// <summary>The tags, by the class that they begin at.</summary>
    public required EquatableArray<ManifestTag> Tags { get; init; }

    /// <summary>The outputs of the stack.</summary>
    public required EquatableArray<ManifestOutput> Outputs { get; init; }

    /// <summary>
    /// Who can open a connection to whom: what routes, addresses and security groups let through, whatever was declared. Two components
    /// may stand in several of them, for several ports or rules.
    /// </summary>
    public required EquatableArray<ManifestConnection> Connections { get; init; }

    /// <summary>Who can open a connection to public addresses.</summary>
    public required EquatableArray<ManifestExit> Exits { get; init; }

    /// <summary>The shortest path from the internet to everything that can be reached from there, one connection or permission after the other.</summary>
    public required EquatableArray<ManifestPath> InternetPaths { get; init; }

    /// <summary>The paths that the team forbids, and what is known of them.</summary>
    public required EquatableArray<ManifestInvariant> Invariants { get; init; }

    /// <summary>The findings of ArchDsl's rules, open and accepted.</summary>
    public required EquatableArray<ManifestFinding> Findings { get; init; }

    /// <summary>The classes with hooks: what these do is not analysed.</summary>
    public required EquatableArray<string> Hooks { get; init; }

    /// <summary>What was proven, a sentence each.</summary>
    public required EquatableArray<string> Proven { get; init; }

    /// <summary>What is not proven, and why, a sentence each.</summary>
    public required EquatableArray<string> Unproven { get; init; }

    /// <summary>What it costs a month, an estimate.</summary>
    public required ManifestCost Cost { get; init; }

    /// <summary>The component of a class, or null.</summary>
    /// <param name="path">The path of the class; empty for the root.</param>
    public ManifestComponent? Component(string path) => Components.FirstOrDefault(component => component.Path == path);

    /// <summary>The security group of a component, or null.</summary>
    /// <param name="path">The path of the component.</param>
    public ManifestSecurityGroup? SecurityGroup(string path) => SecurityGroups.FirstOrDefault(group => group.Path == path);
}
