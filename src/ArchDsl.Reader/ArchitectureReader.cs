using System.Collections.Immutable;
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

    // The folder of what the generator writes, as the compiler names it.
    private const string Generator = "ArchDsl.Generators.ArchitectureGenerator";

    /// <summary>Whether a class carries an attribute of the language.</summary>
    public static bool HasAttribute(INamedTypeSymbol type) => type.GetAttributes().Any(IsArchDsl);

    /// <summary>Whether a class belongs to an architecture: it, or one nested in it, carries an attribute of the language.</summary>
    public static bool IsNode(INamedTypeSymbol type) => HasAttribute(type) || type.GetTypeMembers().Any(IsNode);

    /// <summary>The ArchDsl attributes of a class, by file and position, whatever the order of files.</summary>
    public static IReadOnlyList<AttributeData> Attributes(INamedTypeSymbol type)
    {
        List<AttributeData> attributes = [];
        bool isOneFile = true;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (IsArchDsl(attribute))
            {
                isOneFile &= attributes.Count == 0 || attribute.ApplicationSyntaxReference?.SyntaxTree == attributes[0].ApplicationSyntaxReference?.SyntaxTree;
                attributes.Add(attribute);
            }
        }

        // The compiler gives those of one file in their order. The common case pays for no sorting: this runs on every edit.
        return isOneFile ? attributes :
        [
            .. attributes
                .OrderBy(static a => a.ApplicationSyntaxReference?.SyntaxTree.FilePath.Replace('\\', '/'), StringComparer.Ordinal)
                .ThenBy(static a => a.ApplicationSyntaxReference?.Span.Start),
        ];
    }

    /// <summary>The outermost class around a class: the root of its architecture.</summary>
    public static INamedTypeSymbol RootOf(INamedTypeSymbol type) => type.ContainingType is { } outer ? RootOf(outer) : type;

    /// <summary>Reads an architecture.</summary>
    /// <param name="root">The top-level class.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The declaration, without the files that it names; null where neither the class nor one nested in it has an attribute of the language.</returns>
    public static ArchitectureDeclaration? Read(INamedTypeSymbol root, CancellationToken cancellation) =>
        HasName(root.ContainingNamespace) && ReadNode(root, NodePath.Root, Display(root, SymbolDisplayFormat.FullyQualifiedFormat), cancellation) is { } node
            ? new ArchitectureDeclaration(root.ContainingNamespace is { IsGlobalNamespace: false } space ? Display(space, QualifiedName) : "", node, [])
            : null;

    private static readonly SymbolDisplayFormat QualifiedName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    // Half-typed source has namespaces and classes without names.
    private static bool HasName(INamespaceSymbol space) => space.IsGlobalNamespace || space.Name.Length > 0 && HasName(space.ContainingNamespace);

    private static NodeDeclaration? ReadNode(INamedTypeSymbol type, NodePath path, string typeName, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (type.Name.Length == 0)
        {
            return null;
        }

        List<AttributeDeclaration> attributes = [];
        foreach (AttributeData attribute in Attributes(type))
        {
            attributes.Add(ReadAttribute(attribute, attributes.Count));
        }

        List<NodeDeclaration> children = ReadChildren(type, path, typeName, cancellation);
        return attributes.Count == 0 && children.Count == 0
            ? null
            : new NodeDeclaration(path, type.Name, typeName, Shape(type, cancellation), attributes.ToEquatableArray(), children.ToEquatableArray(), Members(type));
    }

    /// <summary>Classes, those of fewer type parameters first: of several with one name the first is the one that counts.</summary>
    internal static IEnumerable<INamedTypeSymbol> InOrder(ImmutableArray<INamedTypeSymbol> types) =>
        types.Any(static type => type.Arity > 0) ? types.OrderBy(static type => type.Arity) : types;

    private static List<NodeDeclaration> ReadChildren(INamedTypeSymbol type, NodePath path, string typeName, CancellationToken cancellation)
    {
        List<NodeDeclaration> children = [];
        foreach (INamedTypeSymbol member in InOrder(type.GetTypeMembers()))
        {
            string name = member.Arity == 0 && SyntaxFacts.GetKeywordKind(member.Name) == SyntaxKind.None && !IsLowerCase(member)
                ? typeName + "." + member.Name
                : Display(member, SymbolDisplayFormat.FullyQualifiedFormat);
            if (children.All(child => child.Name != member.Name) && ReadNode(member, path.Child(member.Name), name, cancellation) is { } child)
            {
                children.Add(child);
            }
        }

        children.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return children;
    }

    // Most classes have none: they pay for nothing, since this runs on every edit.
    private static EquatableArray<MemberDeclaration> Members(INamedTypeSymbol type)
    {
        List<MemberDeclaration>? members = null;
        foreach (ISymbol member in type.GetMembers())
        {
            if (IsWritten(member))
            {
                (members ??= []).Add(new MemberDeclaration(member.Name, member is not IMethodSymbol method ? null : method.Parameters.Length > 0 ? method.Parameters.Length : -method.Arity));
            }
        }

        if (members is null)
        {
            return default;
        }

        members.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name) is var order and not 0 ? order : Nullable.Compare(one.Parameters, other.Parameters));
        for (int i = members.Count - 1; i > 0; i--)
        {
            if (members[i] == members[i - 1])
            {
                members.RemoveAt(i);
            }
        }

        return members.ToEquatableArray();
    }

    /// <summary>
    /// Whether somebody wrote a member of their own: it is no hook, and has a name to refer to it by, as constructors and accessors have not.
    /// </summary>
    internal static bool IsWritten(ISymbol member) =>
        member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } and not IMethodSymbol { Name: "Configure" or "Created" } && !IsGenerated(member);

    // Analyzers see what was generated. Where it stands says so for less than its attributes, which the compiler would have to bind.
    private static bool IsGenerated(ISymbol member)
    {
        foreach (Location location in member.Locations)
        {
            if (location.SourceTree?.FilePath.Contains(Generator) != true)
            {
                return false;
            }
        }

        return true;
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
        List<ArgumentDeclaration> arguments = [];
        if (attribute.AttributeConstructor is { } constructor)
        {
            int count = Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length);
            for (int i = 0; i < count; i++)
            {
                Add(AttributeDeclaration.PascalCase(constructor.Parameters[i].Name), attribute.ConstructorArguments[i]);
            }
        }

        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            Add(named.Key, named.Value);
        }

        return new AttributeDeclaration(
            AttributeDeclaration.NameOf(type.MetadataName),
            index,
            type.Arity == 0 ? default : type.TypeArguments.Select(Reference).ToEquatableArray(),
            arguments.ToEquatableArray());

        void Add(string name, TypedConstant value)
        {
            if (value.Kind != TypedConstantKind.Error)
            {
                arguments.Add(new ArgumentDeclaration(name, Value(value)));
            }
        }
    }

    private static ArgumentValue Value(TypedConstant constant) => new(constant.Kind switch
    {
        TypedConstantKind.Array when constant.IsNull => null,
        TypedConstantKind.Array => constant.Values.Select(Value).ToEquatableArray(),
        TypedConstantKind.Type => constant.Value is ITypeSymbol type ? Reference(type) : null,
        TypedConstantKind.Error => null,
        _ => constant.Value,
    });

    private static TypeReference Reference(ITypeSymbol type) => new(
        type.TypeKind == TypeKind.Error ? "" : Display(type, SymbolDisplayFormat.FullyQualifiedFormat),
        type is INamedTypeSymbol { Arity: 0 } or { TypeKind: TypeKind.Error } ? type.Name : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));

    // A display escapes the words that are always keywords; a type cannot be declared with some of the others either, nor with those to come.
    private static string Display(ISymbol symbol, SymbolDisplayFormat format)
    {
        for (ISymbol? outer = symbol; outer is not null; outer = outer.ContainingType)
        {
            if (IsLowerCase(outer))
            {
                return string.Concat(symbol.ToDisplayParts(format).Select(static part => part.Symbol is { } named && part.ToString() == named.Name && IsLowerCase(named) ? "@" + named.Name : part.ToString()));
            }
        }

        return symbol.ToDisplayString(format);
    }

    private static bool IsLowerCase(ISymbol symbol)
    {
        if (symbol is not INamedTypeSymbol { SpecialType: SpecialType.None })
        {
            return false;
        }

        foreach (char c in symbol.Name)
        {
            if (c is < 'a' or > 'z')
            {
                return false;
            }
        }

        return true;
    }

    private static TypeShape Shape(INamedTypeSymbol type, CancellationToken cancellation)
    {
        TypeShape shape = TypeShape.None;
        if (type.DeclaringSyntaxReferences.All(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)))
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

        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            shape |= constructor.IsImplicitlyDeclared || IsGenerated(constructor) ? TypeShape.None : constructor.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).FirstOrDefault() switch
            {
                TypeDeclarationSyntax => TypeShape.PrimaryConstructor,
                ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer } => TypeShape.None,
                _ => TypeShape.OwnConstructor,
            };
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
