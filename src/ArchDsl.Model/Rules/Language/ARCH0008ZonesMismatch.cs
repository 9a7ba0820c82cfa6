namespace ArchDsl.Model;

/// <summary>Subnets and availability zones differ in number.</summary>
internal sealed class ZonesMismatch : LoweringRule
{
    public override string Id => "ARCH0008";

    public override string Title => "Subnets and availability zones differ in number";

    public override string Message => "Write one range for each availability zone, or none: there are {0} for {1} zones";

    public override string Description => "A subnet attribute makes one subnet in each availability zone of its VPC.";
}
