using ArchDsl.Model;

namespace ArchDsl.Cli.Comparison;

/// <summary>What one architecture means that the other does not.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Sign">Whether it came, went, or is another now.</param>
/// <param name="Path">The class that it is about; null where it is about the whole.</param>
/// <param name="Text">The change in a sentence or as a path.</param>
/// <param name="OpensData">Whether a path to a data store or a secret opened.</param>
/// <param name="Source">Where the class stands; null where that is not known.</param>
internal sealed record Change(ChangeKind Kind, Sign Sign, string? Path, string Text, bool OpensData, ManifestSource? Source);

/// <summary>Makes a change.</summary>
internal delegate Change ChangeMaker(ChangeKind kind, Sign sign, string? path, string text, bool opensData = false);

/// <summary>What a change is about, the gravest first.</summary>
internal enum ChangeKind
{
    /// <summary>Who can open a connection to whom, directly or by way of others.</summary>
    Path,

    /// <summary>A public address, or subnets of another kind.</summary>
    Exposure,

    /// <summary>What a role may do.</summary>
    Grant,

    /// <summary>A resource that is deleted or made anew, with what it holds.</summary>
    Replacement,

    /// <summary>A path that the team forbids, and what is known of it.</summary>
    Invariant,

    /// <summary>A class with a hook, of which nothing is proven.</summary>
    Hook,

    /// <summary>A finding that is accepted.</summary>
    AcceptedRisk,

    /// <summary>A finding that is open.</summary>
    OpenFinding,

    /// <summary>A component, or a setting of one.</summary>
    Component,

    /// <summary>The stack itself.</summary>
    Stack,

    /// <summary>What it costs a month.</summary>
    Cost,
}

/// <summary>The direction of a change.</summary>
internal enum Sign
{
    /// <summary>The new one has it, the old one had not.</summary>
    Added,

    /// <summary>The old one had it.</summary>
    Removed,

    /// <summary>Both have it, otherwise.</summary>
    Changed,
}

/// <summary>What changed in one stage of an architecture.</summary>
/// <param name="Architecture">The class of the architecture.</param>
/// <param name="Stage">The stage, or null.</param>
/// <param name="Changes">The changes, the gravest first.</param>
/// <param name="OldUsd">What the old one costs a month; null where there was none.</param>
/// <param name="NewUsd">What the new one costs a month; null where there is none.</param>
internal sealed record StageDiff(string Architecture, string? Stage, IReadOnlyList<Change> Changes, decimal? OldUsd, decimal? NewUsd)
{
    /// <summary>The name for people.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Title => Stage is null ? Architecture : $"{Architecture} ({Stage})";
}
