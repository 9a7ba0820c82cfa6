using Microsoft.CodeAnalysis;

namespace ArchDsl.CodeFixes;

/// <summary>A fix of one diagnostic, checked: it ends the finding.</summary>
/// <param name="Key">What it has in common with the fixes of other diagnostics that Fix All applies with it.</param>
/// <param name="Title">What it does, for the menu.</param>
/// <param name="Change">Does it.</param>
internal sealed record Offer(string Key, string Title, Func<CancellationToken, Task<Solution>> Change);
