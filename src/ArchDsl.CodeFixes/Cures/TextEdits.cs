using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Fixes that change text here and there: whatever else stands in the file keeps its layout and its comments.</summary>
internal static class TextEdits
{
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    /// <summary>The fix that makes some changes; null where they would not end the finding, or where half-typed source would take them for something else.</summary>
    public static async Task<Offer?> OfferAsync(
        Diagnosis diagnosis, string key, string title, IEnumerable<(SyntaxTree Tree, TextChange Change)> changes, CancellationToken cancellation)
    {
        Solution solution = diagnosis.Solution;
        foreach (IGrouping<SyntaxTree, TextChange> file in changes.GroupBy(static edit => edit.Tree, static edit => edit.Change))
        {
            SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            text = text.WithChanges(file.OrderBy(static change => change.Span));
            if (Errors(file.Key.WithChangedText(text)) > Errors(file.Key))
            {
                return null;
            }

            solution = solution.WithDocumentText(solution.GetDocumentId(file.Key)!, text);
        }

        return await diagnosis.DeclarationInAsync(solution.GetProject(diagnosis.Project.Id)!, cancellation).ConfigureAwait(false) is { } changed
            && diagnosis.IsCuredIn(changed)
                ? new Offer(key, title, _ => Task.FromResult(solution))
                : null;

        int Errors(SyntaxTree tree) => tree.GetDiagnostics(cancellation).Count(static d => d.Severity == DiagnosticSeverity.Error);
    }
}
