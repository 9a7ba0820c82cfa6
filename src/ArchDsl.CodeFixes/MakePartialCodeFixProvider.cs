using System.Collections.Immutable;
using System.Composition;
using ArchDsl.CodeFixes.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.CodeFixes;

/// <summary>Declares a class of an architecture partial (ARCH0001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider)), Shared]
public sealed class MakePartialCodeFixProvider : ArchitectureCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["ARCH0001"];

    internal override Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation) => TypeEdits.OffersAsync(
        diagnosis,
        "ARCH0001",
        $"Make {diagnosis.Type.Name} partial",
        static part => part.Modifiers.Any(SyntaxKind.PartialKeyword) ? [] : [TypeEdits.Insert("partial", part.Keyword)],
        cancellation);
}
