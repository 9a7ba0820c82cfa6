using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Declarations made by hand, as the reader makes them from source.</summary>
internal static class Declared
{
    public static AttributeDeclaration Attribute(string name, params (string Argument, object? Value)[] arguments) =>
        new(name, 0, [], arguments.Select(static a => new ArgumentDeclaration(a.Argument, Constant(a.Value))).ToEquatableArray());

    /// <summary>An edge to a class by its path, as in <see cref="Architecture"/>.</summary>
    public static AttributeDeclaration Edge(string name, string target, params (string Argument, object? Value)[] arguments) =>
        Attribute(name + "`1", arguments) with { TypeArguments = EquatableArray.Of(new TypeReference($"global::Shop.{target}", target)) };

    public static NodeDeclaration Node(string name, IEnumerable<AttributeDeclaration> attributes, params NodeDeclaration[] children) =>
        new(new NodePath(name), name, name, TypeShape.Partial, attributes.Select(static (a, i) => a with { Index = i }).ToEquatableArray(), children.ToEquatableArray(), []);

    /// <summary>An architecture with the root <c>Shop</c>.</summary>
    public static ArchitectureDeclaration Architecture(IEnumerable<AttributeDeclaration> attributes, params NodeDeclaration[] children) =>
        new("", Place(Node("Shop", attributes, children), NodePath.Root, "global::Shop"), []);

    private static NodeDeclaration Place(NodeDeclaration node, NodePath path, string typeName) => node with
    {
        Path = path,
        TypeName = typeName,
        Children = node.Children.Select(child => Place(child, path.Child(child.Name), $"{typeName}.{child.Name}")).ToEquatableArray(),
    };

    private static ArgumentValue Constant(object? value) => new(value switch
    {
        string[] texts => texts.Select(static text => new ArgumentValue(text)).ToEquatableArray(),
        Enum member => Convert.ToInt32(member, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    });
}
