namespace ArchDsl.Model;

/// <summary>Finds the names that two stages give to a resource each, in a place where AWS has them once.</summary>
internal static class SharedNames
{
    /// <summary>The names of a stage that one declared before it has as well.</summary>
    /// <param name="declaration">What the source says, in all stages.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="stack">Its stack.</param>
    /// <param name="context">Its names.</param>
    public static IEnumerable<SharedName> Of(ArchitectureDeclaration declaration, string? stage, StackSettings stack, LoweringContext context)
    {
        List<GivenName> names = context.Names.FindAll(static name => name.Rule.Scope is not (NameScope.Cluster or NameScope.Network));
        IReadOnlyList<string?> stages = Stages.Of(declaration);
        return
        [
            .. from earlier in names.Count == 0 ? [] : stages.TakeWhile(other => other != stage)
               let root = new Node(Stages.In(declaration, earlier).Root, null)
               let other = Lowering.Stack(root, earlier, stages)
               let taken = Names(root, earlier, other.Region)
               from name in names
               where taken.Contains(name.Common) && Collide(name, stack, other)
               group (name, earlier) by name.Origin into same
               let first = same.First()
               select new SharedName(first.name.Node, first.name.Origin, first.name.Text, first.earlier!, first.name.Rule.Scope),
        ];
    }

    private static HashSet<(string What, string Text)> Names(Node root, string? stage, string? region)
    {
        LoweringContext context = new(new ArchitectureDeclaration("", root.Declaration, []), stage, region);
        foreach (Node node in root.SelfAndDescendants())
        {
            ArgumentCheck.Check(node, context);
        }

        return [.. context.Names.Select(static name => name.Common)];
    }

    // An account or a region that neither stage names may be the same.
    private static bool Collide(GivenName name, StackSettings one, StackSettings other)
    {
        bool account = one.Account == other.Account;
        bool region = one.Region == other.Region;
        return name.Rule.Scope switch
        {
            NameScope.World => (account || !name.Text.Contains("${AWS::AccountId}")) && (region || !name.Text.Contains("${AWS::Region}")),
            NameScope.Account => account && (region || !name.Text.Contains("${AWS::Region}")),
            _ => account && region,
        };
    }
}
