using System.Collections.Immutable;
using System.Composition;
using ArchDsl.CodeFixes.Language;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes;

/// <summary>Makes a class public that cannot become a construct for no other reason than that it is private or protected (ARCH0009).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePublicCodeFixProvider)), Shared]
public sealed class MakePublicCodeFixProvider : ArchitectureCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["ARCH0009"];

    internal override Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation)
    {
        ArchitectureDeclaration visible = diagnosis.Declaration.With(
            diagnosis.Node,
            static node => node with { Shape = node.Shape & ~TypeShape.Hidden });
        List<TypeDeclarationSyntax> parts = [.. diagnosis.Parts];
        return Task.FromResult<IReadOnlyList<Offer>>(parts.Count == 0 || diagnosis.FindIn(visible) is not null ? [] :
        [
            new Offer("ARCH0009", $"Make {diagnosis.Type.Name} public", token =>
                TypeEdits.ApplyAsync(diagnosis.Solution, parts, MakePublic, token)),
        ]);
    }

    private static IEnumerable<TextChange> MakePublic(TypeDeclarationSyntax part) =>
    [
        TypeEdits.Insert("public", part.Modifiers.Count > 0 ? part.Modifiers[0] : part.Keyword),
        .. part.Modifiers.Where(IsAccessibility).Select(TypeEdits.Remove),
    ];

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
