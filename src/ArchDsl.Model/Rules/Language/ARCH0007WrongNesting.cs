namespace ArchDsl.Model;

/// <summary>An attribute stands where it has no meaning.</summary>
internal sealed class WrongNesting : LoweringRule
{
    public override string Id => "ARCH0007";

    public override string Title => "An attribute stands where it has no meaning";

    public override string Message => "{0} cannot stand {1}";

    public override string Description => "Subnets stand in a VPC, resources do not stand in each other, and an attribute that says more about a resource stands on one that knows it.";
}
