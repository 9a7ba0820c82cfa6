using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>Finds the names that would bind to something else, or to nothing, once a class has moved.</summary>
internal static class NameChanges
{
    /// <summary>The names by which anybody refers to the class; null where one stands in something that is no C#.</summary>
    public static async Task<ILookup<DocumentId, NameChange>?> ToAsync(
        INamedTypeSymbol type, string container, Solution solution, CancellationToken cancellation)
    {
        List<(DocumentId Document, NameChange Change)> changes = [];
        foreach (ReferencedSymbol symbol in await SymbolFinder.FindReferencesAsync(type, solution, cancellation).ConfigureAwait(false))
        {
            foreach (ReferenceLocation reference in symbol.Locations.Where(IsWritten))
            {
                SyntaxNode? root = await reference.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                SyntaxToken token = root?.FindToken(reference.Location.SourceSpan.Start, findInsideTrivia: true) ?? default;
                if (token.Language != LanguageNames.CSharp)
                {
                    return null;
                }

                // Other tokens refer to a constructor: new(), this(...), or its own declaration.
                if (token.Parent is SimpleNameSyntax name && token.ValueText == type.Name)
                {
                    changes.Add((reference.Document.Id, NameChange.Of(name, container)));
                }
            }
        }

        return changes.Distinct().ToLookup(static c => c.Document, static c => c.Change);
    }

    /// <summary>The names in a part of the class that refer to something else in the same architecture.</summary>
    public static IEnumerable<NameChange> In(
        TypeDeclarationSyntax part, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellation) =>
        from name in part.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name, cancellation).Symbol
        where symbol is INamedTypeSymbol or { IsStatic: true }
        where symbol.ContainingType is not null && IsIn(symbol, ArchitectureReader.RootOf(type)) && !IsIn(symbol, type)
        select NameChange.Of(name, symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    private static bool IsWritten(ReferenceLocation reference) =>
        reference is { IsImplicit: false, Alias: null, Document: not SourceGeneratedDocument };

    private static bool IsIn(ISymbol? symbol, INamedTypeSymbol type) =>
        symbol is not null && (SymbolEqualityComparer.Default.Equals(symbol, type) || IsIn(symbol.ContainingType, type));
}
