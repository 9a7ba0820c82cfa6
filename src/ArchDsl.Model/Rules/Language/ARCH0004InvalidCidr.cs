namespace ArchDsl.Model;

/// <summary>An address range cannot be used.</summary>
internal sealed class InvalidCidr : LoweringRule
{
    public override string Id => "ARCH0004";

    public override string Title => "An address range cannot be used";

    public override string Message => "'{0}' cannot be {1} address range: write an IPv4 range such as 10.0.0.0/16, with no bits set beyond the prefix, and /16 to /28 for a VPC or subnet";

    public override string Description => "AWS takes IPv4 ranges in CIDR notation; those of VPCs and subnets have 16 to 28 fixed bits.";
}
