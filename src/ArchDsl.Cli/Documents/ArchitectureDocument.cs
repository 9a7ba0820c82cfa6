using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>An architecture as a Markdown document: what people draw and write by hand, and what is wrong the day after.</summary>
internal static class ArchitectureDocument
{
    private static readonly (string Title, Action<StageFacts, MarkdownWriter> Write)[] Sections =
    [
        ("Diagram", DiagramSection.Write),
        ("Components", ComponentSection.Write),
        ("Network", NetworkSection.Write),
        ("Load balancers", LoadBalancerSection.Write),
        ("Security groups", SecurityGroupSection.Write),
        ("Data flows", FlowSection.Write),
        ("Permissions", PermissionSection.Write),
        ("Environment and secrets", EnvironmentSection.Write),
        ("Scaling and alarms", ScalingSection.Write),
        ("What is proven", ProofSection.Write),
        ("Risks", RiskSection.Write),
        ("Monthly cost", CostSection.Write),
        ("Checklist after a deployment", ChecklistSection.Write),
    ];

    /// <summary>Writes the document.</summary>
    /// <param name="manifest">The architecture.</param>
    /// <param name="stage">The only stage that it is about; null for all of them.</param>
    public static string Write(ArchitectureManifest manifest, ManifestStage? stage)
    {
        MarkdownWriter markdown = new();
        markdown.Heading(1, manifest.Name);
        markdown.Paragraph($"<!-- Written by `archdsl document`: change the source and write it again. -->\nWhat {MarkdownText.Code(manifest.TypeName)} is, as it was compiled.");
        IReadOnlyList<ManifestStage> stages = stage is null ? manifest.Stages : [stage];
        Dictionary<string, string> first = [];
        foreach (ManifestStage one in stages)
        {
            StageFacts facts = new(manifest, one);
            int level = 2;
            if (one.Name is { } name)
            {
                markdown.Heading(2, $"Stage {name}");
                level = 3;
            }

            Overview(facts, markdown);
            List<string> same = [];
            foreach ((string title, Action<StageFacts, MarkdownWriter> write) in Sections)
            {
                MarkdownWriter section = new();
                write(facts, section);
                string body = section.ToString();
                if (section.IsEmpty)
                {
                    continue;
                }

                // What a stage shares with the first stands there.
                if (!first.TryAdd(title, body) && first[title] == body)
                {
                    same.Add(title);
                    continue;
                }

                markdown.Heading(level, title);
                markdown.Paragraph(body.TrimEnd('\n'));
            }

            if (same.Count > 0)
            {
                markdown.Paragraph($"As in stage {MarkdownText.Escape(stages[0].Name!)}: {string.Join(", ", same)}.");
            }
        }

        return markdown.ToString();
    }

    private static void Overview(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestStage stage = facts.Stage;
        if (stage.Description is { } description)
        {
            markdown.Paragraph(MarkdownText.Escape(description));
        }

        markdown.List(
        [
            $"Stack: {(stage.StackName is null ? "named by the program" : MarkdownText.Code(stage.StackName))}",
            $"Region: {(stage.Region is null ? "that of the deployment" : MarkdownText.Code(stage.Region))}{(stage.Account is null ? "" : $", account {MarkdownText.Code(stage.Account)}")}",
            .. stage.Tags.GroupBy(static tag => tag.Path).Select(tags => $"Tags{(tags.Key.Length == 0 ? "" : $" of {facts.Name(tags.Key)}")}: {string.Join(", ", tags.Select(static tag => MarkdownText.Code($"{tag.Key}={tag.Value}")))}"),
            .. stage.Outputs.Select(output => $"Output {MarkdownText.Code(output.LogicalId)}: {MarkdownText.Escape(output.Value)} of {facts.Name(output.Path)}"),
            $"Estimated cost: {MarkdownText.Escape(CostEstimate.Text(stage.Cost.Usd))} a month{(stage.Cost.Unknown == 0 ? "" : ", and what has no known price")}",
        ]);
    }
}
