using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>What roles may do.</summary>
internal static class PermissionSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Role", "Policy", "May", "On", "Asked for by"],
        facts.Stage.Grants.Select(grant => new[]
        {
            grant.Principal == Principal.Runtime ? $"code of {facts.Name(grant.Component)}" : $"ECS, to start {facts.Name(grant.Component)}",
            string.Join(", ", grant.Policies.Select(MarkdownText.Code)),
            string.Join(", ", grant.Actions.Select(MarkdownText.Code)),
            string.Join(", ", grant.Resources.Select(resource => Resource(resource, facts))),
            facts.Origin(grant.Origin),
        }));

    private static string Resource(ManifestResource resource, StageFacts facts) =>
        resource.Component is { } component ? facts.Name(component) + (resource.Suffix is { } suffix ? MarkdownText.Code(suffix) : "")
        : resource.Arn is { } arn && arn != "*" ? MarkdownText.Code(arn)
        : "everything: AWS allows no scope";
}
