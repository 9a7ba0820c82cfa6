using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Fixes that only add text: whatever else stands in the file keeps its layout and its comments.</summary>
internal static class TextEdits
{
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    /// <summary>The fix that makes some changes; null where they would not end the finding.</summary>
    public static async Task<Offer?> OfferAsync(
        Diagnosis diagnosis, string key, string title, IEnumerable<(SyntaxTree Tree, TextChange Change)> changes, CancellationToken cancellation)
    {
        Solution solution = diagnosis.Solution;
        foreach (IGrouping<SyntaxTree, TextChange> file in changes.GroupBy(static edit => edit.Tree, static edit => edit.Change))
        {
            SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(solution.GetDocumentId(file.Key)!, text.WithChanges(file.OrderBy(static change => change.Span)));
        }

        return await diagnosis.DeclarationInAsync(solution.GetProject(diagnosis.Project.Id)!, cancellation).ConfigureAwait(false) is { } changed
            && changed.Faults() <= diagnosis.Declaration.Faults()
            && diagnosis.FindIn(changed) is null
                ? new Offer(key, title, _ => Task.FromResult(solution))
                : null;
    }
}
