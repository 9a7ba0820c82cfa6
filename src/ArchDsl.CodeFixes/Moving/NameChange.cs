using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>A name that is to be written with its container in full; the simplifier then takes away what need not be there.</summary>
/// <param name="Name">The name with whatever it is qualified by so far.</param>
/// <param name="Container">The container with <c>global::</c>.</param>
internal readonly record struct NameChange(SyntaxNode Name, string Container)
{
    /// <summary>The change of a simple name, wherever it stands.</summary>
    public static NameChange Of(SimpleNameSyntax name, string container)
    {
        SyntaxNode whole = name;
        while (whole.Parent switch
        {
            QualifiedNameSyntax qualified => qualified.Right == whole,
            AliasQualifiedNameSyntax aliased => aliased.Name == whole,
            MemberAccessExpressionSyntax access => access.Name == whole,
            NameMemberCrefSyntax cref => cref.Name == whole,
            QualifiedCrefSyntax cref => cref.Member == whole,
            _ => false,
        })
        {
            whole = whole.Parent!;
        }

        return new(whole, container);
    }

    /// <summary>Applies the change.</summary>
    /// <param name="rewritten">The name with the changes inside it.</param>
    public SyntaxNode Apply(SyntaxNode rewritten)
    {
        SyntaxNode changed = rewritten switch
        {
            QualifiedCrefSyntax cref => SyntaxFactory.QualifiedCref(SyntaxFactory.ParseTypeName(Container), cref.Member),
            NameMemberCrefSyntax cref => SyntaxFactory.QualifiedCref(SyntaxFactory.ParseTypeName(Container), cref),
            MemberAccessExpressionSyntax access => Expression(access.Name),
            SimpleNameSyntax simple => IsType() ? Type(simple) : Expression(simple),
            AliasQualifiedNameSyntax aliased => Type(aliased.Name),
            QualifiedNameSyntax qualified => Type(qualified.Right),
            _ => rewritten,
        };
        return changed.WithTriviaFrom(rewritten).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private bool IsType() =>
        SyntaxFacts.IsInNamespaceOrTypeContext((ExpressionSyntax)Name) || Name.FirstAncestorOrSelf<CrefSyntax>() is not null;

    private MemberAccessExpressionSyntax Expression(SimpleNameSyntax name) =>
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.ParseExpression(Container),
            name.WithoutTrivia());

    private QualifiedNameSyntax Type(SimpleNameSyntax name) =>
        SyntaxFactory.QualifiedName(SyntaxFactory.ParseName(Container), name.WithoutTrivia());
}
