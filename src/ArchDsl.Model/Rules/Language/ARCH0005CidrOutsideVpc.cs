namespace ArchDsl.Model;

/// <summary>A subnet lies outside its VPC.</summary>
internal sealed class CidrOutsideVpc : LoweringRule
{
    public override string Id => "ARCH0005";

    public override string Title => "A subnet lies outside its VPC";

    public override string Message => "'{0}' on {2} lies outside the VPC's range {1}; write a range inside it, or none to have one allotted";

    public override string Description => "The range of a subnet is a part of the range of its VPC.";
}
