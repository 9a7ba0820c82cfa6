namespace ArchDsl.Model;

/// <summary>An architecture as its source says it: equal sources give equal declarations, and none holds a symbol or a position.</summary>
/// <param name="Namespace">The root's namespace with keywords escaped; empty for the global one.</param>
/// <param name="Root">The root class.</param>
/// <param name="Files">The files that attributes name and that the project hands to the compiler.</param>
public sealed record ArchitectureDeclaration(string Namespace, NodeDeclaration Root, EquatableArray<SourceFile> Files)
{
    /// <summary>The files that attributes name: by convention the arguments whose names end in <c>File</c>.</summary>
    public IEnumerable<string> FileNames =>
        from node in Root.SelfAndDescendants()
        from attribute in node.Attributes
        from argument in attribute.Arguments
        where argument.Name.EndsWith("File", StringComparison.Ordinal)
        let name = argument.Value.Value as string
        where !string.IsNullOrEmpty(name)
        select name;
}

/// <summary>A file of the project that an attribute names.</summary>
/// <param name="Name">The name as the attribute has it.</param>
/// <param name="Text">What is in it, with line feeds as line ends.</param>
public sealed record SourceFile(string Name, string Text);

/// <summary>A class of an architecture.</summary>
/// <param name="Path">Where it stands below the root.</param>
/// <param name="Name">The class name.</param>
/// <param name="TypeName">The fully qualified name with <c>global::</c> and escaped keywords.</param>
/// <param name="Shape">What the class is in C#, as far as the language minds.</param>
/// <param name="Attributes">The ArchDsl attributes, by file and position.</param>
/// <param name="Children">The nested classes that belong to the architecture, by name: moving members changes no architecture.</param>
/// <param name="Members">The members that somebody wrote, by name, but for the hooks: generated ones avoid them.</param>
public sealed record NodeDeclaration(
    NodePath Path,
    string Name,
    string TypeName,
    TypeShape Shape,
    EquatableArray<AttributeDeclaration> Attributes,
    EquatableArray<NodeDeclaration> Children,
    EquatableArray<MemberDeclaration> Members)
{
    /// <summary>This class and all below it, the outer ones first.</summary>
    public IEnumerable<NodeDeclaration> SelfAndDescendants()
    {
        yield return this;
        foreach (NodeDeclaration child in Children)
        {
            foreach (NodeDeclaration node in child.SelfAndDescendants())
            {
                yield return node;
            }
        }
    }
}

/// <summary>A member that somebody wrote into a class of an architecture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">
/// How many parameters it has as a method, which can stand beside another one of its name, or below zero, without any, how many type
/// parameters; null for all others.
/// </param>
public readonly record struct MemberDeclaration(string Name, int? Parameters);

/// <summary>What a class is in C#, as far as the language minds.</summary>
[Flags]
public enum TypeShape
{
    /// <summary>An ordinary class.</summary>
    None = 0,

    /// <summary>Declared <c>partial</c>, as every class of an architecture must be.</summary>
    Partial = 1,

    /// <summary>Generic, static, abstract, a record or a file-local class: it cannot become a construct.</summary>
    Unsupported = 2,

    /// <summary>Private or protected: the generated root could not name it.</summary>
    Hidden = 4,

    /// <summary>Derives from a class that is neither a CDK stack (the root) nor a construct.</summary>
    OtherBase = 8,

    /// <summary>Implements the hook <c>Configure</c> or <c>Created</c>: what it does there is not analysed.</summary>
    Hooked = 16,

    /// <summary>Has a primary constructor: the generated one would have to call it.</summary>
    PrimaryConstructor = 32,

    /// <summary>Has a constructor that does not call the generated one, so that nothing would be built.</summary>
    OwnConstructor = 64,
}
