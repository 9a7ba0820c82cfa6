using System.Collections.Immutable;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.Reader;

/// <summary>Finds the place in the source that an <see cref="Origin"/> names.</summary>
public static class OriginLocator
{
    /// <summary>The class that an origin names, or null.</summary>
    /// <param name="root">The root of the architecture.</param>
    /// <param name="node">The path of the class.</param>
    public static INamedTypeSymbol? Find(INamedTypeSymbol root, NodePath node)
    {
        INamedTypeSymbol? type = root;
        foreach (string name in node.IsRoot ? [] : node.Value.Split('.'))
        {
            type = type is null ? null : Child(type, name);
        }

        return type;
    }

    /// <summary>The nested class of a name that belongs to the architecture: of generic ones beside it, those of fewer parameters come first.</summary>
    /// <param name="outer">The class around it.</param>
    /// <param name="name">Its name.</param>
    public static INamedTypeSymbol? Child(INamedTypeSymbol outer, string name)
    {
        ImmutableArray<INamedTypeSymbol> members = outer.GetTypeMembers(name);
        return members.Length < 2 ? members.FirstOrDefault() : ArchitectureReader.InOrder(members).FirstOrDefault(ArchitectureReader.IsNode);
    }

    /// <summary>The argument, the attribute, the member, or else the name of the class.</summary>
    /// <param name="root">The root of the architecture.</param>
    /// <param name="origin">The place.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static Location Locate(INamedTypeSymbol root, Origin origin, CancellationToken cancellation)
    {
        if (Find(root, origin.Node) is not { } type)
        {
            return Location.None;
        }

        // Of methods that share a name, the one that cannot stand beside a generated method comes first.
        if (origin.Member is { } name
            && type.GetMembers(name).Where(ArchitectureReader.IsWritten).OrderBy(static one => (one as IMethodSymbol)?.Parameters.Length).FirstOrDefault() is { } member)
        {
            return member.Locations[0];
        }

        IReadOnlyList<AttributeData> attributes = ArchitectureReader.Attributes(type);
        return origin.Attribute >= 0
            && origin.Attribute < attributes.Count
            && attributes[origin.Attribute].ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? (Argument(syntax, attributes[origin.Attribute], origin.Argument) ?? syntax).GetLocation()
            : Name(type, cancellation);
    }

    /// <summary>The name of a class, in the part that a person wrote.</summary>
    /// <param name="type">The class.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static Location Name(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.Locations is [var only])
        {
            return only;
        }

        // The part that a person wrote: the one with the attributes, if there is one.
        IReadOnlyList<AttributeData> attributes = ArchitectureReader.Attributes(type);
        SyntaxReference? written = attributes.Count == 0 ? null : attributes[0].ApplicationSyntaxReference;
        TypeDeclarationSyntax? part = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .OrderByDescending(syntax => syntax.SyntaxTree == written?.SyntaxTree && syntax.Span.Contains(written.Span))
            .ThenBy(static syntax => syntax.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .FirstOrDefault();
        return part?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
    }

    private static SyntaxNode? Argument(AttributeSyntax attribute, AttributeData data, string? name)
    {
        if (name is null || attribute.ArgumentList is not { } list)
        {
            return null;
        }

        int? element = null;
        if (name.EndsWith("]", StringComparison.Ordinal))
        {
            int bracket = name.IndexOf('[');
            element = int.Parse(name.Substring(bracket + 1, name.Length - bracket - 2), System.Globalization.CultureInfo.InvariantCulture);
            name = name.Substring(0, bracket);
        }

        AttributeArgumentSyntax? named = list.Arguments.FirstOrDefault(a =>
            a.NameEquals?.Name.Identifier.ValueText == name
            || (a.NameColon is { } colon && AttributeDeclaration.PascalCase(colon.Name.Identifier.ValueText) == name));
        if (named is not null)
        {
            return element is { } item ? Element(named, item) ?? named : named;
        }

        int position = data.AttributeConstructor?.Parameters.Select(static p => AttributeDeclaration.PascalCase(p.Name)).ToList().IndexOf(name) ?? -1;
        List<AttributeArgumentSyntax> positional = [.. list.Arguments.Where(static a => a.NameEquals is null && a.NameColon is null)];
        if (position < 0 || position >= positional.Count)
        {
            return null;
        }

        return element is not { } index ? positional[position]
            : Element(positional[position], index) ?? (position + index < positional.Count ? positional[position + index] : positional[position]);
    }

    private static SyntaxNode? Element(AttributeArgumentSyntax argument, int index)
    {
        IEnumerable<SyntaxNode>? items = argument.Expression switch
        {
            CollectionExpressionSyntax collection => collection.Elements,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            _ => null,
        };
        return items?.ElementAtOrDefault(index);
    }
}
