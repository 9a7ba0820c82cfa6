using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>Adds and removes members so that one blank line stays between two of them.</summary>
internal static class MemberLists
{
    /// <summary>Puts a member at the end of a class.</summary>
    public static TypeDeclarationSyntax With(TypeDeclarationSyntax type, MemberDeclarationSyntax member, SyntaxTrivia newLine)
    {
        type = WithBody(type, newLine);
        return type.WithMembers(Insert(type.Members, type.Members.Count, member, newLine));
    }

    /// <summary>Puts a member behind another one.</summary>
    public static SyntaxNode InsertAfter(SyntaxNode root, MemberDeclarationSyntax anchor, MemberDeclarationSyntax member, SyntaxTrivia newLine)
    {
        TypeDeclarationSyntax type = (TypeDeclarationSyntax)anchor.Parent!;
        return root.ReplaceNode(type, type.WithMembers(Insert(type.Members, type.Members.IndexOf(anchor) + 1, member, newLine)));
    }

    /// <summary>Takes a member out of its class.</summary>
    public static TypeDeclarationSyntax Without(TypeDeclarationSyntax type, MemberDeclarationSyntax member)
    {
        int index = type.Members.IndexOf(member);
        SyntaxList<MemberDeclarationSyntax> rest = type.Members.RemoveAt(index);
        return type.WithMembers(index == 0 && rest.Count > 0 ? rest.Replace(rest[0], WithoutBlankLines(rest[0])) : rest);
    }

    private static SyntaxList<MemberDeclarationSyntax> Insert(
        SyntaxList<MemberDeclarationSyntax> members, int index, MemberDeclarationSyntax member, SyntaxTrivia newLine)
    {
        member = EndLine(WithoutBlankLines(member), newLine);
        if (index > 0)
        {
            members = members.Replace(members[index - 1], EndLine(members[index - 1], newLine));
            member = member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, newLine));
        }

        return members.Insert(index, member);
    }

    private static MemberDeclarationSyntax EndLine(MemberDeclarationSyntax member, SyntaxTrivia newLine) =>
        member.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? member : member.WithTrailingTrivia(member.GetTrailingTrivia().Add(newLine));

    private static MemberDeclarationSyntax WithoutBlankLines(MemberDeclarationSyntax member)
    {
        List<SyntaxTrivia> leading = [.. member.GetLeadingTrivia()];
        int text = leading.FindIndex(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
        int blank = leading.FindLastIndex(text < 0 ? leading.Count - 1 : text, static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return member.WithLeadingTrivia(leading.Skip(blank + 1));
    }

    // "class Private;" and "class Private { }" have no line to put a member on.
    private static TypeDeclarationSyntax WithBody(TypeDeclarationSyntax type, SyntaxTrivia newLine)
    {
        if (type.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
        {
            return type;
        }

        SyntaxTriviaList indentation = new(type.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        SyntaxTriviaList trailing = type.GetTrailingTrivia();
        SyntaxToken body = type.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken) ? type.OpenBraceToken : type.SemicolonToken;
        SyntaxToken before = body.GetPreviousToken();
        type = type.ReplaceToken(before, before.WithTrailingTrivia(newLine));
        return type
            .WithSemicolonToken(default)
            .WithOpenBraceToken(Brace(SyntaxKind.OpenBraceToken, new(newLine)))
            .WithCloseBraceToken(Brace(SyntaxKind.CloseBraceToken, trailing));

        SyntaxToken Brace(SyntaxKind kind, SyntaxTriviaList trailing) =>
            SyntaxFactory.Token(indentation, kind, trailing).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
