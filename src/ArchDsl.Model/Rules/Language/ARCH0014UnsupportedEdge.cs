namespace ArchDsl.Model;

/// <summary>An edge makes no sense between two resources.</summary>
internal sealed class UnsupportedEdge : LoweringRule
{
    public override string Id => "ARCH0014";

    public override string Title => "An edge makes no sense between two resources";

    public override string Message => "{0} on {2} cannot be made: {1}";

    public override string Description => "Every kind of resource takes certain kinds of edges.";
}
