using System.Globalization;
using ArchDsl.Cli.Output;

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
