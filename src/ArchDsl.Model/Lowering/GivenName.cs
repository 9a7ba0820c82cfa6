namespace ArchDsl.Model;

/// <summary>A name that AWS gives to one resource alone.</summary>
/// <param name="Rule">What it names.</param>
/// <param name="Node">The class of the resource.</param>
/// <param name="Text">The name as written.</param>
/// <param name="Origin">The argument.</param>
internal sealed record GivenName(NameRule Rule, NodePath Node, string Text, Origin Origin)
{
    /// <summary>Refuses the second of two names that are the same where they must differ.</summary>
    public static void CheckUnique(LoweringContext context)
    {
        HashSet<((string What, string Text), NodePath Scope)> given = [];
        foreach (GivenName name in context.Names)
        {
            if (!given.Add(name.Key(context)))
            {
                NodePath other = context.Names.First(n => n.Key(context) == name.Key(context)).Node;
                context.Report<RefusedValue>(name.Origin, name.Text, $"{name.Rule.What} belongs to one alone, and {context.NameOf(other)} has this one; choose another");
            }
        }
    }

    /// <summary>What it has in common with a name that AWS takes for the same.</summary>
    public (string What, string Text) Common => (Rule.What, Rule.IgnoresCase ? Text.ToLowerInvariant() : Text);

    private ((string What, string Text), NodePath Scope) Key(LoweringContext context) => (Common, Scope(context));

    private NodePath Scope(LoweringContext context) =>
        !context.Components.TryGetValue(Node, out Component? component) ? NodePath.Root : Rule.Scope switch
        {
            NameScope.Cluster when component is FargateService service => service.Cluster,
            NameScope.Network when component.Placement is { } placement => placement.Network,
            _ => NodePath.Root,
        };
}
