using ArchDsl.Model;

namespace ArchDsl.CodeFixes;

/// <summary>Changes what an architecture says, to learn what would become of it before any source is touched.</summary>
internal static class DeclarationEdits
{
    /// <summary>The architecture with one class changed.</summary>
    public static ArchitectureDeclaration With(
        this ArchitectureDeclaration architecture, NodePath path, Func<NodeDeclaration, NodeDeclaration> change)
    {
        return architecture with { Root = Edit(architecture.Root) };

        NodeDeclaration Edit(NodeDeclaration node) =>
            node.Path == path ? change(node) : node with { Children = node.Children.Select(Edit).ToEquatableArray() };
    }

    /// <summary>Whether there are more faults in the use of the language than in another architecture, by any of the rules, over all stages.</summary>
    public static bool HasMoreFaultsThan(this ArchitectureDeclaration architecture, ArchitectureDeclaration other)
    {
        ILookup<string, Finding> faults = other.Faults();
        return architecture.Faults().Any(rule => rule.Count() > faults[rule.Key].Count());
    }

    private static ILookup<string, Finding> Faults(this ArchitectureDeclaration architecture) =>
        Stages.Of(architecture).SelectMany(stage => Lowering.Lower(architecture, stage).Findings).ToLookup(static finding => finding.RuleId);

    /// <summary>The places of a finding with a cure.</summary>
    public static IEnumerable<Origin> PlacesOf(this Finding finding, Cure cure) =>
        finding.Places.Where(place => place.Cure == cure).Select(static place => place.Origin).Distinct();

    /// <summary>
    /// The architecture without some attributes and arguments. The others keep their numbers, so that findings still point into the source.
    /// </summary>
    public static ArchitectureDeclaration Without(this ArchitectureDeclaration architecture, IEnumerable<Origin> places) =>
        places.Aggregate(architecture, static (architecture, place) => architecture.With(place.Node, node => node with
        {
            Attributes = node.Attributes
                .Where(attribute => attribute.Index != place.Attribute || place.Argument is not null)
                .Select(attribute => attribute.Index != place.Attribute ? attribute : attribute with
                {
                    Arguments = attribute.Arguments.Where(argument => argument.Name != place.Argument).ToEquatableArray(),
                })
                .ToEquatableArray(),
        }));
}
