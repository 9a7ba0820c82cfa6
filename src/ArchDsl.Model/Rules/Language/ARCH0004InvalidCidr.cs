namespace ArchDsl.Model;

/// <summary>An address range cannot be used.</summary>
internal sealed class InvalidCidr : LoweringRule
{
    public override string Id => "ARCH0004";

    public override string Title => "An address range cannot be used";

    public override string Message => "'{0}' cannot be {1} address range: write {2}";

    public override string Description => "AWS takes ranges in CIDR notation; those of VPCs and subnets have 16 to 28 fixed bits.";

    /// <summary>What a VPC or a subnet takes.</summary>
    public const string Ipv4 = "an IPv4 range such as 10.0.0.0/16, with no bits set beyond the prefix, and /16 to /28 for a VPC or subnet";

    /// <summary>What a rule takes.</summary>
    public const string Either = "a range such as 10.0.0.0/16 or, for IPv6, 2001:db8::/32, with no bits set beyond the prefix";
}
