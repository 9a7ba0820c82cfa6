namespace ArchDsl.Model;

/// <summary>Where a node stands in its architecture: the class names from below the root, joined by dots; empty for the root itself.</summary>
/// <param name="Value">For example <c>Public.Api</c>.</param>
public readonly record struct NodePath(string Value) : IComparable<NodePath>
{
    /// <summary>The root of every architecture.</summary>
    public static NodePath Root => new("");

    /// <summary>Whether this is the root.</summary>
    public bool IsRoot => string.IsNullOrEmpty(Value);

    /// <summary>The path of a class nested in this one.</summary>
    /// <param name="name">The name of the nested class.</param>
    public NodePath Child(string name) => new(IsRoot ? name : Value + "." + name);

    /// <summary>Whether this is a class or one nested in it.</summary>
    /// <param name="outer">The class.</param>
    public bool IsIn(NodePath outer) =>
        outer.IsRoot || this == outer
        || Value is not null && Value.StartsWith(outer.Value, StringComparison.Ordinal) && Value.Length > outer.Value.Length && Value[outer.Value.Length] == '.';

    /// <summary>The path of the enclosing class; the root's parent is the root.</summary>
    public NodePath Parent => new(Value.LastIndexOf('.') is > 0 and var dot ? Value.Substring(0, dot) : "");

    /// <inheritdoc/>
    public int CompareTo(NodePath other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
