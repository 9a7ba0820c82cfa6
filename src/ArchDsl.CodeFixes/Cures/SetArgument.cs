using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Cures;

/// <summary>Writes a named argument into the attribute at fault: <c>MultiAz = true</c>.</summary>
internal static class SetArgument
{
    public static Task<Offer?> OfferAsync(Diagnosis diagnosis, string key, CancellationToken cancellation)
    {
        List<Place> places = [.. diagnosis.Finding.Places.Where(static place => place.Cure == Cure.SetArgument)];
        List<(SyntaxTree, TextChange)> changes =
        [
            .. from place in places
               from attribute in diagnosis.Syntax<AttributeSyntax>([place.Origin.At(null)], cancellation)
               select (attribute.SyntaxTree, Change(attribute, place.Change!)),
        ];
        string title = "Set " + string.Join(", ", places.Select(static place => place.Change).Distinct());
        return changes.Count == places.Count
            ? TextEdits.OfferAsync(diagnosis, key, title, changes, cancellation)
            : Task.FromResult<Offer?>(null);
    }

    private static TextChange Change(AttributeSyntax attribute, string change)
    {
        AttributeArgumentSyntax argument = SyntaxFactory.ParseAttributeArgumentList($"({change})")!.Arguments[0];
        if (attribute.ArgumentList is not { } list)
        {
            return TextEdits.Insert(attribute.Name.Span.End, $"({change})");
        }

        string name = argument.NameEquals!.Name.Identifier.ValueText;
        return list.Arguments.FirstOrDefault(other => other.NameEquals?.Name.Identifier.ValueText == name) is { } other
            ? new TextChange(other.Expression.Span, argument.Expression.ToString())
            : list.Arguments.LastOrDefault() is { } last
            ? TextEdits.Insert(last.Span.End, $", {change}")
            : TextEdits.Insert(list.OpenParenToken.Span.End, change);
    }
}
