namespace ArchDsl.Model;

/// <summary>An edge points at nothing.</summary>
internal sealed class UnknownTarget : LoweringRule
{
    public override string Id => "ARCH0002";

    public override string Title => "An edge points at nothing";

    public override string Message => "{0} points at '{1}', which is no resource of this architecture; point it at a class with a resource attribute below the same top-level class";

    public override string Description => "An edge leads to a class with a resource attribute below the same top-level class.";
}
