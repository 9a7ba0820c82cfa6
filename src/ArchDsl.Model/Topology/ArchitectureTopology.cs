namespace ArchDsl.Model;

/// <summary>An architecture in which everything is explicit. Rules, emitter and reports read this and derive no fact anew.</summary>
public sealed record ArchitectureTopology
{
    /// <summary>The stack: what <c>[Architecture]</c> says, or else the class name.</summary>
    public required StackSettings Stack { get; init; }

    /// <summary>The VPCs, by path.</summary>
    public required EquatableArray<Network> Networks { get; init; }

    /// <summary>The components, by path.</summary>
    public required EquatableArray<Component> Components { get; init; }

    /// <summary>The security groups, by the path of their component.</summary>
    public required EquatableArray<SecurityGroup> SecurityGroups { get; init; }

    /// <summary>The ECS clusters.</summary>
    public required EquatableArray<EcsCluster> Clusters { get; init; }

    /// <summary>Which load balancer asks whom.</summary>
    public required EquatableArray<TargetGroup> TargetGroups { get; init; }

    /// <summary>The declared connections.</summary>
    public required EquatableArray<Edge> Edges { get; init; }

    /// <summary>The permissions of the components' roles.</summary>
    public required EquatableArray<Grant> Grants { get; init; }

    /// <summary>The environment of the compute components, by component and name.</summary>
    public required EquatableArray<EnvironmentVariable> Environment { get; init; }

    /// <summary>What the components need of AWS before they can run.</summary>
    public required EquatableArray<PlatformNeed> PlatformNeeds { get; init; }

    /// <summary>The tags, by the class that they begin at.</summary>
    public required EquatableArray<ResourceTag> Tags { get; init; }

    /// <summary>The outputs of the stack.</summary>
    public required EquatableArray<StackOutput> Outputs { get; init; }

    /// <summary>The accepted risks.</summary>
    public required EquatableArray<AcceptedRisk> AcceptedRisks { get; init; }

    /// <summary>What could not be lowered as it is written.</summary>
    public required EquatableArray<Finding> Findings { get; init; }

    /// <summary>The component of a class, or null.</summary>
    public Component? Component(NodePath path) => Components.FirstOrDefault(c => c.Path == path);

    /// <summary>The security group of a component, or null where it has none.</summary>
    public SecurityGroup? SecurityGroup(NodePath path) => SecurityGroups.FirstOrDefault(g => g.Path == path);

    /// <summary>The network of a path, or null.</summary>
    public Network? Network(NodePath path) => Networks.FirstOrDefault(n => n.Path == path);

    /// <summary>The subnets that a component stands in, or null for a regional one.</summary>
    public SubnetGroup? SubnetGroup(Component component) => component.Placement is { } placement
        ? Network(placement.Network)?.SubnetGroups.FirstOrDefault(g => g.Path == placement.SubnetGroup)
        : null;
}

/// <summary>The CloudFormation stack.</summary>
/// <param name="Name">The stack's name; null leaves it to the construct's id.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Description">The description, or null.</param>
public sealed record StackSettings(string? Name, string? Region, string? Account, string? Description);

/// <summary>A tag.</summary>
/// <param name="Node">The class whose resources carry it.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record ResourceTag(NodePath Node, string Key, string Value);

/// <summary>An output of the stack.</summary>
/// <param name="Node">The class whose value it is.</param>
/// <param name="Name">The name as written.</param>
/// <param name="LogicalId">The name in the template: letters and digits.</param>
/// <param name="Value">Which value.</param>
public sealed record StackOutput(NodePath Node, string Name, string LogicalId, Value Value);

/// <summary>An <c>[AcceptRisk]</c>.</summary>
/// <param name="Node">The class that it stands on.</param>
/// <param name="Id">The rule's id.</param>
/// <param name="Reason">Why; null or blank where none is given.</param>
/// <param name="Until">The last day, as written; null for no end.</param>
/// <param name="Origin">The attribute.</param>
public sealed record AcceptedRisk(NodePath Node, string Id, string? Reason, string? Until, Origin Origin);
