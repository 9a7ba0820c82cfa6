namespace ArchDsl.Model;

/// <summary>The stages of an architecture, and what the source says in each of them.</summary>
public static class Stages
{
    private const string StageName = "Stage";

    /// <summary>The names of the declared stages, the default one first; a single null where none is declared.</summary>
    public static IReadOnlyList<string?> Of(ArchitectureDeclaration declaration)
    {
        List<string?> names = [.. Written(declaration).Select(static stage => stage.Name).Where(IsName).Distinct()];
        return names.Count == 0 ? [null] : names;
    }

    /// <summary>The stages as written, some perhaps with names that no stage can have.</summary>
    internal static IEnumerable<(AttributeDeclaration Attribute, string Name)> Written(ArchitectureDeclaration declaration) =>
        from attribute in declaration.Root.Attributes
        where attribute.Name == StageName
        let name = attribute.Arguments.FirstOrDefault(static a => a.Name == nameof(StageAttribute.Name))?.Value.Value as string
        where name is not null
        select (attribute, name);

    /// <summary>Whether a stage can have a name: a letter, then letters, digits and hyphens.</summary>
    internal static bool IsName(string name) =>
        name.Length > 0 && name.All(static c => c < 128 && (char.IsLetterOrDigit(c) || c == '-')) && char.IsLetter(name[0]);

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

    /// <summary>The attributes that say what one before them says already.</summary>
    internal static IReadOnlyList<AttributeDeclaration> Repeated(IReadOnlyList<AttributeDeclaration> attributes)
    {
        HashSet<(string Name, EquatableArray<TypeReference> TypeArguments, string? Identity)> said = [];
        return [.. attributes.Where(attribute => !said.Add((attribute.Name, attribute.TypeArguments, AttributeBinder.Bind(attribute)?.Identity)))];
    }

    // Whether two attributes of a class are about the same thing.
    private static bool SameThing(AttributeDeclaration one, AttributeDeclaration other) =>
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
