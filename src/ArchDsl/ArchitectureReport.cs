namespace ArchDsl;

/// <summary>What the compiler established about one architecture, one sentence an entry.</summary>
/// <param name="Name">The architecture's name.</param>
/// <param name="Built">The components.</param>
/// <param name="Proven">What holds for every path through the architecture.</param>
/// <param name="Accepted">The risks accepted with <c>[AcceptRisk]</c>, each with its reason.</param>
/// <param name="Open">The findings that nobody accepted, even where the build silences their rule.</param>
/// <param name="Unproven">The components about which nothing is promised, because code of the team's own changes them in a hook.</param>
public sealed record ArchitectureReport(
    string Name,
    IReadOnlyList<string> Built,
    IReadOnlyList<string> Proven,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Unproven);
