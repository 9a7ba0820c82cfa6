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

    /// <summary>The <c>[EcsCluster]</c> attributes that no task belongs to: nothing becomes of them.</summary>
    public required EquatableArray<Origin> IdleClusters { get; init; }

    /// <summary>The hosted zones.</summary>
    public required EquatableArray<HostedZone> HostedZones { get; init; }

    /// <summary>The names of load balancers.</summary>
    public required EquatableArray<DnsRecord> DnsRecords { get; init; }

    /// <summary>The alarms.</summary>
    public required EquatableArray<Alarm> Alarms { get; init; }

    /// <summary>Which logs of requests go to which bucket.</summary>
    public required EquatableArray<AccessLogs> AccessLogs { get; init; }

    /// <summary>The endpoints of the VPCs.</summary>
    public required EquatableArray<VpcEndpoint> VpcEndpoints { get; init; }

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

    /// <summary>The paths that the team forbids.</summary>
    public required EquatableArray<Invariant> Invariants { get; init; }

    /// <summary>The tags, by the class that they begin at.</summary>
    public required EquatableArray<ResourceTag> Tags { get; init; }

    /// <summary>The outputs of the stack.</summary>
    public required EquatableArray<StackOutput> Outputs { get; init; }

    /// <summary>The names that an earlier stage gives to a resource as well, where AWS has them once.</summary>
    public EquatableArray<SharedName> SharedNames { get; init; }

    /// <summary>The accepted risks.</summary>
    public required EquatableArray<AcceptedRisk> AcceptedRisks { get; init; }

    /// <summary>What it may cost; null where nobody says.</summary>
    public required Budget? Budget { get; init; }

    /// <summary>What could not be lowered as it is written.</summary>
    public required EquatableArray<Finding> Findings { get; init; }

    /// <summary>The component of a class, or null.</summary>
    public Component? Component(NodePath path) => Lookup.Components.TryGetValue(path, out Component? component) ? component : null;

    /// <summary>The security group of a component, or null where it has none.</summary>
    public SecurityGroup? SecurityGroup(NodePath path) => Lookup.SecurityGroups.TryGetValue(path, out SecurityGroup? group) ? group : null;

    /// <summary>The permissions of a component's roles.</summary>
    public IEnumerable<Grant> GrantsOf(NodePath path) => Lookup.Grants[path];

    /// <summary>The environment of a component.</summary>
    public IEnumerable<EnvironmentVariable> EnvironmentOf(NodePath path) => Lookup.Environment[path];

    /// <summary>Whom a load balancer asks.</summary>
    public IEnumerable<TargetGroup> TargetGroupsOf(NodePath loadBalancer) => Lookup.TargetGroups[loadBalancer];

    /// <summary>Which load balancers ask a component.</summary>
    public IEnumerable<TargetGroup> TargetGroupsTo(NodePath target) => Lookup.TargetGroupsTo[target];

    /// <summary>The alarms on a component.</summary>
    public IEnumerable<Alarm> AlarmsOf(NodePath path) => Lookup.Alarms[path];

    /// <summary>Where the log of a component's requests goes; null where there is none.</summary>
    public AccessLogs? AccessLogsOf(NodePath path) => Lookup.AccessLogs[path].FirstOrDefault();

    /// <summary>Whether a bucket takes the logs of others.</summary>
    public bool TakesAccessLogs(NodePath bucket) => Lookup.LogBuckets.Contains(bucket);

    /// <summary>The declared connections to a component.</summary>
    public IEnumerable<Edge> EdgesTo(NodePath path) => Lookup.Edges[path];

    /// <summary>The network of a path, or null.</summary>
    public Network? Network(NodePath path) => Lookup.Networks.TryGetValue(path, out Network? network) ? network : null;

    /// <summary>The endpoints of a network.</summary>
    public IEnumerable<VpcEndpoint> EndpointsOf(NodePath network) => Lookup.Endpoints[network];

    /// <summary>The needs of a component.</summary>
    public IEnumerable<PlatformNeed> NeedsOf(NodePath path) => Lookup.Needs[path];

    /// <summary>The components of a class: its own, or those in it.</summary>
    public IEnumerable<Component> ComponentsIn(NodePath path) => Components.Where(c => c.Path.IsIn(path));

    /// <summary>The IPv4 ranges of the subnets in which a component can have its addresses; none for a regional one.</summary>
    public EquatableArray<CidrBlock> HomesOf(Component component) =>
        SubnetGroup(component) is not { } group ? [] : group.Subnets.Take(component.IsInFirstSubnet ? 1 : group.Subnets.Count).Select(static subnet => subnet.Cidr).ToEquatableArray();

    /// <summary>The subnets that a component stands in, or null for a regional one.</summary>
    public SubnetGroup? SubnetGroup(Component component) =>
        component.Placement is { } placement && Lookup.SubnetGroups.TryGetValue(placement.SubnetGroup, out SubnetGroup? group) ? group : null;

    private readonly IndexHolder holder = new();

    private Index Lookup => holder.Of(this);

    /// <summary>Finds by path.</summary>
    private sealed class Index(ArchitectureTopology owner)
    {
        public ArchitectureTopology Owner { get; } = owner;

        public Dictionary<NodePath, Component> Components { get; } = owner.Components.ToDictionary(static c => c.Path);

        public Dictionary<NodePath, SecurityGroup> SecurityGroups { get; } = owner.SecurityGroups.ToDictionary(static g => g.Path);

        public ILookup<NodePath, Grant> Grants { get; } = owner.Grants.ToLookup(static g => g.Component);

        public ILookup<NodePath, EnvironmentVariable> Environment { get; } = owner.Environment.ToLookup(static e => e.Component);

        public ILookup<NodePath, TargetGroup> TargetGroups { get; } = owner.TargetGroups.ToLookup(static t => t.LoadBalancer);

        public ILookup<NodePath, TargetGroup> TargetGroupsTo { get; } = owner.TargetGroups.ToLookup(static t => t.Target);

        public ILookup<NodePath, Alarm> Alarms { get; } = owner.Alarms.ToLookup(static a => a.Component);

        public ILookup<NodePath, AccessLogs> AccessLogs { get; } = owner.AccessLogs.ToLookup(static logs => logs.Source);

        public HashSet<NodePath> LogBuckets { get; } = [.. owner.AccessLogs.Select(static logs => logs.Bucket)];

        public ILookup<NodePath, Edge> Edges { get; } = owner.Edges.ToLookup(static e => e.To);

        public ILookup<NodePath, VpcEndpoint> Endpoints { get; } = owner.VpcEndpoints.ToLookup(static e => e.Network);

        public ILookup<NodePath, PlatformNeed> Needs { get; } = owner.PlatformNeeds.ToLookup(static n => n.Component);

        public Dictionary<NodePath, Network> Networks { get; } = owner.Networks.ToDictionary(static n => n.Path);

        public Dictionary<NodePath, SubnetGroup> SubnetGroups { get; } = owner.Networks.SelectMany(static n => n.SubnetGroups).ToDictionary(static g => g.Path);
    }

    /// <summary>Makes the index when it is first asked for. It follows from the rest, so for the equality of topologies all holders are equal.</summary>
    private sealed class IndexHolder
    {
        private volatile Index? index;

        // A copy made by "with" shares the holder of its original, but not its index.
        public Index Of(ArchitectureTopology owner) => index is { } known && ReferenceEquals(known.Owner, owner) ? known : index = new Index(owner);

        public override bool Equals(object? obj) => obj is IndexHolder;

        public override int GetHashCode() => 0;
    }
}

/// <summary>The CloudFormation stack.</summary>
/// <param name="Name">The stack's name; null leaves it to the construct's id.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Account">The account, or null.</param>
/// <param name="Description">The description, or null.</param>
public sealed record StackSettings(string? Name, string? Region, string? Account, string? Description);

/// <summary>A name that two stages give to a resource each.</summary>
/// <param name="Node">The class of the resource.</param>
/// <param name="Origin">The argument.</param>
/// <param name="Text">The name as written.</param>
/// <param name="Stage">The earlier stage.</param>
/// <param name="Scope">Where AWS has the name once.</param>
public sealed record SharedName(NodePath Node, Origin Origin, string Text, string Stage, NameScope Scope);

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
