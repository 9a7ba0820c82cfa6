namespace ArchDsl;

/// <summary>Well-known address ranges.</summary>
public static class Cidr
{
    /// <summary>Every IPv4 address: the whole internet.</summary>
    public const string Internet = "0.0.0.0/0";

    /// <summary>Every IPv6 address: the whole internet again, for a VPC with <see cref="VpcAttribute.Ipv6"/>.</summary>
    public const string InternetIpv6 = "::/0";
}
