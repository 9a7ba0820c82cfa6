using ArchDsl.Model;

namespace ArchDsl.Tests;

/// <summary>
/// Rules that ask for more than a short program says. A program that shows something else need not follow them, so that its test looks
/// at them only if it names them.
/// </summary>
internal static class Advice
{
    /// <summary>Warnings about what is left out; the rest of the advice is in the severity.</summary>
    private static readonly HashSet<string> Omissions = ["ARCH2011", "ARCH2014", "ARCH2030", "ARCH4010"];

    /// <summary>The ids that none of some texts names.</summary>
    public static IReadOnlyList<string> NotIn(params string[] texts) =>
    [
        .. RuleSet.All.Where(static rule => rule.Severity == Severity.Info || Omissions.Contains(rule.Id))
            .Select(static rule => rule.Id)
            .Where(id => !texts.Any(text => text.Contains(id, StringComparison.Ordinal))),
    ];
}
