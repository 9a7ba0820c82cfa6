namespace ArchDsl.Model;

/// <summary>An attribute that declares a connection, a permission or an injected value: how it is lowered.</summary>
/// <remarks>An edge is one file in this folder, with its attribute. It is found by its type alone.</remarks>
internal abstract class EdgeKind
{
    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<EdgeKind> All { get; } = Discover.All<EdgeKind>();

    /// <summary>The type of its attribute, or the common base of several.</summary>
    public abstract Type AttributeType { get; }

    /// <summary>Lowers one such attribute.</summary>
    public abstract void Lower(Component source, Node node, Written written, LoweringContext context);
}

/// <inheritdoc cref="EdgeKind"/>
/// <typeparam name="TAttribute">The attribute.</typeparam>
internal abstract class EdgeKind<TAttribute> : EdgeKind
    where TAttribute : ArchDslAttribute
{
    public sealed override Type AttributeType => typeof(TAttribute);

    public sealed override void Lower(Component source, Node node, Written written, LoweringContext context) =>
        Lower(source, node, new Written<TAttribute>(written), context);

    protected abstract void Lower(Component source, Node node, Written<TAttribute> written, LoweringContext context);
}
