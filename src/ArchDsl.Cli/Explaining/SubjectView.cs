using ArchDsl.Manifest;
using ArchDsl.Model;
using Spectre.Console;

namespace ArchDsl.Cli.Explaining;

/// <summary>Shows what is known of a class in a terminal.</summary>
/// <param name="console">The terminal.</param>
internal sealed class SubjectView(IAnsiConsole console)
{
    public void Show(Subject subject)
    {
        SubjectFacts facts = subject.Facts;
        if (facts.Resource is { } resource)
        {
            console.MarkupLineInterpolated($"[bold]{resource.LogicalId}[/] {resource.Type} in {resource.Template}");
            Fact("Construct", resource.Path.Length == 0 ? "not known: the template has no aws:cdk:path" : resource.Path);
        }

        console.MarkupLineInterpolated($"[bold]{facts.TypeName}[/]{(facts.Component is { } c ? $": {c.Description}" : "")}");
        Fact("Source", facts.Source is { } source ? $"{source.File}:{source.Line}" : null);
        Fact("Stage", facts.Stage);
        if (facts.Network is { } network)
        {
            Fact("VPC", $"{string.Join(", ", network.Cidrs)}, {network.AvailabilityZones} availability zones, {network.NatGateways.Count} NAT gateways, flow logs: {network.FlowLogs}");
        }

        if (facts.Subnets is { } subnets)
        {
            Fact("Subnets", $"{subnets.Kind}: {string.Join(", ", subnets.Subnets.SelectMany(static s => s.Cidrs))}");
        }

        if (facts.Component is { } component)
        {
            ShowComponent(component, facts);
        }

        List("Contains", facts.Contains);
        ShowReach(facts);
        List("Rules", facts.SecurityGroup?.Rules.Select(Rule) ?? []);
        List("May", facts.Grants.Select(static g => $"{string.Join(", ", g.Actions)} on {Resources(g)} ({g.Principal}, {Origin(g.Origin)})"));
        List("Used by", facts.GrantedTo.Select(static g => $"{g.Component}: {string.Join(", ", g.Actions)}"));
        List("Environment", facts.Environment.Select(Variable));
        List("Accepted", facts.Findings.Where(static f => f.Accepted).Select(static f => $"{f.Id}: {f.Reason}{(f.Until is null ? "" : $" (until {f.Until})")}"));
        List("Open", facts.Findings.Where(static f => !f.Accepted).Select(static f => $"{f.Id}: {f.Message}"));
    }

    private void ShowComponent(ManifestComponent component, SubjectFacts facts)
    {
        Fact("Stands in", component.SubnetGroup is null ? "no network" : component.SubnetGroup.Length == 0 ? "the root's subnets" : component.SubnetGroup);
        Fact("Address", component.Network is null ? null : component.PublicAddress ? "public" : "private");
        Fact("Ports", component.Ports.Count == 0 ? null : component.Ports.Contains(PortRange.All) ? "any that its security group admits" : string.Join(", ", component.Ports.Select(static p => p.ToString())));
        Fact("Encryption", component.Encryption);
        Fact("Removal", component.Removal.ToString());
        Fact("Internet", component.Hooked ? "not proven: a hook may open a path" : facts.InternetPath?.Text ?? "no path from the internet");
        List("Settings", component.Settings.Select(static s => $"{s.Name} = {s.Value}"));
    }

    private void ShowReach(SubjectFacts facts)
    {
        List("Reached by", facts.ReachedBy.Select(static p => $"{p.From ?? "the internet"} on {p.Ports}{Undeclared(p)}"));
        List("Reaches", facts.Reaches.Select(static p => $"{p.To}:{p.Ports}{Undeclared(p)}"));
    }

    private static string Undeclared(ManifestPair pair) => (pair.Connection.Declared, pair.Connection.Certain) switch
    {
        (true, _) => "",
        (false, true) => " (not declared)",
        (false, false) => " (not declared, from a part of a subnet)",
    };

    private static string Rule(ManifestSecurityRule rule) =>
        $"{(rule.Direction == Direction.Ingress ? "from" : "to")} {rule.Cidr ?? rule.Peer}, {rule.Ports}: {rule.Description} ({string.Join(", ", rule.Origins.Select(Origin))})";

    private static string Resources(ManifestGrant grant) => string.Join(", ", grant.Resources.Select(static r => r.Component is { } c ? c + r.Suffix : r.Arn ?? "*"));

    private static string Variable(ManifestVariable variable) => variable.Text is { } text ? $"{variable.Name} = {text}"
        : variable.Secret ? $"{variable.Name} from the secret of {variable.Source}{(variable.Field is null ? "" : ", " + variable.Field)}"
        : $"{variable.Name} = {variable.Value} of {variable.Source}";

    private static string Origin(ManifestOrigin origin) => origin.Attribute is null ? origin.Path : origin.Path.Length == 0 ? origin.Attribute : $"{origin.Attribute} on {origin.Path}";

    private void Fact(string name, string? value)
    {
        if (value is not null)
        {
            console.MarkupLineInterpolated($"  [grey]{name.PadRight(11)}[/] {value}");
        }
    }

    private void List(string name, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            Fact(name, value);
            name = "";
        }
    }
}
