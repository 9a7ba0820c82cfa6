using ArchDsl.CodeFixes.Cures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Language;

/// <summary>Changes words in the declarations of a class.</summary>
internal static class TypeEdits
{
    /// <summary>The fix that changes each part of the class at fault, in whatever files they stand.</summary>
    public static async Task<IReadOnlyList<Offer>> OffersAsync(
        Diagnosis diagnosis, string key, string title, Func<TypeDeclarationSyntax, IEnumerable<TextChange>> change, CancellationToken cancellation)
    {
        List<(SyntaxTree, TextChange)> changes = [.. from part in diagnosis.Parts from edit in change(part) select (part.SyntaxTree, edit)];
        return await TextEdits.OfferAsync(diagnosis, key, title, changes, cancellation).ConfigureAwait(false) is { } offer ? [offer] : [];
    }

    /// <summary>Writes a word before another one.</summary>
    public static TextChange Insert(string word, SyntaxToken before) => TextEdits.Insert(before.SpanStart, word + " ");

    /// <summary>Takes a word away, with what separates it from the next.</summary>
    public static TextChange Remove(SyntaxToken word) => new(TextSpan.FromBounds(word.SpanStart, word.FullSpan.End), "");
}
