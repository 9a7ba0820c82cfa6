namespace ArchDsl.Model;

/// <summary>The place in the source that a fact comes from, named rather than measured, so that moving code changes no model.</summary>
/// <param name="Node">The class that carries the attribute.</param>
/// <param name="Attribute">The attribute's position among the ArchDsl attributes of the class, or -1 for the class itself.</param>
/// <param name="Argument">The argument at fault, by parameter or property name in Pascal case; null for the whole attribute.</param>
/// <param name="Member">The member of the class that is at fault; null for the class or its attribute.</param>
public readonly record struct Origin(NodePath Node, int Attribute = -1, string? Argument = null, string? Member = null)
{
    /// <summary>The same attribute, pointing at one of its arguments.</summary>
    /// <param name="argument">The argument's name, or null.</param>
    public Origin At(string? argument) => this with { Argument = argument };
}
