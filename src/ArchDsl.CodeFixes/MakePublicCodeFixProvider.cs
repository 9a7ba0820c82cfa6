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

    internal override Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation) =>
        TypeEdits.OffersAsync(diagnosis, "ARCH0009", $"Make {diagnosis.Type.Name} public", MakePublic, cancellation);

    private static IEnumerable<TextChange> MakePublic(TypeDeclarationSyntax part) =>
    [
        TypeEdits.Insert("public", part.Modifiers.Count > 0 ? part.Modifiers[0] : part.Keyword),
        .. part.Modifiers.Where(IsAccessibility).Select(TypeEdits.Remove),
    ];

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
