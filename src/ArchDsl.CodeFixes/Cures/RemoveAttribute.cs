using ArchDsl.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Drops the attributes at fault: all <c>[Ingress]</c> that let the internet in.</summary>
internal static class RemoveAttribute
{
    public static Offer? Offer(Diagnosis diagnosis, string key, CancellationToken cancellation)
    {
        // A wide rule stands for the narrow ones that it covers: these come to light, and go, when it is gone.
        List<Origin> places = [];
        for (Finding? finding = diagnosis.Finding; finding is not null; finding = diagnosis.FindIn(diagnosis.Declaration.Without(places)))
        {
            List<Origin> more = [.. finding.PlacesOf(Cure.RemoveAttribute).Except(places)];
            if (more.Count == 0)
            {
                return null;
            }

            places.AddRange(more);
        }

        List<AttributeSyntax> attributes = [.. diagnosis.Syntax<AttributeSyntax>(places, cancellation)];
        return attributes.Count == places.Count && diagnosis.IsCuredIn(diagnosis.Declaration.Without(places))
            ? new Offer(key, Title(attributes), token => SyntaxRemoval.ApplyAsync(diagnosis.Solution, attributes, token))
            : null;
    }

    private static string Title(List<AttributeSyntax> attributes) =>
        attributes is [var only] ? $"Remove [{SyntaxRemoval.OneLine(only)}]"
        : attributes.All(static attribute => attribute.Name.ToString() == "Ingress") ? $"Remove {attributes.Count} open [Ingress] rules"
        : $"Remove {attributes.Count} attributes";
}
