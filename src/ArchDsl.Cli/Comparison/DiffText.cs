namespace ArchDsl.Cli.Comparison;

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
