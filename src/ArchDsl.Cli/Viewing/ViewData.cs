using System.Globalization;
using ArchDsl.Cli.Drawing;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Viewing;

/// <summary>What the page knows of one picture.</summary>
/// <param name="Title">The architecture and its stage.</param>
/// <param name="Nodes">The nodes of the picture, with what is known of them.</param>
/// <param name="Edges">The steps that can be taken: connections and permissions.</param>
/// <param name="Sources">The components from which steps lead on.</param>
/// <param name="Sections">What is known of the whole.</param>
internal sealed record ViewData(string Title, IReadOnlyList<ViewNode> Nodes, IReadOnlyList<ViewEdge> Edges, IReadOnlyList<string> Sources, IReadOnlyList<ViewSection> Sections);

/// <summary>A node.</summary>
/// <param name="Id">Its id in the picture.</param>
/// <param name="Path">The path of its component; null where it is none.</param>
/// <param name="Title">Its name.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="Sections">What is known of it.</param>
internal sealed record ViewNode(string Id, string? Path, string Title, string What, IReadOnlyList<ViewSection> Sections);

/// <summary>A step from one component to another.</summary>
/// <param name="From">The path of the one; empty for the internet.</param>
/// <param name="To">The path of the other, behind a slash, so that none is empty.</param>
/// <param name="Name">What the other is called.</param>
/// <param name="Label">The ports or the actions.</param>
/// <param name="FromNode">The id of the one in the picture.</param>
/// <param name="ToNode">The id of the other.</param>
internal sealed record ViewEdge(string From, string To, string Name, string Label, string FromNode, string ToNode);

/// <summary>Facts of one sort.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Lines">One each.</param>
internal sealed record ViewSection(string Title, IReadOnlyList<string> Lines);

/// <summary>Gathers what the page knows.</summary>
internal static class ViewDataBuilder
{
    public static ViewData Build(ArchitectureManifest manifest, ManifestStage stage, Diagram diagram)
    {
        Dictionary<string, DiagramNode> nodes = diagram.Nodes.Where(static node => node.Path is not null && node.Category is not (Category.Gateway or Category.Endpoint)).GroupBy(static node => node.Path!).ToDictionary(static same => same.Key, static same => same.First());
        string internet = diagram.Nodes.FirstOrDefault(static node => node.Category == Category.Internet)?.Id ?? "";
        List<ViewEdge> edges =
        [
            .. from pair in stage.Pairs()
               where nodes.ContainsKey(pair.To) && (pair.From is null || nodes.ContainsKey(pair.From))
               select new ViewEdge(Key(pair.From), Key(pair.To), nodes[pair.To].Title, Label(pair), pair.From is null ? internet : nodes[pair.From].Id, nodes[pair.To].Id),
            .. from path in stage.InternetPaths
               where path.Hops is [{ Ports: null, Actions.Count: 0 }] && nodes.ContainsKey(path.To)
               select new ViewEdge("", Key(path.To), nodes[path.To].Title, "read", internet, nodes[path.To].Id),
            .. from grant in stage.Grants
               from to in grant.Resources.Select(static resource => resource.Component).OfType<string>().Distinct()
               where to != grant.Component && nodes.ContainsKey(to) && nodes.ContainsKey(grant.Component)
               select new ViewEdge(Key(grant.Component), Key(to), nodes[to].Title, string.Join(", ", grant.Actions), nodes[grant.Component].Id, nodes[to].Id),
        ];
        return new ViewData(
            diagram.Title,
            [.. diagram.Nodes.Select(node => new ViewNode(node.Id, node.Path is not null && nodes.GetValueOrDefault(node.Path) == node ? Key(node.Path) : null, node.Title, node.Subtitle, node.Path is { } path && nodes.GetValueOrDefault(path) == node ? Facts(manifest, stage, path) : []))],
            edges,
            [.. edges.Select(static edge => edge.From).Where(static from => from.Length > 0).Distinct()],
            Whole(stage));
    }

