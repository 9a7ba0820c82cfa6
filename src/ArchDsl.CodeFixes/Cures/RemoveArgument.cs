using ArchDsl.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Drops the named argument at fault: <c>Public = true</c>. What is not written has its secure default.</summary>
internal static class RemoveArgument
{
    public static Offer? Offer(Diagnosis diagnosis, string key, CancellationToken cancellation)
    {
        List<Origin> places = [.. diagnosis.Finding.PlacesOf(Cure.RemoveArgument)];
        List<AttributeArgumentSyntax> arguments = [.. diagnosis.Syntax<AttributeArgumentSyntax>(places, cancellation)];

        // A positional argument gives its place to the next one, so it cannot just go.
        return arguments.Count == places.Count
            && arguments.All(static argument => argument.NameEquals is not null)
            && diagnosis.IsCuredIn(diagnosis.Declaration.Without(places))
                ? new Offer(
                    key,
                    "Remove " + string.Join(", ", arguments.Select(SyntaxRemoval.OneLine)),
                    token => SyntaxRemoval.ApplyAsync(diagnosis.Solution, arguments, token))
                : null;
    }
}
