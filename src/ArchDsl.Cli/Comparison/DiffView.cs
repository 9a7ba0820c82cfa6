using Spectre.Console;

namespace ArchDsl.Cli.Comparison;

/// <summary>Changes for people, in a terminal.</summary>
internal static class DiffView
{
    public static void Show(IAnsiConsole console, IReadOnlyList<StageDiff> diffs)
    {
        if (diffs.Count == 0)
        {
            console.MarkupLine("[green]Both mean the same.[/]");
        }

        foreach (StageDiff diff in diffs)
        {
            console.MarkupLineInterpolated($"[bold]{diff.Title}[/]");
            foreach (IGrouping<ChangeKind, Change> kind in diff.Changes.GroupBy(static change => change.Kind))
            {
                console.MarkupLineInterpolated($"  [bold]{DiffText.Title(kind.Key)}[/]");
                foreach (Change change in kind)
                {
                    string place = change.Source is { } source ? $" ({source.File}:{source.Line})" : "";
                    console.MarkupLineInterpolated($"    [{Colour(change)}]{DiffText.Sign(change.Sign)} {change.Text}[/][grey]{place}[/]");
                }
            }

            console.WriteLine();
        }

        if (DiffText.Opened(diffs) is { } opened)
        {
            console.MarkupLineInterpolated($"[red]{opened}[/]");
        }
    }

    private static string Colour(Change change) => change switch
    {
        { OpensData: true } or { Kind: ChangeKind.Replacement } => "red",
        { Kind: ChangeKind.Path or ChangeKind.Exposure or ChangeKind.Grant, Sign: Sign.Added } => "yellow",
        { Sign: Sign.Removed } => "grey",
        _ => "default",
    };
}
