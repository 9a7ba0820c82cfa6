namespace ArchDsl.Model;

/// <summary>What a kind sees of the class that declares a component.</summary>
internal sealed class ComponentContext(Node node, Written written, Placement? placement, SubnetKind? subnetKind, LoweringContext lowering)
{
    public Node Node { get; } = node;

    public Written Written { get; } = written;

    public Placement? Placement { get; } = placement;

    /// <summary>The kind of the subnets that the class stands in; null outside subnets.</summary>
    public SubnetKind? SubnetKind { get; } = subnetKind;

    public bool Hooked => Node.Declaration.Shape.HasFlag(TypeShape.Hooked);

    public T? Get<T>()
        where T : ArchDslAttribute => Node.Get<T>()?.Attribute;

    public IEnumerable<T> All<T>()
        where T : ArchDslAttribute => Node.All<T>().Select(static w => w.Attribute);

    /// <summary>What <c>[Removal]</c> says, or else the kind's default.</summary>
    /// <param name="otherwise">The default.</param>
    /// <param name="snapshots">Whether AWS can leave a snapshot of the resource.</param>
    public Removal Removal(Removal otherwise, bool snapshots = false)
    {
        if (Node.Get<RemovalAttribute>() is not { } removal)
        {
            return otherwise;
        }

        if (removal.Attribute.Policy != ArchDsl.Removal.Snapshot || snapshots)
        {
            return removal.Attribute.Policy;
        }

        Refuse(removal.At("Policy"), nameof(ArchDsl.Removal.Snapshot), "there are no snapshots of this kind of resource");
        return otherwise;
    }

    /// <summary>Says that a value is one that AWS would refuse.</summary>
    public void Refuse(Origin origin, string value, string reason) => lowering.Report<RefusedValue>(origin, value, reason);

    /// <summary>Says that values which AWS takes one by one do not work together.</summary>
    /// <param name="origin">The argument that is best changed.</param>
    /// <param name="reason">Why, ending on the cure.</param>
    public void Contradict(Origin origin, string reason) => lowering.Report<CannotWork>(origin, lowering.NameOf(Node.Path), reason);

    /// <summary>Refuses a number outside a range.</summary>
    public void CheckRange<T>(Written<T> attribute, string argument, int value, int from, int to, string what)
        where T : ArchDslAttribute => lowering.CheckRange(attribute, argument, value, from, to, what);

    /// <summary>Refuses a value that was written, if there is a reason to.</summary>
    public void Check<T>(Written<T> attribute, string argument, string value, string? fault)
        where T : ArchDslAttribute
    {
        if (fault is not null && attribute.Declaration.Has(argument))
        {
            Refuse(attribute.At(argument), value, fault);
        }
    }

    /// <summary>Refuses a version that an engine does not have.</summary>
    public void CheckVersion<T>(Written<T> attribute, EngineVersions? engine, string version)
        where T : ArchDslAttribute
    {
        if (engine is not null && attribute.Declaration.Has("Version") && engine.Find(version) == EngineVersion.None)
        {
            Refuse(attribute.At("Version"), version, engine.Reason);
        }
    }

    /// <summary>The class that an edge of the component points at, if it declares the right kind of resource; else null.</summary>
    public NodePath? PathOf<T>(AttributeDeclaration attribute)
        where T : ArchDslAttribute => lowering.PathOf<T>(attribute);

    /// <summary>The class of the nearest hosted zone that has a domain, or null.</summary>
    public NodePath? HostedZone(string domain) => lowering.HostedZone(Node, domain);

    /// <summary>The class whose ECS cluster runs the component's tasks.</summary>
    public NodePath Cluster() => lowering.Cluster(Node, Placement!.Value.Network);

    /// <summary>The text of a file that an attribute names; empty, with a finding, where it is not to be had.</summary>
    public string File(Origin origin, string name) => lowering.File(origin, name);
}
