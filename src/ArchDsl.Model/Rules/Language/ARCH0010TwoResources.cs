namespace ArchDsl.Model;

/// <summary>A class declares two resources.</summary>
internal sealed class TwoResources : LoweringRule
{
    public override string Id => "ARCH0010";

    public override string Title => "A class declares two resources";

    public override string Message => "'{0}' declares a resource already: give {1} a class of its own";

    public override string Description => "One class is one resource, so that edges and names are unambiguous.";
}
