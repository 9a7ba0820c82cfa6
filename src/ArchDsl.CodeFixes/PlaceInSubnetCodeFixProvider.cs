using System.Collections.Immutable;
using System.Composition;
using ArchDsl.CodeFixes.Moving;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ArchDsl.CodeFixes;

/// <summary>
/// Places a networked class that stands outside every subnet (ARCH0003): a data store in isolated or private subnets, new ones if there
/// are none; anything else wherever its author says.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaceInSubnetCodeFixProvider)), Shared]
public sealed class PlaceInSubnetCodeFixProvider : ArchitectureCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["ARCH0003"];

    internal override async Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation)
    {
        // Outside subnets it is nothing yet; on subnets of its own it would be what its attribute says.
        ArchitectureTopology topology = diagnosis.Lower(diagnosis.Declaration);
        ArchitectureDeclaration flat = diagnosis.Declaration.With(diagnosis.Node, static node => node with
        {
            Attributes = node.Attributes.Append(new AttributeDeclaration("IsolatedSubnet", node.Attributes.Count, [], [])).ToEquatableArray(),
        });
        bool isStore = diagnosis.Lower(flat).Component(diagnosis.Node)?.Role == ComponentRole.DataStore;
        if (topology.Network(diagnosis.Node) is not null)
        {
            return isStore && diagnosis.IsCuredIn(flat)
                ? [.. from attribute in diagnosis.Syntax<AttributeSyntax>([diagnosis.Finding.Place.Origin], cancellation)
                      where Diagnosis.IsWhole(attribute.SyntaxTree, cancellation)
                      let document = diagnosis.Solution.GetDocument(attribute.SyntaxTree)
                      select new Offer(
                          Key(SubnetKind.Isolated),
                          $"Put [IsolatedSubnet] on {diagnosis.Type.Name}",
                          token => AddAttributeAsync(document, attribute, token))]
                : [];
        }

        return topology.Networks.LastOrDefault(network => IsIn(diagnosis.Node, network.Path)) is { } vpc
            ? await MovesAsync(diagnosis, topology, vpc, isStore, cancellation).ConfigureAwait(false)
            : [];
    }

    private static async Task<IReadOnlyList<Offer>> MovesAsync(
        Diagnosis diagnosis, ArchitectureTopology topology, Network vpc, bool isStore, CancellationToken cancellation)
    {
        SubnetKind[] kinds = isStore ? [SubnetKind.Isolated, SubnetKind.Private] : [SubnetKind.Public, SubnetKind.Private, SubnetKind.Isolated];
        List<Destination> destinations =
        [
            .. from kind in kinds
               let nearest = Destination.Nearest(diagnosis, topology, vpc.Path, kind, diagnosis.Node)
               where nearest is not null
               select nearest,
        ];
        if (isStore && destinations.Count == 0)
        {
            destinations.Add(
                await Destination.NewIsolatedAsync(diagnosis, diagnosis.Type, diagnosis.Node.Parent, cancellation).ConfigureAwait(false));
        }

        List<Offer> offers = [];
        foreach (Destination destination in destinations)
        {
            if (await ClassMove.MoveAsync(diagnosis, destination, cancellation).ConfigureAwait(false) is { } moved)
            {
                string title = $"Move {diagnosis.Type.Name} into {destination.Title}";
                offers.Add(new Offer(Key(destination.Kind), title, _ => Task.FromResult(moved)));
            }
        }

        return offers;
    }

    private static async Task<Solution> AddAttributeAsync(Document document, AttributeSyntax resource, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        AttributeSyntax subnet = SyntaxFactory.Attribute(Destination.IsolatedSubnet).WithAdditionalAnnotations(Formatter.Annotation);
        document = document.WithSyntaxRoot(root.InsertNodesBefore(resource, [subnet]));
        document = await Simplifier.ReduceAsync(document, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        document = await Formatter.FormatAsync(document, Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        return document.Project.Solution;
    }

    private static string Key(SubnetKind kind) => "ARCH0003." + kind;

    private static bool IsIn(NodePath node, NodePath network) =>
        network.IsRoot || node.Value.StartsWith(network.Value + ".", StringComparison.Ordinal);
}
