using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ArchDsl.CodeFixes;

/// <summary>
/// Fixes all diagnostics of a document, project or solution one after the other, each on the outcome of those before. Fixes made apart
/// and merged would be wrong: of two stores that move, only the first may make the isolated subnets.
/// </summary>
internal sealed class OneAfterTheOther : FixAllProvider
{
    public static OneAfterTheOther Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        ArchitectureCodeFixProvider fixes = (ArchitectureCodeFixProvider)context.CodeFixProvider;
        List<Diagnosis> diagnoses = [];
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (fixes.CanFix(diagnostic)
                && context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await Diagnosis.OfAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } diagnosis)
            {
                diagnoses.Add(diagnosis);
            }
        }

        return diagnoses.Count == 0 ? null : CodeAction.Create(
            "Fix all: " + string.Join(", ", diagnoses.Select(static d => d.Finding.RuleId).Distinct()),
            cancellation => FixAsync(fixes, diagnoses, context.Solution, context.CodeActionEquivalenceKey, cancellation),
            context.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> FixAsync(
        ArchitectureCodeFixProvider fixes, List<Diagnosis> diagnoses, Solution solution, string? key, CancellationToken cancellation)
    {
        foreach (Diagnosis diagnosis in diagnoses)
        {
            if (await diagnosis.AgainAsync(solution, cancellation).ConfigureAwait(false) is { } open)
            {
                IReadOnlyList<Offer> offers = await fixes.OffersAsync(open, cancellation).ConfigureAwait(false);
                if (offers.FirstOrDefault(offer => offer.Key == key) is { } offer)
                {
                    solution = await offer.Change(cancellation).ConfigureAwait(false);
                }
            }
        }

        return solution;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        List<Diagnostic> diagnostics = [];
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                diagnostics.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (Project project in context.Solution.Projects.Where(p => p.Language == context.Project.Language))
                {
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return diagnostics
            .OrderBy(static d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start);
    }
}
