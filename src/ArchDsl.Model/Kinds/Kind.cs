namespace ArchDsl.Model;

/// <summary>A kind of resource: how its attribute becomes a component, what an edge to it wires, and what the CDK makes of it.</summary>
/// <remarks>A kind is one file in this folder, with its attribute and its component record. It is found by its type alone.</remarks>
internal abstract class Kind
{
    private static readonly Dictionary<Type, Kind> ByAttribute = Discover.All<Kind>().ToDictionary(static kind => kind.AttributeType);

    private static readonly Dictionary<Type, Kind> ByComponent = ByAttribute.Values.ToDictionary(static kind => kind.ComponentType);

    /// <summary>The kind of a resource attribute, or null for another attribute.</summary>
    public static Kind? Of(ArchDslAttribute attribute) => ByAttribute.TryGetValue(attribute.GetType(), out Kind? kind) ? kind : null;

    /// <summary>The kind of a component.</summary>
    public static Kind Of(Component component) => ByComponent[component.GetType()];

    public abstract Type AttributeType { get; }

    public abstract Type ComponentType { get; }

    /// <summary>Whether it is attached to a network, and so must stand in a subnet.</summary>
    public abstract bool Networked { get; }

    /// <summary>The types of the further attributes that mean something on a class of this kind.</summary>
    public virtual IReadOnlyList<Type> Modifiers => [];

    /// <summary>Makes the component from the attributes of its class alone.</summary>
    public abstract Component Lower(ComponentContext context);

    /// <summary>Adds what follows from the component itself, once all components are known: rules, grants, platform needs.</summary>
    public virtual void Connect(Component component, Node node, LoweringContext context)
    {
    }

    /// <summary>Wires an edge <c>[Uses]</c> that points at a component of this kind.</summary>
    /// <returns>Whether such an edge makes sense.</returns>
    public virtual bool UsedBy(Component user, Component target, Written<UsesAttribute> edge, LoweringContext context) => false;

    /// <summary>Writes the constructs of a component.</summary>
    public abstract void Emit(Component component, CdkScope cdk);

    /// <summary>Writes what refers to components that may themselves refer to this one, once all of them are made.</summary>
    public virtual void EmitRoutes(Component component, CdkScope cdk)
    {
    }

    /// <summary>The expression for one of the component's values; null where it has no such value.</summary>
    public virtual CdkValue? Value(Component component, Value value, CdkScope cdk) => null;

    /// <summary>The values of <see cref="Value"/> that a component has.</summary>
    public abstract IReadOnlyList<Value> Values { get; }

    /// <summary>The expression for the ARN of one of the component's resources.</summary>
    public virtual string Arn(Component component, ResourcePart part, CdkScope cdk) =>
        throw new InvalidOperationException($"A {component.KindName} has no {part} that a permission could be for.");

    /// <summary>The expression for the secret that a component owns.</summary>
    public virtual string Secret(Component component, CdkScope cdk) =>
        throw new InvalidOperationException($"A {component.KindName} owns no secret.");

    /// <summary>The expression for the component as the target of a load balancer.</summary>
    public virtual CdkValue Target(Component component, int port, CdkScope cdk) =>
        throw new InvalidOperationException($"A {component.KindName} is no target of a load balancer.");

    /// <summary>
    /// The settings of what holds data whose change makes CloudFormation replace the resource, whereupon it is empty: those that the
    /// resource's documentation gives as "Update requires: Replacement".
    /// </summary>
    public virtual IReadOnlyList<string> Replacing => [];

    /// <summary>The value that every component of the kind gives out as an output of the stack, or null.</summary>
    public virtual Value? DefaultOutput => null;

    /// <summary>What AWS takes money for, as long as a component stands.</summary>
    public abstract IEnumerable<Usage> Usages(Component component, ArchitectureTopology topology);

    /// <summary>One line that says what the component is, for the summary after synthesis.</summary>
    public abstract string Describe(Component component);
}

/// <inheritdoc cref="Kind"/>
/// <typeparam name="TAttribute">The resource attribute.</typeparam>
/// <typeparam name="TComponent">The component record.</typeparam>
internal abstract class Kind<TAttribute, TComponent> : Kind
    where TAttribute : ArchDslAttribute
    where TComponent : Component
{
    public sealed override Type AttributeType => typeof(TAttribute);

    public sealed override Type ComponentType => typeof(TComponent);

    public sealed override Component Lower(ComponentContext context) => Lower(new Written<TAttribute>(context.Written), context);

    public sealed override void Connect(Component component, Node node, LoweringContext context) => Connect((TComponent)component, node, context);

    public sealed override bool UsedBy(Component user, Component target, Written<UsesAttribute> edge, LoweringContext context) =>
        UsedBy(user, (TComponent)target, edge, context);

    public sealed override void Emit(Component component, CdkScope cdk) => Emit((TComponent)component, cdk);

    public sealed override void EmitRoutes(Component component, CdkScope cdk) => EmitRoutes((TComponent)component, cdk);

    public sealed override CdkValue? Value(Component component, Value value, CdkScope cdk) => Value((TComponent)component, value, cdk);

    public sealed override string Arn(Component component, ResourcePart part, CdkScope cdk) => Arn((TComponent)component, part, cdk);

    public sealed override string Secret(Component component, CdkScope cdk) => Secret((TComponent)component, cdk);

    public sealed override CdkValue Target(Component component, int port, CdkScope cdk) => Target((TComponent)component, port, cdk);

    public sealed override IEnumerable<Usage> Usages(Component component, ArchitectureTopology topology) => Usages((TComponent)component, topology);

    public sealed override string Describe(Component component) => Describe((TComponent)component);

    protected abstract TComponent Lower(Written<TAttribute> written, ComponentContext context);

    protected virtual void Connect(TComponent component, Node node, LoweringContext context)
    {
    }

    protected virtual bool UsedBy(Component user, TComponent target, Written<UsesAttribute> edge, LoweringContext context) => false;

    protected abstract void Emit(TComponent component, CdkScope cdk);

    protected virtual void EmitRoutes(TComponent component, CdkScope cdk)
    {
    }

    protected virtual CdkValue? Value(TComponent component, Value value, CdkScope cdk) => null;

    protected virtual string Arn(TComponent component, ResourcePart part, CdkScope cdk) => base.Arn(component, part, cdk);

    protected virtual string Secret(TComponent component, CdkScope cdk) => base.Secret(component, cdk);

    protected virtual CdkValue Target(TComponent component, int port, CdkScope cdk) => base.Target(component, port, cdk);

    protected abstract IEnumerable<Usage> Usages(TComponent component, ArchitectureTopology topology);

    protected abstract string Describe(TComponent component);
}

/// <summary>Finds the classes that make up an open table, so that adding a file adds a row.</summary>
internal static class Discover
{
    public static IReadOnlyList<T> All<T>() =>
    [
        .. typeof(T).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && typeof(T).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)),
    ];
}
