using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>
/// What a move does to one file: its names change, and the parts of the class in it are nested anew. They stay in their file, because
/// another one has other usings; where no part of the destination stands in it, one is written beside what they leave.
/// </summary>
internal sealed class FileMove(Document document, Destination destination, SyntaxTrivia newLine)
{
    private readonly Dictionary<SyntaxNode, NameChange> names = [];
    private readonly Dictionary<SyntaxNode, List<SyntaxAnnotation>> marks = [];
    private readonly List<(SyntaxAnnotation Part, SyntaxAnnotation Anchor, INamedTypeSymbol Host)> parts = [];
    private readonly SyntaxAnnotation shell = new();
    private readonly SyntaxAnnotation home = new();

    public DocumentId Id => document.Id;

    public bool HasParts => parts.Count > 0;

    public static async Task<FileMove> OfAsync(Document document, Destination destination, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        TextLine first = text.Lines[0];
        string newLine = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return new FileMove(document, destination, SyntaxFactory.EndOfLine(newLine.Length == 0 ? "\n" : newLine));
    }

    public void Add(IEnumerable<NameChange> changes)
    {
        foreach (NameChange change in changes)
        {
            names[change.Name] = change;
        }
    }

    /// <summary>Adds a part of the class; false where it cannot be moved.</summary>
    /// <param name="part">The part.</param>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="isWritten">Whether somebody wrote a part of a class: <see cref="Diagnosis.IsWritten(SyntaxReference)"/>.</param>
    public bool Add(TypeDeclarationSyntax part, SemanticModel model, Func<SyntaxReference, bool> isWritten)
    {
        if (part.GetLeadingTrivia().Any(static t => t.IsDirective) || IsConditional(part))
        {
            return false;
        }

        if (destination.Existing?.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == part.SyntaxTree) is { } existing)
        {
            Mark(existing.GetSyntax(), home);
        }

        for (TypeDeclarationSyntax inner = part; inner.Parent is TypeDeclarationSyntax outer; inner = outer)
        {
            INamedTypeSymbol symbol = model.GetDeclaredSymbol(outer)!;
            if (destination.IsIn(symbol))
            {
                SyntaxAnnotation moved = new(), anchor = new();
                Mark(part, moved);
                Mark(inner, anchor);
                parts.Add((moved, anchor, symbol));
                return true;
            }

            // A part that only led to the moved one goes with it.
            if (outer is { AttributeLists.Count: 0, BaseList: null }
                && symbol.DeclaringSyntaxReferences.Count(isWritten) > 1
                && outer.GetLeadingTrivia().All(static t => t.IsKind(SyntaxKind.WhitespaceTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia)))
            {
                Mark(outer, shell);
            }
        }

        return false;
    }

    /// <summary>The file after the move, with names in full.</summary>
    /// <param name="declares">Whether subnets to be made get their attribute in this file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SyntaxNode> ApplyAsync(bool declares, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        root = root.ReplaceNodes(names.Keys.Concat(marks.Keys).Distinct(), (original, rewritten) =>
            names.TryGetValue(original, out NameChange change) ? change.Apply(rewritten)
            : rewritten.WithAdditionalAnnotations(marks[original]));
        foreach ((SyntaxAnnotation moved, SyntaxAnnotation anchor, INamedTypeSymbol host) in parts)
        {
            MemberDeclarationSyntax part = Find(moved)!.WithoutAnnotations(moved, anchor).WithAdditionalAnnotations(Formatter.Annotation);
            root = Find(home) is TypeDeclarationSyntax type
                ? root.ReplaceNode(type, MemberLists.With(type, part, newLine))
                : MemberLists.InsertAfter(root, Find(anchor)!, Wrap(part, host, declares), newLine);
            declares = false;
            root = Take(root, Find(moved)!);
        }

        return root;

        MemberDeclarationSyntax? Find(SyntaxAnnotation mark) => (MemberDeclarationSyntax?)root.GetAnnotatedNodes(mark).FirstOrDefault();
    }

    /// <summary>Shortens the names that the move has written in full, and formats what it has written.</summary>
    public async Task<SourceText> FinishAsync(Document moved, CancellationToken cancellation)
    {
        moved = await Simplifier.ReduceAsync(moved, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        Microsoft.CodeAnalysis.Options.OptionSet options = await moved.GetOptionsAsync(cancellation).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, newLine.ToString());
        moved = await Formatter.FormatAsync(moved, Formatter.Annotation, options, cancellation).ConfigureAwait(false);
        return await moved.GetTextAsync(cancellation).ConfigureAwait(false);
    }

    private void Mark(SyntaxNode node, SyntaxAnnotation mark)
    {
        if (!marks.TryGetValue(node, out List<SyntaxAnnotation>? list))
        {
            marks.Add(node, list = []);
        }

        list.Add(mark);
    }

    private MemberDeclarationSyntax Wrap(MemberDeclarationSyntax content, INamedTypeSymbol host, bool declares)
    {
        SyntaxAnnotation[] mark = [home];
        foreach (string header in destination.HeadersBelow(host))
        {
            string source = $"{(declares ? $"[_]{newLine}" : "")}{header}{newLine}{{{newLine}}}{newLine}";
            TypeDeclarationSyntax wrapper = (TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(source)!;
            wrapper = wrapper.ReplaceNodes(
                wrapper.DescendantNodes().OfType<AttributeSyntax>(),
                static (_, attribute) => attribute.WithName(Destination.IsolatedSubnet));
            content = MemberLists.With(wrapper, content, newLine).WithAdditionalAnnotations(mark);
            mark = [];
            declares = false;
        }

        return content.WithAdditionalAnnotations(Formatter.Annotation);
    }

    private SyntaxNode Take(SyntaxNode root, MemberDeclarationSyntax member)
    {
        TypeDeclarationSyntax outer = (TypeDeclarationSyntax)member.Parent!;
        TypeDeclarationSyntax rest = MemberLists.Without(outer, member);
        return rest.Members.Count == 0 && outer.HasAnnotation(shell) ? Take(root, outer) : root.ReplaceNode(outer, rest);
    }

    // What stands between #if and #endif must stay there.
    private static bool IsConditional(TypeDeclarationSyntax part)
    {
        List<SyntaxKind> above =
        [
            .. part.SyntaxTree.GetRoot().DescendantNodes(static node => node.ContainsDirectives, descendIntoTrivia: true)
                .OfType<DirectiveTriviaSyntax>()
                .Where(directive => directive.SpanStart < part.SpanStart)
                .Select(static directive => directive.Kind()),
        ];
        return above.Count(static kind => kind == SyntaxKind.IfDirectiveTrivia)
            > above.Count(static kind => kind == SyntaxKind.EndIfDirectiveTrivia);
    }
}
