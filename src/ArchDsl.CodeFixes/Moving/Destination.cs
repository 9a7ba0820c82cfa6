using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>The class that a class moves into: one that exists, or one to be made.</summary>
internal sealed class Destination
{
    /// <summary>The name of the attribute of new subnets, as it binds anywhere; the simplifier shortens it.</summary>
    public static NameSyntax IsolatedSubnet { get; } =
        SyntaxFactory.ParseName("global::ArchDsl.IsolatedSubnet").WithAdditionalAnnotations(Simplifier.Annotation);

    private Destination(INamedTypeSymbol outer, string name, NodePath path, SubnetKind kind)
    {
        Outer = outer;
        Name = name;
        Path = path;
        Kind = kind;
    }

    /// <summary>The class around it.</summary>
    public INamedTypeSymbol Outer { get; }

    public string Name { get; }

    public NodePath Path { get; }

    public SubnetKind Kind { get; }

    /// <summary>How titles call it.</summary>
    public string Title => $"{(Existing is null ? "a new " : "")}[{Kind}Subnet] {Name}";

    /// <summary>Null where it is to be made.</summary>
    public INamedTypeSymbol? Existing { get; private init; }

    public Accessibility Accessibility { get; private init; }

    /// <summary>The name that binds anywhere.</summary>
    public string TypeName =>
        Existing?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        ?? $"{Outer.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Name}";

    /// <summary>Of the subnets of a kind in a network, those that stand nearest: in the tree of classes first, then in the file.</summary>
    public static Destination? Nearest(Diagnosis diagnosis, ArchitectureTopology topology, NodePath network, SubnetKind kind, NodePath to)
    {
        Location place = OriginLocator.Locate(diagnosis.Root, new Origin(to), CancellationToken.None);
        return topology.Network(network)!.SubnetGroups
            .Where(group => group.Kind == kind && topology.Component(group.Path) is null)
            .OrderByDescending(group => Shared(group.Path, to))
            .ThenBy(Distance)
            .Select(group => Of(diagnosis, group))
            .FirstOrDefault();

        int Distance(SubnetGroup group) =>
            OriginLocator.Locate(diagnosis.Root, group.Origin, CancellationToken.None) is { } other && other.SourceTree == place.SourceTree
                ? Math.Abs(other.SourceSpan.Start - place.SourceSpan.Start)
                : int.MaxValue;
    }

    private static Destination Of(Diagnosis diagnosis, SubnetGroup group)
    {
        INamedTypeSymbol type = OriginLocator.Find(diagnosis.Root, group.Path)!;
        return new(type.ContainingType ?? type, type.Name, group.Path, group.Kind) { Existing = type, Accessibility = type.DeclaredAccessibility };
    }

    /// <summary>New isolated subnets beside a class, under a name that means nothing else there.</summary>
    public static async Task<Destination> NewIsolatedAsync(
        Diagnosis diagnosis, INamedTypeSymbol beside, NodePath outer, CancellationToken cancellation)
    {
        Compilation compilation = (await diagnosis.Project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        SyntaxReference declaration = beside.DeclaringSyntaxReferences.First(diagnosis.IsWritten);
        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
        string name = "Isolated";
        for (int i = 2; name == diagnosis.Type.Name || model.LookupSymbols(declaration.Span.Start, name: name).Length > 0; i++)
        {
            name = "Isolated" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new(beside.ContainingType, name, outer.Child(name), SubnetKind.Isolated) { Accessibility = beside.DeclaredAccessibility };
    }

    /// <summary>Whether a class is the destination or around it.</summary>
    public bool IsIn(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? around = Existing ?? Outer; around is not null; around = around.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(around, type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first lines of the classes to write around something so that it stands in the destination, the innermost first.</summary>
    /// <param name="host">The class whose body the outermost is written in.</param>
    public IEnumerable<string> HeadersBelow(INamedTypeSymbol host)
    {
        yield return Header(Accessibility, Existing is null ? Name : Escaped(Existing));
        for (INamedTypeSymbol around = Outer; !SymbolEqualityComparer.Default.Equals(around, host); around = around.ContainingType)
        {
            yield return Header(around.DeclaredAccessibility, Escaped(around));
        }
    }

    private static string Header(Accessibility accessibility, string name) => $"{SyntaxFacts.GetText(accessibility)} partial class {name}";

    private static string Escaped(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static int Shared(NodePath one, NodePath other) =>
        one.Value.Split('.').Zip(other.Value.Split('.'), static (a, b) => a == b).TakeWhile(static same => same).Count();
}
