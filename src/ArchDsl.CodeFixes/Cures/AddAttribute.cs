using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Puts an attribute on a class, below those that it has: <c>[VpcEndpoint(AwsService.S3)]</c>.</summary>
internal static class AddAttribute
{
    public static async Task<Offer?> OfferAsync(Diagnosis diagnosis, string key, CancellationToken cancellation)
    {
        List<Place> places = [.. diagnosis.Finding.Places.Where(static place => place.Cure == Cure.AddAttribute)];
        List<(SyntaxTree, TextChange)> changes = [];
        List<string> titles = [];
        foreach (IGrouping<NodePath, string> added in places.GroupBy(static place => place.Origin.Node, static place => place.Change!))
        {
            if (OriginLocator.Find(diagnosis.Root, added.Key) is not { } type || PartOf(diagnosis, type, cancellation) is not { } part)
            {
                return null;
            }

            SourceText text = await part.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
            changes.Add((part.SyntaxTree, Change(part, text, added)));
            titles.Add(string.Join(", ", added) + (added.Key == diagnosis.Node ? "" : " to " + type.Name));
        }

        return await TextEdits.OfferAsync(diagnosis, key, "Add " + string.Join(", ", titles), changes, cancellation).ConfigureAwait(false);
    }

    // The part with the most attributes is the one that its author looks at.
    private static TypeDeclarationSyntax? PartOf(Diagnosis diagnosis, INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Where(diagnosis.IsWritten)
        .Select(part => part.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .OrderByDescending(static part => part.AttributeLists.Count)
        .FirstOrDefault();

    private static TextChange Change(TypeDeclarationSyntax part, SourceText text, IEnumerable<string> attributes)
    {
        TextLine line = text.Lines.GetLineFromPosition(part.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, part.SpanStart));
        string newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } end ? end : "\n";
        string separator = indentation.Trim().Length == 0 ? newLine + indentation : " ";
        if (part.AttributeLists.LastOrDefault() is not { } last)
        {
            return TextEdits.Insert(part.SpanStart, string.Concat(attributes.Select(attribute => attribute + separator)));
        }

        // [Secret] public partial class Key; keeps its one line.
        bool endsLine = text.Lines.IndexOf(last.Span.End) != text.Lines.IndexOf(last.GetLastToken().GetNextToken().SpanStart);
        return TextEdits.Insert(last.Span.End, string.Concat(attributes.Select(attribute => (endsLine ? separator : " ") + attribute)));
    }
}
