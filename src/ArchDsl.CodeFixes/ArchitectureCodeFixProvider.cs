using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ArchDsl.CodeFixes;

/// <summary>The common part of the fixes: each looks at the architecture behind a diagnostic, and offers what is sure to help.</summary>
public abstract class ArchitectureCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => OneAfterTheOther.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (CanFix(diagnostic)
                && await Diagnosis.OfAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } diagnosis)
            {
                foreach (Offer offer in await OffersAsync(diagnosis, context.CancellationToken).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(CodeAction.Create(offer.Title, offer.Change, offer.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>Whether it is worth a closer look.</summary>
    internal virtual bool CanFix(Diagnostic diagnostic) => true;

    /// <summary>The fixes of a diagnostic, the least intrusive first.</summary>
    internal abstract Task<IReadOnlyList<Offer>> OffersAsync(Diagnosis diagnosis, CancellationToken cancellation);
}
