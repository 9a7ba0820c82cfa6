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
