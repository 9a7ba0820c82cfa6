using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>
/// Removes attributes and their arguments with the commas, parentheses, brackets and lines that they leave empty. A comment goes with
/// them where it stands beside or directly above them; the rest keeps its own, and its layout.
/// </summary>
internal static class SyntaxRemoval
{
    private static readonly SyntaxAnnotation Doomed = new();

    /// <summary>Removes attributes and arguments from the files that they stand in.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<SyntaxNode> nodes, CancellationToken cancellation)
    {
        foreach (IGrouping<SyntaxTree, SyntaxNode> file in nodes.GroupBy(static node => node.SyntaxTree))
        {
            SyntaxNode root = await file.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            root = root.ReplaceNodes(file, static (_, node) => node.WithAdditionalAnnotations(Doomed));
            while (root.GetAnnotatedNodes(Doomed).FirstOrDefault() is { } node)
            {
                root = Remove(root, node);
            }

            solution = solution.WithDocumentSyntaxRoot(solution.GetDocumentId(file.Key)!, root);
        }

        return solution;
    }

    /// <summary>The source of a node on one line, for titles.</summary>
    public static string OneLine(SyntaxNode node) => node.WithoutTrivia().NormalizeWhitespace(indentation: "", eol: " ").ToString();

    private static SyntaxNode Remove(SyntaxNode root, SyntaxNode node) => node.Parent switch
    {
        AttributeArgumentListSyntax { Arguments.Count: 1, Parent: AttributeSyntax attribute } list =>
            root.ReplaceNode(attribute, attribute.WithArgumentList(null).WithTrailingTrivia(list.GetTrailingTrivia())),
        AttributeArgumentListSyntax list =>
            root.ReplaceNode(list, list.WithArguments(Without(list.Arguments, (AttributeArgumentSyntax)node))),
        AttributeListSyntax { Attributes.Count: > 1 } list =>
            root.ReplaceNode(list, list.WithAttributes(Without(list.Attributes, (AttributeSyntax)node))),
        AttributeListSyntax list => RemoveList(root, list),
        _ => throw new InvalidOperationException($"A {node.Kind()} cannot be removed."),
    };

    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, T item)
        where T : SyntaxNode
    {
        int index = list.IndexOf(item);
        SyntaxNodeOrTokenList parts = list.GetWithSeparators();
        SyntaxTriviaList leading = item.GetLeadingTrivia();
        if (index < list.SeparatorCount)
        {
            // With the comma behind it. What then begins the line of the item is indented as the item was.
            bool shares = !EndsLine(list.GetSeparator(index).TrailingTrivia);
            parts = parts.RemoveAt(2 * index).RemoveAt(2 * index);
            if (index + 1 < list.Count && (shares || HasDirective(leading)))
            {
                T next = list[index + 1];
                parts = parts.Replace(parts[2 * index], next.WithLeadingTrivia(leading.AddRange(next.GetLeadingTrivia())));
            }

            return SyntaxFactory.SeparatedList<T>(parts);
        }

        // The last one goes with the comma before it. A comment behind that comma belongs to the item before.
        T previous = list[index - 1];
        SyntaxTriviaList behind = list.GetSeparator(index - 1).TrailingTrivia;
        SyntaxTriviaList after = item.GetTrailingTrivia();
        SyntaxTriviaList trailing = previous.GetTrailingTrivia().AddRange(
            !behind.Any(IsComment) ? after.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            : EndsLine(after) ? behind
            : behind.AddRange(Indentation(leading)));
        parts = parts.RemoveAt(2 * index).RemoveAt((2 * index) - 1);
        return SyntaxFactory.SeparatedList<T>(parts.Replace(parts[2 * (index - 1)], previous.WithTrailingTrivia(trailing)));
    }

    private static SyntaxNode RemoveList(SyntaxNode root, AttributeListSyntax list)
    {
        SyntaxToken next = list.GetLastToken().GetNextToken();
        SyntaxToken previous = list.GetFirstToken().GetPreviousToken();
        SyntaxTriviaList leading = list.GetLeadingTrivia();
        SyntaxTriviaList trailing = list.GetTrailingTrivia();
        bool startsLine = previous.IsKind(SyntaxKind.None) || EndsLine(previous.TrailingTrivia);
        bool endsLine = EndsLine(trailing);

        // Above the first attribute stand the comments of the class.
        bool keeps = list == ((list.Parent as MemberDeclarationSyntax)?.AttributeLists.FirstOrDefault() ?? list) || HasDirective(leading);
        SyntaxTriviaList kept = keeps ? leading : Indentation(leading);
        SyntaxTriviaList nextLeading = !startsLine || (endsLine && !keeps) ? next.LeadingTrivia
            : endsLine ? WithoutIndentation(kept).AddRange(next.LeadingTrivia)
            : kept.AddRange(next.LeadingTrivia);
        SyntaxTriviaList previousTrailing = !startsLine && endsLine ? trailing : previous.TrailingTrivia;
        SyntaxAnnotation emptied = new();
        root = root.ReplaceSyntax(
            [list],
            (_, node) => node.WithAdditionalAnnotations(emptied),
            previous.IsKind(SyntaxKind.None) ? [next] : [previous, next],
            (token, _) => token == next ? token.WithLeadingTrivia(nextLeading) : token.WithTrailingTrivia(previousTrailing),
            [],
            static (trivia, _) => trivia);
        return root.RemoveNode(root.GetAnnotatedNodes(emptied).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading) =>
        new(leading.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static SyntaxTriviaList WithoutIndentation(SyntaxTriviaList leading) =>
        new(leading.Take(leading.Count - Indentation(leading).Count));

    private static bool EndsLine(SyntaxTriviaList trailing) => trailing.Any(SyntaxKind.EndOfLineTrivia);

    private static bool HasDirective(SyntaxTriviaList trivia) => trivia.Any(static t => t.IsDirective);

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
