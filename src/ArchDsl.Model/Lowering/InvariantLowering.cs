namespace ArchDsl.Model;

/// <summary>Lowers <c>[Forbid]</c>.</summary>
internal static class InvariantLowering
{
    public static IEnumerable<Invariant> Of(Node node, LoweringContext context)
    {
        foreach (Written<ForbidAttribute> forbid in node.All<ForbidAttribute>())
        {
            AttributeDeclaration declaration = forbid.Declaration;
            List<NodePath?> ends = [.. declaration.TypeArguments.Select(type => Resolve(type, forbid.Origin))];
            NodePath? except = declaration.Arguments.FirstOrDefault(static a => a.Name == nameof(ForbidAttribute.Except))?.Value.Value is TypeReference type
                ? Resolve(type, forbid.At(nameof(ForbidAttribute.Except)))
                : null;
            bool excepts = declaration.Arguments.Any(static a => a.Name == nameof(ForbidAttribute.Except) && a.Value.Value is not null);
            if (ends.Count > 0 && !ends.Contains(null) && (except is not null || !excepts))
            {
                yield return new Invariant(node.Path, Text(declaration), ends.Count == 1 ? null : ends[0], ends[ends.Count - 1]!.Value, except, forbid.Origin);
            }

            NodePath? Resolve(TypeReference type, Origin origin)
            {
                if (context.PathOf(type) is { } path && context.Components.Keys.Any(c => c.IsIn(path)))
                {
                    return path;
                }

                // A type that does not exist is the compiler's own error.
                if (!string.IsNullOrEmpty(type.TypeName))
                {
                    context.Report<UnknownTarget>(origin, declaration.DisplayName, type.DisplayName);
                }

                return null;
            }
        }
    }

    private static string Text(AttributeDeclaration declaration)
    {
        string from = declaration.TypeArguments.Count == 1 ? "Zone.Internet" : "";
        string except = declaration.Arguments.FirstOrDefault(static a => a.Name == nameof(ForbidAttribute.Except))?.Value.Value is TypeReference type
            ? $"Except = typeof({type.DisplayName})"
            : "";
        string arguments = string.Join(", ", new[] { from, except }.Where(static text => text.Length > 0));
        return arguments.Length == 0 ? declaration.DisplayName : declaration.DisplayName.TrimEnd(']') + $"({arguments})]";
    }
}
