using ArchDsl.Cli.Drawing;
using ArchDsl.Cli.Explaining;
using ArchDsl.Cli.Input;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Viewing;

/// <summary>Gathers what the page knows.</summary>
internal static class ViewDataBuilder
{
    public static ViewData Build(ArchitectureManifest manifest, ManifestStage stage, Diagram diagram)
    {
        Dictionary<string, DiagramNode> nodes = diagram.Nodes.Where(static node => node.Path is not null && node.Category is not (Category.Gateway or Category.Endpoint)).GroupBy(static node => node.Path!).ToDictionary(static same => same.Key, static same => same.First());
        string internet = diagram.Nodes.FirstOrDefault(static node => node.Category == Category.Internet)?.Id ?? "";
        List<ManifestPair> pairs = [.. stage.Pairs()];
        ILookup<(string?, string, PortRange), ManifestPair> connections = pairs.ToLookup(static pair => (pair.From, pair.To, pair.Ports));
        ManifestReach reach = new(stage);
        List<ViewEdge> edges =
        [
            .. from hop in reach.Hops()
               where nodes.ContainsKey(hop.To) && (hop.From is null || nodes.ContainsKey(hop.From))
               group hop by (hop.From, hop.To, Label: Label(hop), PassesOn: reach.PassesOn(hop)) into same
               select new ViewEdge(Key(same.Key.From), Key(same.Key.To), nodes[same.Key.To].Title, same.Key.Label, same.Key.From is null ? internet : nodes[same.Key.From].Id, nodes[same.Key.To].Id, same.Key.PassesOn),
        ];
        return new ViewData(
            diagram.Title,
            [.. diagram.Nodes.Select(Node)],
            edges,
            [.. edges.Select(static edge => edge.From).Where(static from => from.Length > 0).Distinct()],
            Whole(stage));

        string Label(ManifestHop hop) =>
            hop.Ports is not { } ports ? (hop.Outside == true ? "read over the internet" : hop.Actions.Count > 0 ? string.Join(", ", hop.Actions) : "read")
            : hop.Outside == true ? $"{ports}, over the internet"
            : ViewDataBuilder.Label(connections[(hop.From, hop.To, ports)].First());

        // Gateways and endpoints stand for no component, though they have the path of the class that asks for them.
        ViewNode Node(DiagramNode node) => node.Path is { } path && nodes.GetValueOrDefault(path) == node
            ? new ViewNode(node.Id, Key(path), node.Title, node.Subtitle, Facts(manifest, stage, SubjectFacts.Of(manifest, stage, path, null, pairs)))
            : new ViewNode(node.Id, null, node.Title, node.Subtitle, []);
    }

    // The root's path is empty, which stands for the internet.
    private static string Key(string? path) => path is null ? "" : "/" + path;

    private static string Label(ManifestPair pair) => pair.Ports + (pair.Connection.Declared ? "" : ", not declared") + (pair.From is null && !pair.Connection.Everybody ? $", from {pair.Connection.Cidr}" : "");

    private static List<ViewSection> Whole(ManifestStage stage) => Sections(
        ("Proven", stage.Proven),
        ("Not proven", stage.Unproven),
        ("Forbidden paths", stage.Invariants.Select(static invariant => $"{invariant.Text}: {invariant.Verdict}{(invariant.Reason is null ? "" : $" ({invariant.Reason})")}")),
        ("Cost", [$"{CostEstimate.Text(stage.Cost.Usd)} a month, an estimate of what stands all the time{(stage.Cost.Unknown == 0 ? "" : $"; {stage.Cost.Unknown} charges of unknown price")}"]));

    private static List<ViewSection> Facts(ArchitectureManifest manifest, ManifestStage stage, SubjectFacts facts) => Sections(
        ("Source", facts.Source is { } source ? [$"{source.File}:{source.Line}"] : []),
        ("From the internet", facts.Component is not { } component ? [] : component.Hooked ? ["not proven: a hook may change it"] : [facts.InternetPath?.Text ?? "no path"]),
        ("Reached by", facts.ReachedBy.Select(pair => $"{(pair.From is { } from ? manifest.NameOf(from) : "the internet")} on {Label(pair)}")),
        ("Reaches", facts.Reaches.Select(pair => $"{manifest.NameOf(pair.To)} on {Label(pair)}")),
        ("Rules of its security group", (facts.SecurityGroup?.Rules ?? []).Select(rule => $"{(rule.Direction == Direction.Ingress ? "from" : "to")} {(rule.Peer is { } peer ? manifest.NameOf(peer) : rule.Cidr)}, {rule.Ports}: {rule.Description}")),
        ("May", facts.Grants.Select(grant => $"{string.Join(", ", grant.Actions)} on {string.Join(", ", grant.Resources.Select(resource => resource.Component is { } on ? manifest.NameOf(on) + resource.Suffix : resource.Arn ?? "everything"))}{(grant.Principal == Principal.Execution ? " (to start it)" : "")}")),
        ("Used by the role of", facts.GrantedTo.Select(grant => manifest.NameOf(grant.Component)).Distinct()),
        ("Environment", facts.Environment.Select(variable => variable.Text is { } text ? $"{variable.Name} = {text}" : $"{variable.Name}: {(variable.Secret ? "secret of" : variable.Value + " of")} {manifest.NameOf(variable.Source ?? "")}{(variable.Field is null ? "" : $", {variable.Field}")}")),
        ("Encryption", facts.Component?.Encryption is { } encryption ? [encryption] : []),
        ("Settings", (facts.Component?.Settings ?? []).Select(static setting => $"{setting.Name} = {setting.Value}")),
        ("Cost a month", stage.Cost.Classes.Where(cost => cost.Path == facts.Path).Select(static cost => cost.Text)),
        ("Accepted risks", facts.Findings.Where(static finding => finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Reason}{(finding.Until is null ? "" : $" (until {finding.Until})")}")),
        ("Open findings", facts.Findings.Where(static finding => !finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Message}")));

    private static List<ViewSection> Sections(params (string Title, IEnumerable<string> Lines)[] sections) =>
        [.. sections.Select(static section => new ViewSection(section.Title, [.. section.Lines])).Where(static section => section.Lines.Count > 0)];
}
