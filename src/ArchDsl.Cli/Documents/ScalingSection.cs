using System.Globalization;
using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>How many there are of what, and who is told when something is wrong.</summary>
internal static class ScalingSection
{
    // Settings of any kind that say how many, how large, and how a failure is survived.
    private static readonly string[] Counts =
        ["DesiredCount", "AutoScaling.Min", "AutoScaling.Max", "AutoScaling.CpuPercent", "AutoScaling.MemoryPercent", "Nodes", "MultiAz", "BackupRetentionDays", "SnapshotRetentionDays", "PointInTimeRecovery", "LogRetentionDays"];

    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        markdown.Table(
            ["Component", "How many, and what survives a failure"],
            from component in facts.Stage.Components
            let settings = Counts.Where(name => component.Setting(name) is { } value && (value != "0" || !name.StartsWith("AutoScaling", StringComparison.Ordinal))).Select(name => $"{name} {MarkdownText.Code(component.Setting(name)!)}").ToList()
            where settings.Count > 0
            select new[] { facts.Name(component.Path), string.Join(", ", settings) });
        markdown.Table(
            ["Alarm", "Watches", "Threshold", "Tells"],
            facts.Stage.Alarms.Select(alarm => new[]
            {
                alarm.Name is null ? StageFacts.Text(alarm.Metric) : MarkdownText.Code(alarm.Name),
                $"{StageFacts.Text(alarm.Metric)} of {facts.Name(alarm.Component)}",
                alarm.Threshold.ToString(CultureInfo.InvariantCulture),
                facts.Name(alarm.Topic),
            }));
    }
}

/// <summary>What the compiler proved, what it could not, and what the team forbids.</summary>
internal static class ProofSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        markdown.List(
        [
            .. facts.Stage.Proven.Select(static fact => $"Proven: {StageFacts.Text(fact)}"),
            .. facts.Stage.Unproven.Select(static fact => $"**Not proven**: {StageFacts.Text(fact)}"),
            .. facts.Stage.Hooks.Select(hook => $"**Hook**: nothing of what it does in {facts.Name(hook)} is analysed; `archdsl verify` reads what came of it"),
        ]);
        markdown.Table(
            ["Forbidden", "On", "Result", "Why"],
            facts.Stage.Invariants.Select(invariant => new[] { MarkdownText.Code(invariant.Text), facts.Name(invariant.Path), invariant.Verdict.ToString(), StageFacts.Text(invariant.Reason) }));
    }
}

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

/// <summary>What it costs a month.</summary>
internal static class CostSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestCost cost = facts.Stage.Cost;
        markdown.Table(
            ["Class", "USD a month", "What for"],
            [
                .. cost.Classes.Select(node => new[]
                {
                    facts.Name(node.Path),
                    StageFacts.Text(node.Text),
                    string.Join("; ", node.Charges.Select(static charge => StageFacts.Text(Charge(charge)))),
                }),
                ["Total", StageFacts.Text(CostEstimate.Text(cost.Usd) + (cost.Unknown == 0 ? "" : $" and {cost.Unknown} unknown")), "what stands all the time"],
            ]);
        if (cost.OldestPrice is { } oldest)
        {
            markdown.Paragraph($"An estimate, at public prices on demand found between {oldest} and {cost.NewestPrice}{(cost.Foreign ? ", some of them of another region" : "")}. Traffic, requests and stored data come on top.");
        }
    }

    private static string Charge(ManifestCharge charge) =>
        charge.Quantity is { } quantity ? string.Create(CultureInfo.InvariantCulture, $"{charge.Item}: {quantity} {charge.Unit}") : $"{charge.Item}: by usage";
}
