namespace ArchDsl.Model;

/// <summary>Two subnets overlap.</summary>
internal sealed class OverlappingCidrs : LoweringRule
{
    public override string Id => "ARCH0006";

    public override string Title => "Two subnets overlap";

    public override string Message => "'{0}' on {2} overlaps {1}, which another subnet has; write a free range, or none to have one allotted";

    public override string Description => "The subnets of a VPC share no address.";
}
