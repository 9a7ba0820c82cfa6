using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Language;

/// <summary>Changes words in the declarations of a class.</summary>
internal static class TypeEdits
{
    /// <summary>Changes some parts of a class, in whatever files they stand.</summary>
    public static async Task<Solution> ApplyAsync(
        Solution solution,
        IEnumerable<TypeDeclarationSyntax> parts,
        Func<TypeDeclarationSyntax, IEnumerable<TextChange>> change,
        CancellationToken cancellation)
    {
        foreach (IGrouping<SyntaxTree, TypeDeclarationSyntax> file in parts.GroupBy(static part => part.SyntaxTree))
        {
            SourceText text = await file.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(solution.GetDocumentId(file.Key)!, text.WithChanges(file.SelectMany(change)));
        }

        return solution;
    }

    /// <summary>Writes a word before another one.</summary>
    public static TextChange Insert(string word, SyntaxToken before) => new(new TextSpan(before.SpanStart, 0), word + " ");

    /// <summary>Takes a word away, with what separates it from the next.</summary>
    public static TextChange Remove(SyntaxToken word) => new(TextSpan.FromBounds(word.SpanStart, word.FullSpan.End), "");
}
