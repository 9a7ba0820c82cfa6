namespace ArchDsl.Model;

/// <summary>The place in the source that a fact comes from, named rather than measured, so that moving code changes no model.</summary>
/// <param name="Node">The class that carries the attribute.</param>
/// <param name="Attribute">The attribute's position among the ArchDsl attributes of the class, or -1 for the class itself.</param>
/// <param name="Argument">
/// The argument at fault, by parameter or property name in Pascal case, or, of the class itself, the member at fault; null for the whole
/// attribute or class.
/// </param>
public readonly record struct Origin(NodePath Node, int Attribute = -1, string? Argument = null)
{
    /// <summary>The same attribute, pointing at one of its arguments.</summary>
    /// <param name="argument">The argument's name, or null.</param>
    public Origin At(string? argument) => this with { Argument = argument };
}
