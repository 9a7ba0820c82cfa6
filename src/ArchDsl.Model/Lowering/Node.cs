namespace ArchDsl.Model;

/// <summary>A class of the architecture while it is lowered: its declaration with the attributes bound.</summary>
internal sealed class Node
{
    public Node(NodeDeclaration declaration, Node? parent)
    {
        Declaration = declaration;
        Parent = parent;

        // Of two that say the same thing the first one holds: what the second would break is no further fault.
        HashSet<int> repeated = [.. Stages.Repeated(declaration.Attributes).Select(static a => a.Index)];
        ILookup<bool, Written> attributes = declaration.Attributes
            .Select(a => (Declaration: a, Attribute: AttributeBinder.Bind(a)))
            .Where(static a => a.Attribute is not null)
            .Select(a => new Written(declaration.Path, a.Declaration, a.Attribute!))
            .ToLookup(a => repeated.Contains(a.Declaration.Index));
        Attributes = [.. attributes[false]];
        Repeated = [.. attributes[true]];
        Children = [.. declaration.Children.Select(child => new Node(child, this))];
    }

    public NodeDeclaration Declaration { get; }

    public Node? Parent { get; }

    public IReadOnlyList<Written> Attributes { get; }

    /// <summary>The attributes that say what one of <see cref="Attributes"/> says already.</summary>
    public IReadOnlyList<Written> Repeated { get; }

    public IReadOnlyList<Node> Children { get; }

    public NodePath Path => Declaration.Path;

    /// <summary>The name that messages use.</summary>
    public string Name => Declaration.Name;

    public IEnumerable<Node> SelfAndDescendants() => [this, .. Children.SelectMany(static child => child.SelfAndDescendants())];

    public IEnumerable<Node> SelfAndAncestors()
    {
        for (Node? node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>The attributes of a type, in source order.</summary>
    public IEnumerable<Written<T>> All<T>()
        where T : ArchDslAttribute => Attributes.Where(static a => a.Attribute is T).Select(static a => new Written<T>(a));

    /// <summary>The first attribute of a type.</summary>
    public Written<T>? Get<T>()
        where T : ArchDslAttribute => All<T>().Cast<Written<T>?>().FirstOrDefault();
}

/// <summary>An attribute as written: its values, and where they come from.</summary>
internal sealed record Written(NodePath Node, AttributeDeclaration Declaration, ArchDslAttribute Attribute)
{
    public Origin Origin => new(Node, Declaration.Index);

    /// <summary>The first of some arguments that was written, here or on an attribute that overlays this one, or else the attribute.</summary>
    public Origin At(params string[] arguments)
    {
        string? written = Declaration.FirstOf(arguments);
        int? overlay = Declaration.Arguments.FirstOrDefault(a => a.Name == written)?.Overlay;
        return new Origin(Node, overlay ?? Declaration.Index, written);
    }
}

/// <inheritdoc cref="Written"/>
internal readonly struct Written<T>(Written written)
    where T : ArchDslAttribute
{
    public T Attribute => (T)written.Attribute;

    public AttributeDeclaration Declaration => written.Declaration;

    /// <summary>The attribute itself.</summary>
    public Origin Origin => written.Origin;

    /// <summary>The first of some arguments that was written, or else the attribute.</summary>
    public Origin At(params string[] arguments) => written.At(arguments);
}
