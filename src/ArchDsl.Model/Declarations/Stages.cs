namespace ArchDsl.Model;

/// <summary>The stages of an architecture, and what the source says in each of them.</summary>
public static class Stages
{
    private const string StageName = "Stage";

    /// <summary>The names of the declared stages, the default one first; a single null where none is declared.</summary>
    public static IReadOnlyList<string?> Of(ArchitectureDeclaration declaration)
    {
        List<string?> names = [.. declaration.Root.Attributes
            .Where(static a => a.Name == StageName)
            .Select(static a => a.Arguments.FirstOrDefault(static argument => argument.Name == nameof(StageAttribute.Name))?.Value.Value as string)
            .Where(static name => !string.IsNullOrEmpty(name))
            .Distinct()];
        return names.Count == 0 ? [null] : names;
    }

    /// <summary>The architecture in one stage: attributes for other stages are gone, those for this one are laid over the others.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <param name="stage">The stage; null where none is declared.</param>
    public static ArchitectureDeclaration In(ArchitectureDeclaration declaration, string? stage) => declaration with { Root = In(declaration.Root, stage) };

    private static NodeDeclaration In(NodeDeclaration node, string? stage) => node with
    {
        Attributes = node.Attributes.All(static a => a.Stage is null) ? node.Attributes : In(node.Attributes, stage),
        Children = node.Children.Select(child => In(child, stage)).ToEquatableArray(),
    };

    private static EquatableArray<AttributeDeclaration> In(EquatableArray<AttributeDeclaration> attributes, string? stage)
    {
        List<AttributeDeclaration> effective = [.. attributes.Where(static a => a.Stage is null)];
        foreach (AttributeDeclaration overlay in attributes.Where(a => a.Stage is not null && a.Stage == stage))
        {
            int target = effective.FindIndex(a => SameThing(a, overlay));
            if (target < 0)
            {
                effective.Add(overlay);
            }
            else
            {
                effective[target] = Lay(overlay, effective[target]);
            }
        }

        return effective.ToEquatableArray();
    }

    /// <summary>Whether two attributes of a class are about the same thing.</summary>
    internal static bool SameThing(AttributeDeclaration one, AttributeDeclaration other) =>
        one.Name == other.Name
        && one.TypeArguments == other.TypeArguments
        && AttributeBinder.Bind(one)?.Identity == AttributeBinder.Bind(other)?.Identity;

    private static AttributeDeclaration Lay(AttributeDeclaration overlay, AttributeDeclaration target)
    {
        HashSet<string> set = [.. overlay.Arguments.Select(static a => a.Name)];
        return target with
        {
            Arguments = target.Arguments.Where(a => !set.Contains(a.Name))
                .Concat(overlay.Arguments.Where(static a => a.Name != nameof(ArchDslAttribute.Stage)).Select(a => a with { Overlay = overlay.Index }))
                .ToEquatableArray(),
        };
    }
}
