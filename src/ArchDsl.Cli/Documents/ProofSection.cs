using ArchDsl.Cli.Output;

namespace ArchDsl.Cli.Documents;

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
