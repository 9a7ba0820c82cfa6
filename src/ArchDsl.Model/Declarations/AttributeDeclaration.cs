namespace ArchDsl.Model;

/// <summary>One ArchDsl attribute as written on a class.</summary>
/// <param name="Name">The metadata name without namespace and suffix, for example <c>Rds</c> or <c>Uses`1</c>.</param>
/// <param name="Index">Its position among the ArchDsl attributes of the class.</param>
/// <param name="TypeArguments">The types of a generic attribute: the targets of an edge.</param>
/// <param name="Arguments">What was written in parentheses, constructor arguments first; what was not written is absent.</param>
public sealed record AttributeDeclaration(
    string Name,
    int Index,
    EquatableArray<TypeReference> TypeArguments,
    EquatableArray<ArgumentDeclaration> Arguments)
{
    /// <summary>The attribute as its author wrote it, for messages: <c>[Uses&lt;Database&gt;]</c>.</summary>
    public string DisplayName => TypeArguments.Count == 0
        ? $"[{Name}]"
        : $"[{Name.Substring(0, Name.IndexOf('`'))}<{string.Join(", ", TypeArguments.Select(static t => t.DisplayName))}>]";

    /// <summary>The name under which an attribute class is known: <c>UsesAttribute`1</c> is <c>Uses`1</c>.</summary>
    /// <param name="metadataName">The class's metadata name.</param>
    public static string NameOf(string metadataName) => metadataName.Replace("Attribute", "");

    /// <summary>The name of the property that a constructor parameter sets.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public static string PascalCase(string parameter) =>
        parameter.Length == 0 ? parameter : char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    /// <summary>The stage that the attribute is for; null for every stage.</summary>
    public string? Stage => Arguments.FirstOrDefault(static a => a.Name == nameof(ArchDslAttribute.Stage))?.Value.Value as string;

    /// <summary>Whether an argument was written.</summary>
    /// <param name="argument">The parameter or property name in Pascal case.</param>
    public bool Has(string argument) => Arguments.Any(a => a.Name == argument);

    /// <summary>The name of the first of several arguments that was written, or null.</summary>
    /// <param name="arguments">Parameter or property names in Pascal case.</param>
    public string? FirstOf(params string[] arguments) => arguments.FirstOrDefault(Has);
}

/// <summary>One argument of an attribute.</summary>
/// <param name="Name">The parameter or property name in Pascal case: both ways of writing it mean the same.</param>
/// <param name="Value">The constant.</param>
/// <param name="Overlay">The index of the attribute that it stands on, where that is one for a stage that overlays this one; else null.</param>
public sealed record ArgumentDeclaration(string Name, ArgumentValue Value, int? Overlay = null);
