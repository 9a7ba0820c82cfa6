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

/// <summary>The words that all forms of a comparison share.</summary>
internal static class DiffText
{
    public static string Title(ChangeKind kind) => kind switch
    {
        ChangeKind.Path => "Paths",
        ChangeKind.Exposure => "Exposure",
        ChangeKind.Grant => "Permissions",
        ChangeKind.Replacement => "Replaced or deleted, with what they hold",
        ChangeKind.Invariant => "Invariants",
        ChangeKind.Hook => "Hooks",
        ChangeKind.AcceptedRisk => "Accepted risks",
        ChangeKind.OpenFinding => "Open findings",
        ChangeKind.Component => "Components",
        ChangeKind.Stack => "Stack",
        _ => "Cost",
    };

    public static string Sign(Sign sign) => sign switch
    {
        Comparison.Sign.Added => "+",
        Comparison.Sign.Removed => "-",
        _ => "~",
    };

    /// <summary>How many paths to data opened, in a sentence; null where none did.</summary>
    public static string? Opened(IEnumerable<StageDiff> diffs) => diffs.Sum(static diff => diff.Changes.Count(static change => change.OpensData)) switch
    {
        0 => null,
        1 => "A path to data opened.",
        var several => $"{several} paths to data opened.",
    };
}
