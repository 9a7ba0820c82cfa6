using ArchDsl.Cli.Output;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>Who talks to whom: the paths from the internet, and every connection.</summary>
internal static class FlowSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        List<ManifestPath> paths = [.. facts.Stage.InternetPaths];

        // A path is shown where it ends, not at every component on its way.
        markdown.List(
            paths.Where(path => !paths.Any(other => other != path && other.Text.StartsWith(path.Text + " ->", StringComparison.Ordinal)))
                .Select(path => MarkdownText.Code(path.Text) + (path.Everybody ? "" : " (for some addresses)")),
            numbered: true);
        markdown.Table(
            ["From", "To", "Ports", "Declared"],
            facts.Pairs.Select(pair => new[]
            {
                pair.From is { } from ? facts.Name(from) : pair.Connection.Everybody ? "the internet" : $"the internet, from {MarkdownText.Code(pair.Connection.Cidr ?? "some addresses")}",
                facts.Name(pair.To),
                pair.Ports.ToString(),
                Declared(pair),
            }));
        markdown.Table(
            ["Component", "Needs of AWS, to start and to run"],
            facts.Stage.PlatformNeeds.GroupBy(static need => need.Component)
                .Select(needs => new[] { facts.Name(needs.Key), string.Join(", ", needs.Select(static need => StageFacts.Text(AwsServices.DisplayName(need.Service)))) }));
    }

    private static string Declared(ManifestPair pair) => (pair.Connection.Declared, pair.Connection.Certain) switch
    {
        (true, _) => "yes",
        (false, true) => "no",
        _ => "no; from a part of a subnet",
    };
}

/// <summary>What roles may do.</summary>
internal static class PermissionSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Role", "May", "On", "Asked for by"],
        facts.Stage.Grants.Select(grant => new[]
        {
            grant.Principal == Principal.Runtime ? $"code of {facts.Name(grant.Component)}" : $"ECS, to start {facts.Name(grant.Component)}",
            string.Join(", ", grant.Actions.Select(MarkdownText.Code)),
            string.Join(", ", grant.Resources.Select(resource => Resource(resource, facts))),
            facts.Origin(grant.Origin),
        }));

    private static string Resource(ManifestResource resource, StageFacts facts) =>
        resource.Component is { } component ? facts.Name(component) + (resource.Suffix is { } suffix ? MarkdownText.Code(suffix) : "")
        : resource.Arn is { } arn && arn != "*" ? MarkdownText.Code(arn)
        : "everything: AWS allows no scope";
}

/// <summary>The environment of what runs code. Of a secret it says where it is, never what.</summary>
internal static class EnvironmentSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Component", "Variable", "Value", "Asked for by"],
        facts.Stage.Environment.Select(variable => new[]
        {
            facts.Name(variable.Component),
            MarkdownText.Code(variable.Name),
            Value(variable, facts),
            facts.Origin(variable.Origin),
        }));

    private static string Value(ManifestVariable variable, StageFacts facts) => variable.Text is { } text ? MarkdownText.Code(text)
        : variable.Secret ? $"secret of {facts.Name(variable.Source!)}{(variable.Field is null ? "" : $", field {MarkdownText.Code(variable.Field)}")}{Name(variable.Source!, facts)}"
        : $"{StageFacts.Text(variable.Value)} of {facts.Name(variable.Source!)}";

    private static string Name(string source, StageFacts facts) =>
        facts.Stage.Component(source) is { } component && (component.Setting("SecretName") ?? (component.Attribute == "Secret" ? component.PhysicalName : null)) is { } name ? $" ({MarkdownText.Code(name)})" : "";
}
