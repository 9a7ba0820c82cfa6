using ArchDsl.CodeFixes.Moving;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Moves the class at fault into isolated subnets: those that its VPC has, or new ones beside the subnets that it leaves.</summary>
internal static class MoveToIsolatedSubnet
{
    public static async Task<Offer?> OfferAsync(Diagnosis diagnosis, string key, CancellationToken cancellation)
    {
        ArchitectureTopology topology = diagnosis.Lower(diagnosis.Declaration);
        if (topology.Component(diagnosis.Node) is not { } component || topology.SubnetGroup(component) is not { } subnets)
        {
            return null;
        }

        // Where the class is itself the subnets, or the VPC is, there is nothing to move out of: the subnets change their kind.
        if (subnets.Path == component.Path || subnets.Path == subnets.Network)
        {
            return Isolate(diagnosis, topology, subnets, key, cancellation);
        }

        INamedTypeSymbol left = OriginLocator.Find(diagnosis.Root, subnets.Path)!;
        Destination destination = Destination.Nearest(diagnosis, topology, subnets.Network, SubnetKind.Isolated, subnets.Path)
            ?? await Destination.NewIsolatedAsync(diagnosis, left, subnets.Path.Parent, cancellation).ConfigureAwait(false);
        return await ClassMove.MoveAsync(diagnosis, destination, cancellation).ConfigureAwait(false) is { } moved
            ? new Offer(key, $"Move {diagnosis.Type.Name} into {destination.Title}", _ => Task.FromResult(moved))
            : null;
    }

    // [PublicSubnet("10.0.1.0/24")] becomes [IsolatedSubnet("10.0.1.0/24")], unless others stand there who need the way out.
    private static Offer? Isolate(
        Diagnosis diagnosis, ArchitectureTopology topology, SubnetGroup subnets, string key, CancellationToken cancellation)
    {
        ArchitectureDeclaration isolated = diagnosis.Declaration.With(subnets.Path, node => node with
        {
            Attributes = node.Attributes
                .Select(attribute => attribute.Index == subnets.Origin.Attribute ? attribute with { Name = "IsolatedSubnet" } : attribute)
                .ToEquatableArray(),
        });
        return topology.Components.All(other => other.Path == diagnosis.Node || other.Placement?.SubnetGroup != subnets.Path)
            && diagnosis.IsCuredIn(isolated)
            && diagnosis.Syntax<AttributeSyntax>([subnets.Origin], cancellation).FirstOrDefault() is { } attribute
            && diagnosis.Solution.GetDocument(attribute.SyntaxTree) is { } document
                ? new Offer(key, $"Replace [{attribute.Name}] by [IsolatedSubnet]", token => ReplaceAsync(document, attribute.Name, token))
                : null;
    }

    private static async Task<Solution> ReplaceAsync(Document document, NameSyntax name, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        document = document.WithSyntaxRoot(root.ReplaceNode(name, Destination.IsolatedSubnet.WithTriviaFrom(name)));
        document = await Simplifier.ReduceAsync(document, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        return document.Project.Solution;
    }
}
