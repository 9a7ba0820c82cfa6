namespace ArchDsl.Model;

/// <summary>Says of each class what it becomes, for the documentation of its generated part: an editor shows it wherever the class is named.</summary>
internal sealed class Summaries
{
    private readonly AnalyzedArchitecture architecture;
    private readonly string unless;
    private readonly Dictionary<NodePath, SubnetGroup> subnets;
    private readonly ILookup<NodePath, string> users;
    private readonly ILookup<NodePath, AcceptedRisk> accepted;
    private readonly Dictionary<NodePath, NodeCost> costs;

    public Summaries(AnalyzedArchitecture architecture)
    {
        this.architecture = architecture;
        unless = Reporting.UnlessHook(architecture);
        subnets = Topology.Networks.SelectMany(static n => n.SubnetGroups).ToDictionary(static g => g.Path);
        users = Users().ToLookup(static use => use.Target, static use => use.Text);
        costs = architecture.Cost.Nodes.ToDictionary(static cost => cost.Node);
        accepted = architecture.TakenRisks.ToLookup(static risk => risk.Node);
    }

    private ArchitectureTopology Topology => architecture.Topology;

    public NodeSummary Of(NodeDeclaration node)
    {
        List<string> texts = [];
        if (node.Path.IsRoot)
        {
            texts.Add($"stack {Topology.Stack.Name ?? node.Name}{(Topology.Stack.Region is { } region ? " in " + region : "")}");
        }

        if (Topology.Network(node.Path) is { } network)
        {
            texts.Add(Reporting.Describe(network));
        }

        if (subnets.TryGetValue(node.Path, out SubnetGroup? group))
        {
            texts.Add($"{group.Kind.ToString().ToLowerInvariant()} subnets {string.Join(" and ", group.Subnets.Select(static s => s.Cidr))}");
        }

        Component? component = Topology.Component(node.Path);
        if (component is not null)
        {
            texts.Add(Kind.Of(component).Describe(component));
        }

        if (texts.Count == 0)
        {
            texts.Add($"part of {architecture.Declaration.Root.Name}");
        }

        string text = string.Join("; ", texts);
        return new NodeSummary(
            char.ToUpperInvariant(text[0]) + text.Substring(1) + ".",
            (component is null ? [] : Facts(component)).Concat(Cost(node.Path)).Concat(Hook(node.Path)).Concat(accepted[node.Path].Select(static risk => $"Accepted: {risk.Id}: {risk.Reason}")).ToEquatableArray());
    }

    private IEnumerable<string> Facts(Component component)
    {
        if (architecture.IsHooked(component.Path))
        {
            yield break;
        }

        if (component.Placement is not null)
        {
            yield return "From the internet: " + (
                architecture.Reachability.FromInternet(component) is { } way ? PathText.Of(way, architecture)
                : architecture.Reachability.FromSomeOfInternet(component) is not null ? "the admitted ranges alone" + unless
                : "no direct path" + unless) + ".";
            yield return $"Admitted: {Reporting.Admitted(component, architecture)}.";
        }
        else if (users[component.Path].Any() || component.Role == ComponentRole.DataStore)
        {
            yield return $"Used by: {string.Join(", ", users[component.Path].DefaultIfEmpty("nobody"))}.";
        }

        if (component.Encryption is { } encryption)
        {
            yield return $"Encrypted: {encryption}.";
        }
    }

    private IEnumerable<string> Cost(NodePath path) =>
        costs.TryGetValue(path, out NodeCost? cost) ? [$"Cost: {cost.Text}{(cost.Usd > 0 ? " a month" : "")}, estimated."] : [];

    private IEnumerable<string> Hook(NodePath path) => architecture.Hooks.Contains(path) ? [Reporting.NotAnalysed] : [];

    private IEnumerable<(NodePath Target, string Text)> Users() =>
        from grant in Topology.Grants
        from resource in grant.Resources
        where resource.Component is not null && resource.Component != grant.Component
        group grant by (Target: resource.Component!.Value, grant.Component) into use
        orderby use.Key.Component
        select (use.Key.Target, $"{Reporting.Name(use.Key.Component, architecture.Declaration)} ({string.Join(", ", use.SelectMany(static g => g.Actions).Distinct().OrderBy(static a => a, StringComparer.Ordinal))})");
}
