using ArchDsl.Cli.Drawing;
using ArchDsl.Cli.Explaining;
using ArchDsl.Cli.Input;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Viewing;

/// <summary>Gathers what the page knows.</summary>
internal static class ViewDataBuilder
{
    // Nobody reads more of them, and of a thousand components that all reach each other a million would stand in the page.
    private const int MostPairs = 24;

    // Who has which address is known after the deployment alone.
    private const string NotCertain = ", from some addresses alone";

    public static ViewData Build(ArchitectureManifest manifest, ManifestStage stage, Diagram diagram)
    {
        Dictionary<string, DiagramNode> nodes = diagram.Nodes.Where(static node => node.Path is not null && node.Category is not (Category.Gateway or Category.Endpoint)).GroupBy(static node => node.Path!).ToDictionary(static same => same.Key, static same => same.First());
        List<ManifestPair> pairs = [.. stage.Pairs()];
        ILookup<string, ManifestPair> ending = pairs.ToLookup(static pair => pair.To);
        ILookup<string?, ManifestPair> beginning = pairs.ToLookup(static pair => pair.From);
        return new ViewData(
            diagram.Title,
            [.. diagram.Nodes.Select(Node)],
            Reach(manifest, new ReachGraph(stage), diagram.Nodes.FirstOrDefault(static node => node.Category == Category.Internet)?.Id, nodes),
            Whole(stage));

        // Gateways and endpoints stand for no component, though they have the path of the class that asks for them.
        ViewNode Node(DiagramNode node) => node.Path is { } path && nodes.GetValueOrDefault(path) == node
            ? new ViewNode(node.Id, Key(path), node.Title, node.Subtitle, Facts(manifest, stage, SubjectFacts.Of(manifest, stage, path, null, [.. ending[path], .. beginning[path]])))
            : new ViewNode(node.Id, null, node.Title, node.Subtitle, []);
    }

    private static ViewReach Reach(ArchitectureManifest manifest, ReachGraph graph, string? internet, Dictionary<string, DiagramNode> nodes)
    {
        List<IReadOnlyList<int>> groups = [];
        Dictionary<string, int> known = [];
        List<ViewStep> steps = [.. graph.Steps.Select(step => new ViewStep(Group(step.From), Group(step.To), Label(step), step.Outside))];
        return new ViewReach(
            ReachGraph.Internet,
            [.. graph.Steps.SelectMany(static step => step.From).Where(static state => state != ReachGraph.Internet).Distinct().OrderBy(state => graph.States[state].Path, StringComparer.Ordinal)],
            [.. graph.States.Select(State)],
            groups,
            steps);

        int Group(IReadOnlyList<int> states)
        {
            string key = string.Join(' ', states);
            if (!known.TryGetValue(key, out int number))
            {
                known[key] = number = groups.Count;
                groups.Add(states);
            }

            return number;
        }

        ViewState State(ReachState state) =>
            state.Path is not { } path ? new ViewState("", "Internet", internet)
            : nodes.GetValueOrDefault(path) is { } node ? new ViewState(Key(path), node.Title, node.Id)
            : new ViewState(Key(path), manifest.NameOf(path), null);
    }

    private static string Label(ReachStep step) =>
        step.Connection is { } connection ? Label(step.Ports!.Value, connection, connection.Internet && !step.Outside, step.Certain)
        : step.Actions.Count > 0 ? string.Join(", ", step.Actions)
        : "read" + (step.Certain ? "" : NotCertain);

    // The root's path is empty, which would stand for the internet.
    private static string Key(string path) => "/" + path;

    private static string Label(ManifestPair pair) => Label(pair.Ports, pair.Connection, pair.From is null, pair.Connection.Certain);

    private static string Label(PortRange ports, ManifestConnection connection, bool fromInternet, bool certain) =>
        ports + (connection.Declared ? "" : ", not declared") + (fromInternet && !connection.Everybody ? $", from {connection.Cidr}" : "") + (certain ? "" : NotCertain);

    private static List<ViewSection> Whole(ManifestStage stage) => Sections(
        ("Proven", stage.Proven),
        ("Not proven", stage.Unproven),
        ("Forbidden paths", stage.Invariants.Select(static invariant => $"{invariant.Text}: {invariant.Verdict}{(invariant.Reason is null ? "" : $" ({invariant.Reason})")}")),
        ("Cost", [$"{CostEstimate.Text(stage.Cost.Usd)} a month, an estimate of what stands all the time{(stage.Cost.Unknown == 0 ? "" : $"; {stage.Cost.Unknown} charges of unknown price")}"]));

    private static List<ViewSection> Facts(ArchitectureManifest manifest, ManifestStage stage, SubjectFacts facts) => Sections(
        ("Source", facts.Source is { } source ? [$"{source.File}:{source.Line}"] : []),
        ("From the internet", facts.Component is not { } component ? [] : component.Hooked ? ["not proven: a hook may change it"] : [facts.InternetPath?.Text ?? "no path"]),
        ("Reached by", Some(facts.ReachedBy, pair => $"{(pair.From is { } from ? manifest.NameOf(from) : "the internet")} on {Label(pair)}")),
        ("Reaches", Some(facts.Reaches, pair => $"{manifest.NameOf(pair.To)} on {Label(pair)}")),
        ("Rules of its security group", (facts.SecurityGroup?.Rules ?? []).Select(rule => $"{(rule.Direction == Direction.Ingress ? "from" : "to")} {(rule.Peer is { } peer ? manifest.NameOf(peer) : rule.Cidr)}, {rule.Ports}: {rule.Description}")),
        ("May", facts.Grants.Select(grant => $"{string.Join(", ", grant.Actions)} on {string.Join(", ", grant.Resources.Select(resource => resource.Component is { } on ? manifest.NameOf(on) + resource.Suffix : resource.Arn ?? "everything"))}{(grant.Principal == Principal.Execution ? " (to start it)" : "")}")),
        ("Used by the role of", facts.GrantedTo.Select(grant => manifest.NameOf(grant.Component)).Distinct()),
        ("Environment", facts.Environment.Select(variable => variable.Text is { } text ? $"{variable.Name} = {text}" : $"{variable.Name}: {(variable.Secret ? "secret of" : variable.Value + " of")} {manifest.NameOf(variable.Source ?? "")}{(variable.Field is null ? "" : $", {variable.Field}")}")),
        ("Encryption", facts.Component?.Encryption is { } encryption ? [encryption] : []),
        ("Settings", (facts.Component?.Settings ?? []).Select(static setting => $"{setting.Name} = {setting.Value}")),
        ("Cost a month", stage.Cost.Classes.Where(cost => cost.Path == facts.Path).Select(static cost => cost.Text)),
        ("Accepted risks", facts.Findings.Where(static finding => finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Reason}{(finding.Until is null ? "" : $" (until {finding.Until})")}")),
        ("Open findings", facts.Findings.Where(static finding => !finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Message}")));

    private static IEnumerable<string> Some(IReadOnlyList<ManifestPair> pairs, Func<ManifestPair, string> text) =>
        pairs.Take(MostPairs).Select(text).Concat(pairs.Count > MostPairs ? [$"and {pairs.Count - MostPairs} more"] : []);

    private static List<ViewSection> Sections(params (string Title, IEnumerable<string> Lines)[] sections) =>
        [.. sections.Select(static section => new ViewSection(section.Title, [.. section.Lines])).Where(static section => section.Lines.Count > 0)];
}
