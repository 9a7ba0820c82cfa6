using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>The components: what each is, who gets to it, what protects it, and how it is set.</summary>
internal static class ComponentSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        markdown.Table(
            ["Component", "What it is", "Access", "Security", "Stands in", "Source"],
            facts.Stage.Components.Select(component => new[]
            {
                facts.Name(component.Path),
                StageFacts.Text(component.Description),
                Access(component, facts),
                Security(component, facts),
                component.SubnetGroup is { } group ? StageFacts.Text(Place(group, facts)) : "no network",
                facts.Source(component.Path),
            }));
        markdown.Table(
            ["Component", "Setting", "Value"],
            from component in facts.Stage.Components
            from setting in component.Settings.Append(new ManifestSetting("Removal", component.Removal.ToString()))
            select new[] { facts.Name(component.Path), StageFacts.Text(setting.Name), MarkdownText.Code(setting.Value) });
    }

    private static string Access(ManifestComponent component, StageFacts facts)
    {
        List<string> callers =
        [
            .. facts.Pairs.Where(pair => pair.To == component.Path)
                .GroupBy(static pair => pair.From is null ? pair.Connection.Everybody ? "the internet" : $"the internet ({pair.Connection.Cidr})" : pair.From)
                .Select(pairs => $"{(pairs.First().From is { } from ? facts.Name(from) : StageFacts.Text(pairs.Key))} on {string.Join(", ", pairs.Select(static pair => pair.Ports.ToString()).Distinct())}"),
            .. facts.Stage.InternetPaths.Where(path => path.To == component.Path && path.Hops is [{ Ports: null, Actions.Count: 0 }]).Select(static _ => "everybody may read"),
            .. facts.Stage.Grants.Where(grant => grant.Resources.Any(resource => resource.Component == component.Path)).Select(static grant => grant.Component).Distinct().Where(user => user != component.Path).Select(user => $"{facts.Name(user)} by its role"),
        ];
        string addresses = component.Network is null ? "" : component.PublicAddress || component.PublicIpv6Address ? "public address; " : "private address; ";
        return addresses + (callers.Count == 0 ? "nobody" : string.Join(", ", callers.Distinct()));
    }

    private static string Security(ManifestComponent component, StageFacts facts)
    {
        ManifestPath? path = facts.Stage.InternetPaths.FirstOrDefault(p => p.To == component.Path);
        int accepted = facts.Stage.Findings.Count(finding => finding.Path == component.Path && finding.Accepted);
        int open = facts.Stage.Findings.Count(finding => finding.Path == component.Path && !finding.Accepted);
        return string.Join("; ", new[]
        {
            component.Hooked ? "not proven: a hook may change it" : path is null ? "no path from the internet" : MarkdownText.Code(path.Text),
            component.Encryption is { } encryption ? "encrypted: " + StageFacts.Text(encryption) : "",
            accepted == 0 ? "" : $"{accepted} accepted {(accepted == 1 ? "risk" : "risks")}",
            open == 0 ? "" : $"{open} open {(open == 1 ? "finding" : "findings")}",
        }.Where(static part => part.Length > 0));
    }

    private static string Place(string group, StageFacts facts) =>
        facts.Stage.Networks.SelectMany(static network => network.SubnetGroups).FirstOrDefault(g => g.Path == group) is { } subnets
            ? $"{facts.Plain(group)} ({subnets.Kind.ToString().ToLowerInvariant()} subnets)"
            : facts.Plain(group);
}
