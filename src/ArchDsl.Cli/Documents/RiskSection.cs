using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>Risks that were accepted, and findings that are open.</summary>
internal static class RiskSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        markdown.Table(
            ["Accepted risk", "On", "Reason", "Until"],
            facts.Stage.Findings.Where(static finding => finding.Accepted).Select(finding => new[] { Rule(finding), facts.Name(finding.Path), StageFacts.Text(finding.Reason), StageFacts.Text(finding.Until ?? "no end") }));
        markdown.Table(
            ["Open finding", "On", "Severity", "Message"],
            facts.Stage.Findings.Where(static finding => !finding.Accepted).Select(finding => new[] { Rule(finding), facts.Name(finding.Path), $"{finding.Severity}", StageFacts.Text(finding.Message) }));
    }

    private static string Rule(ManifestFinding finding) => finding.Title is null ? StageFacts.Text(finding.Id) : $"{StageFacts.Text(finding.Id)}: {StageFacts.Text(finding.Title)}";
}