    // The root's path is empty, which stands for the internet.
    private static string Key(string? path) => path is null ? "" : "/" + path;

    private static string Label(ManifestPair pair) => pair.Ports + (pair.Connection.Declared ? "" : ", not declared") + (pair.From is null && !pair.Connection.Everybody ? $", from {pair.Connection.Cidr}" : "");

    private static List<ViewSection> Whole(ManifestStage stage) => Sections(
        ("Proven", stage.Proven),
        ("Not proven", stage.Unproven),
        ("Forbidden paths", stage.Invariants.Select(static invariant => $"{invariant.Text}: {invariant.Verdict}{(invariant.Reason is null ? "" : $" ({invariant.Reason})")}")),
        ("Cost", [$"{CostEstimate.Text(stage.Cost.Usd)} a month, an estimate of what stands all the time{(stage.Cost.Unknown == 0 ? "" : $"; {stage.Cost.Unknown} charges of unknown price")}"]));

    private static List<ViewSection> Facts(ArchitectureManifest manifest, ManifestStage stage, string path)
    {
        ManifestComponent? component = stage.Component(path);
        string Name(string other) => other.Length == 0 ? manifest.Name : other;
        return Sections(
            ("Source", manifest.SourceOf(path) is { } source ? [$"{source.File}:{source.Line}"] : []),
            ("From the internet", component is null ? [] : component.Hooked ? ["not proven: a hook may change it"] : [stage.InternetPaths.FirstOrDefault(p => p.To == path)?.Text ?? "no path"]),
            ("Reached by", stage.Pairs().Where(pair => pair.To == path).Select(pair => $"{(pair.From is { } from ? Name(from) : "the internet")} on {Label(pair)}")),
            ("Reaches", stage.Pairs().Where(pair => pair.From == path).Select(pair => $"{Name(pair.To)} on {Label(pair)}")),
            ("Rules of its security group", (stage.SecurityGroup(path)?.Rules ?? []).Select(rule => $"{(rule.Direction == Direction.Ingress ? "from" : "to")} {(rule.Peer is { } peer ? Name(peer) : rule.Cidr)}, {rule.Ports}: {rule.Description}")),
            ("May", stage.Grants.Where(grant => grant.Component == path).Select(grant => $"{string.Join(", ", grant.Actions)} on {string.Join(", ", grant.Resources.Select(resource => resource.Component is { } on ? Name(on) + resource.Suffix : resource.Arn ?? "everything"))}{(grant.Principal == Principal.Execution ? " (to start it)" : "")}")),
            ("Used by the role of", stage.Grants.Where(grant => grant.Component != path && grant.Resources.Any(resource => resource.Component == path)).Select(grant => Name(grant.Component)).Distinct()),
            ("Environment", stage.Environment.Where(variable => variable.Component == path).Select(variable => variable.Text is { } text ? $"{variable.Name} = {text}" : $"{variable.Name}: {(variable.Secret ? "secret of" : variable.Value + " of")} {Name(variable.Source ?? "")}{(variable.Field is null ? "" : $", {variable.Field}")}")),
            ("Encryption", component?.Encryption is { } encryption ? [encryption] : []),
            ("Settings", (component?.Settings ?? []).Select(static setting => $"{setting.Name} = {setting.Value}")),
            ("Cost a month", stage.Cost.Classes.Where(cost => cost.Path == path).Select(static cost => cost.Text)),
            ("Accepted risks", stage.Findings.Where(finding => finding.Path == path && finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Reason}{(finding.Until is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (until {finding.Until})"))}")),
            ("Open findings", stage.Findings.Where(finding => finding.Path == path && !finding.Accepted).Select(static finding => $"{finding.Id}: {finding.Message}")));
    }

    private static List<ViewSection> Sections(params (string Title, IEnumerable<string> Lines)[] sections) =>
        [.. sections.Select(static section => new ViewSection(section.Title, [.. section.Lines])).Where(static section => section.Lines.Count > 0)];
}
