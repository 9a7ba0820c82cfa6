using System.Collections.Immutable;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Analyzers;

/// <summary>
/// Silences what common analyzers say against the form of the language itself, on classes of an architecture alone: there nested public
/// classes are the architecture, their names are those of its parts, and generated code makes, documents and completes them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormSuppressor : DiagnosticSuppressor
{
    private const string Containment = "Nesting is containment: the class tree is the architecture.";
    private const string Names = "The name is that of a part of the architecture, and of its construct.";
    private const string Generated = "The generated part makes the class a construct, and makes one of it.";
    private const string Sealed = "The form of a node is a partial class; nothing derives from one.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByDiagnostic = new (string Id, string Why)[]
    {
        ("CA1034", Containment),
        ("CA1052", Generated),
        ("CA1515", "The generated stack is for every program that refers to it, as are its parts."),
        ("CA1711", Names),
        ("CA1716", Names),
        ("CA1724", Names),
        ("CA1812", Generated),
        ("CA1822", "A hook is the other half of a generated method of the construct."),
        ("CA1852", Sealed),
        ("MA0053", Sealed),
        ("SA1601", "The generated part documents the class."),
    }.ToImmutableDictionary(static row => row.Id, static row => new SuppressionDescriptor("ARCHS_" + row.Id, row.Id, row.Why));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ByDiagnostic.Values.OrderBy(static d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (ByDiagnostic.TryGetValue(diagnostic.Id, out SuppressionDescriptor? descriptor) && IsForm(diagnostic, context))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    private static bool IsForm(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return false;
        }

        SyntaxToken name = tree.GetRoot(context.CancellationToken).FindToken(diagnostic.Location.SourceSpan.Start);
        return name.Parent switch
        {
            ClassDeclarationSyntax type => type.Identifier == name && IsNode(type),
            MethodDeclarationSyntax { Identifier.ValueText: "Configure" or "Created", Parent: ClassDeclarationSyntax type } method => method.Identifier == name && IsNode(type),
            _ => false,
        };

        bool IsNode(ClassDeclarationSyntax type) =>
            context.GetSemanticModel(tree).GetDeclaredSymbol(type, context.CancellationToken) is INamedTypeSymbol symbol && ArchitectureReader.IsNode(symbol);
    }
}
