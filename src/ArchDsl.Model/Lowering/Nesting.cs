namespace ArchDsl.Model;

/// <summary>What a class must be to become a construct, and which attributes may stand on it together.</summary>
internal static class Nesting
{
    /// <summary>Checks a class.</summary>
    public static void Check(Node node, LoweringContext context)
    {
        Origin self = new(node.Path);
        TypeShape shape = node.Declaration.Shape;
        if (!shape.HasFlag(TypeShape.Partial))
        {
            context.Report<NotPartial>(self, node.Name);
        }

        if ((shape & (TypeShape.Unsupported | TypeShape.Hidden | TypeShape.OtherBase | TypeShape.PrimaryConstructor | TypeShape.OwnConstructor)) != 0)
        {
            context.Report<UnsupportedClass>(self, node.Name, Reason(shape, node));
        }

        if (ReservedNames.Contains(node))
        {
            context.Report<ReservedName>(self, node.Name);
        }

        foreach (string member in ReservedNames.Members(node, context.Stage))
        {
            context.Report<ReservedName>(self with { Member = member }, member);
        }

        foreach (Written second in node.Attributes.Where(static a => Kind.Of(a.Attribute) is not null).Skip(1))
        {
            context.Report<TwoResources>(second.Origin, node.Name, second.Declaration.DisplayName);
        }

        if (node.SelfAndAncestors().Skip(1).FirstOrDefault(IsComponent) is { } outer && node.Attributes.FirstOrDefault(IsStructure) is { } inner)
        {
            context.Report<WrongNesting>(inner.Origin, inner.Declaration.DisplayName, $"inside {outer.Name}, which is a resource; nest it in a class that is none");
        }

        if (node.Get<VpcAttribute>() is { } vpc && node.SelfAndAncestors().Skip(1).FirstOrDefault(static n => n.Get<VpcAttribute>() is not null) is { } network)
        {
            context.Report<WrongNesting>(vpc.Origin, vpc.Declaration.DisplayName, $"inside {network.Name}, which is a VPC already; put the two beside each other");
        }

        if (node.Get<VpcEndpointAttribute>() is { } endpoint && node.Get<VpcAttribute>() is null)
        {
            context.Report<WrongNesting>(endpoint.Origin, endpoint.Declaration.DisplayName, $"on {node.Name}, which is no [Vpc]");
        }

        ArgumentCheck.Check(node, context);
        CheckModifiers(node, context);
        CheckRepetition(node, context);
        CheckTags(node, context);
    }

    private static bool IsComponent(Node node) => node.Attributes.Any(static a => Kind.Of(a.Attribute) is not null);

    private static bool IsStructure(Written written) => Kind.Of(written.Attribute) is not null || written.Attribute is VpcAttribute or SubnetAttribute;

    private static string Reason(TypeShape shape, Node node) =>
        shape.HasFlag(TypeShape.Hidden) ? "it is private or protected, so that the stack could not name it"
        : shape.HasFlag(TypeShape.OtherBase) ? "it derives from another class"
        : shape.HasFlag(TypeShape.PrimaryConstructor) ? $"it has a primary constructor, which the generated one cannot call; write one that calls the generated one with : this({Generated(node)})"
        : shape.HasFlag(TypeShape.OwnConstructor) ? $"it has a constructor that does not call the generated one; end its head on : this({Generated(node)})"
        : "it is static, abstract, generic, a record or file-local";

    private static string Generated(Node node) => node.Parent is null ? "scope, id, props: null" : "scope, root";

    // C# lets every attribute be repeated, since one for each stage may be needed.
    private static void CheckRepetition(Node node, LoweringContext context)
    {
        foreach (Written second in node.Repeated)
        {
            context.Report<SaidTwice>(second.Origin, second.Declaration.DisplayName, node.Name);
        }

        if (node.Parent is not null && node.Get<StageAttribute>() is { } stage)
        {
            context.Report<WrongNesting>(stage.Origin, stage.Declaration.DisplayName, $"on {node.Name}; stages are declared on the top-level class");
        }

        if (node.Parent is not null && node.Get<BudgetAttribute>() is { } budget)
        {
            context.Report<WrongNesting>(budget.Origin, budget.Declaration.DisplayName, $"on {node.Name}; a budget is one for all of the architecture, on the top-level class");
        }
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html: the keys on a role, which code and flow logs have, differ in more than case.
    private static void CheckTags(Node node, LoweringContext context)
    {
        if (!node.SelfAndDescendants().Any(static below => below.Attributes.Any(static a => a.Attribute is FargateAttribute or Ec2Attribute or VpcAttribute)))
        {
            return;
        }

        List<(string Key, string Class)> around = [.. node.SelfAndAncestors().Skip(1).SelectMany(static outer => outer.All<TagAttribute>().Select(tag => (tag.Attribute.Key, outer.Name)))];
        foreach (Written<TagAttribute> tag in node.All<TagAttribute>())
        {
            string key = tag.Attribute.Key;
            if (around.Find(other => other.Key.Equals(key, StringComparison.OrdinalIgnoreCase) && other.Key != key) is { Key: { } same, Class: var owner })
            {
                context.Report<RefusedValue>(tag.At(nameof(TagAttribute.Key)), key, $"{owner} has the tag '{same}', and IAM takes no two keys that differ in case alone; write '{same}'");
            }

            around.Add((key, node.Name));
        }
    }

    // Attributes that belong to some kinds alone are checked against the kind of the class that they stand on.
    private static void CheckModifiers(Node node, LoweringContext context)
    {
        Kind? kind = node.Attributes.Select(static a => Kind.Of(a.Attribute)).FirstOrDefault(static k => k is not null);
        foreach (Written written in node.Attributes.Where(static a => a.Attribute is ModifierAttribute))
        {
            if (kind is null || !kind.Modifiers.Any(type => type.IsInstanceOfType(written.Attribute)))
            {
                context.Report<WrongNesting>(written.Origin, written.Declaration.DisplayName, kind is null
                    ? $"on {node.Name}, which is no resource"
                    : $"on {node.Name}, where it means nothing");
            }
        }
    }
}
