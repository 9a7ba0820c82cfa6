using System.Text;
using ArchDsl.Cli.Output;

namespace ArchDsl.Cli.Comparison;

/// <summary>Changes as Markdown, for a comment on a pull request.</summary>
internal static class DiffMarkdown
{
    public static string Write(IReadOnlyList<StageDiff> diffs)
    {
        StringBuilder text = new();
        text.Append("## What the architecture means now\n\n");
        text.Append(DiffText.Opened(diffs) is { } opened ? $"**{opened}**\n" : diffs.Count == 0 ? "Both mean the same.\n" : "No path to data opened.\n");
        foreach (StageDiff diff in diffs)
        {
            text.Append($"\n### {MarkdownText.Escape(diff.Title)}\n");
            foreach (IGrouping<ChangeKind, Change> kind in diff.Changes.GroupBy(static change => change.Kind))
            {
                text.Append($"\n#### {DiffText.Title(kind.Key)}\n\n");
                foreach (Change change in kind)
                {
                    string said = change.Kind == ChangeKind.Path ? MarkdownText.Code(change.Text) : MarkdownText.Escape(change.Text);
                    string place = change.Source is { } source ? $" ({MarkdownText.Code($"{source.File}:{source.Line}")})" : "";
                    text.Append($"- {Verb(change)} {(change.OpensData ? $"**{said}**" : said)}{place}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Verb(Change change) => (change.Kind, change.Sign) switch
    {
        (ChangeKind.Path, Sign.Added) => "opened:",
        (ChangeKind.Path, Sign.Removed) => "closed:",
        (_, Sign.Added) => "new:",
        (_, Sign.Removed) => "gone:",
        _ => "changed:",
    };
}
