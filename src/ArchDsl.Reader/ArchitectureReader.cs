using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.Reader;

/// <summary>Reads what the source says of an architecture. The one place that knows how attributes look to the compiler.</summary>
public static class ArchitectureReader
{
    private const string AttributeBase = "ArchDslAttribute";
    private const string Namespace = "ArchDsl";

    /// <summary>Whether a class carries an attribute of the language.</summary>
    public static bool HasAttribute(INamedTypeSymbol type) => type.GetAttributes().Any(IsArchDsl);

    /// <summary>The ArchDsl attributes of a class, by file and position, whatever the order of files.</summary>
    public static IReadOnlyList<AttributeData> Attributes(INamedTypeSymbol type) =>
    [
        .. type.GetAttributes().Where(IsArchDsl)
            .OrderBy(static a => a.ApplicationSyntaxReference?.SyntaxTree.FilePath.Replace('\\', '/'), StringComparer.Ordinal)
            .ThenBy(static a => a.ApplicationSyntaxReference?.Span.Start),
    ];

    /// <summary>The outermost class around a class: the root of its architecture.</summary>
    public static INamedTypeSymbol RootOf(INamedTypeSymbol type) => type.ContainingType is { } outer ? RootOf(outer) : type;

    /// <summary>Reads an architecture.</summary>
    /// <param name="root">The top-level class.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The declaration, without the files that it names; null where neither the class nor one nested in it has an attribute of the language.</returns>
    public static ArchitectureDeclaration? Read(INamedTypeSymbol root, CancellationToken cancellation) =>
        HasName(root.ContainingNamespace) && ReadNode(root, NodePath.Root, cancellation) is { } node
            ? new ArchitectureDeclaration(root.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(QualifiedName) : "", node, [])
            : null;

    private static readonly SymbolDisplayFormat QualifiedName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    // Half-typed source has namespaces and classes without names.
    private static bool HasName(INamespaceSymbol space) => space.IsGlobalNamespace || space.Name.Length > 0 && HasName(space.ContainingNamespace);

    private static NodeDeclaration? ReadNode(INamedTypeSymbol type, NodePath path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (type.Name.Length == 0)
        {
            return null;
        }

        EquatableArray<AttributeDeclaration> attributes = Attributes(type).Select(ReadAttribute).ToEquatableArray();
        EquatableArray<NodeDeclaration> children = type.GetTypeMembers()
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .ThenBy(static member => member.Arity)
            .Select(member => ReadNode(member, path.Child(member.Name), cancellation))
            .OfType<NodeDeclaration>()
            .GroupBy(static child => child.Name)
            .Select(static group => group.First())
            .ToEquatableArray();
        return attributes.Count == 0 && children.Count == 0 ? null : new NodeDeclaration(
            path,
            type.Name,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Shape(type),
            attributes,
            children,
            type.GetMembers().Where(static member => !member.IsImplicitlyDeclared && member is not IMethodSymbol).Select(static member => member.Name).Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    private static bool IsArchDsl(AttributeData attribute)
    {
        for (INamedTypeSymbol? type = attribute.AttributeClass?.BaseType; type is not null; type = type.BaseType)
        {
            if (type is { Name: AttributeBase, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static AttributeDeclaration ReadAttribute(AttributeData attribute, int index)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        IEnumerable<ArgumentDeclaration> positional = attribute.AttributeConstructor is { } constructor
            ? constructor.Parameters.Zip(attribute.ConstructorArguments, static (p, value) => Argument(AttributeDeclaration.PascalCase(p.Name), value)).OfType<ArgumentDeclaration>()
            : [];
        IEnumerable<ArgumentDeclaration> named = attribute.NamedArguments.Select(static pair => Argument(pair.Key, pair.Value)).OfType<ArgumentDeclaration>();
        return new AttributeDeclaration(
            AttributeDeclaration.NameOf(type.OriginalDefinition.MetadataName),
            index,
            type.TypeArguments.Select(Reference).ToEquatableArray(),
            positional.Concat(named).ToEquatableArray());
    }

    private static ArgumentDeclaration? Argument(string name, TypedConstant value) =>
        value.Kind == TypedConstantKind.Error ? null : new ArgumentDeclaration(name, Value(value));

    private static ArgumentValue Value(TypedConstant constant) => new(constant.Kind switch
    {
        TypedConstantKind.Array when constant.IsNull => null,
        TypedConstantKind.Array => constant.Values.Select(Value).ToEquatableArray(),
        TypedConstantKind.Type => constant.Value is ITypeSymbol type ? Reference(type) : null,
        TypedConstantKind.Error => null,
        _ => constant.Value,
    });

    private static TypeReference Reference(ITypeSymbol type) => new(
        type.TypeKind == TypeKind.Error ? "" : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.Name);

    private static TypeShape Shape(INamedTypeSymbol type)
    {
        TypeShape shape = TypeShape.None;
        if (type.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            shape |= TypeShape.Partial;
        }

        if (type.TypeKind != TypeKind.Class || type.IsStatic || type.IsAbstract || type.Arity > 0 || type.IsRecord || type.IsFileLocal)
        {
            shape |= TypeShape.Unsupported;
        }

        if (type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
        {
            shape |= TypeShape.Hidden;
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object } baseType && !IsCdkBase(type, baseType))
        {
            shape |= TypeShape.OtherBase;
        }

        if (type.GetMembers("Configure").Concat(type.GetMembers("Created")).Any(IsImplementedHook))
        {
            shape |= TypeShape.Hooked;
        }

        return shape;
    }

    // The generated part derives from these; the user's part may say so too.
    private static bool IsCdkBase(INamedTypeSymbol type, INamedTypeSymbol baseType) =>
        baseType.ToDisplayString(QualifiedName) == (type.ContainingType is null ? "Amazon.CDK.Stack" : "Constructs.Construct");

    // Before the generator has run a hook is a mere implementation; afterwards it is the other half of a definition.
    private static bool IsImplementedHook(ISymbol member) =>
        member is IMethodSymbol method && (method.PartialImplementationPart is not null || !method.IsPartialDefinition);
}
