using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ArchDsl.Model;

/// <summary>A range of IPv4 or IPv6 addresses in CIDR notation.</summary>
/// <remarks><c>System.Net.IPNetwork</c> is not to be had in a compiler extension, which targets .NET Standard 2.0.</remarks>
public readonly record struct CidrBlock
{
    // The first address, from the left: an IPv4 one fills 32 bits, an IPv6 one all 128.
    private readonly ulong high;
    private readonly ulong low;

    /// <summary>A range of IPv4 addresses.</summary>
    /// <param name="address">The first address.</param>
    /// <param name="prefixLength">The number of fixed bits, 0 to 32.</param>
    public CidrBlock(uint address, int prefixLength)
    {
        high = (ulong)address << 32;
        PrefixLength = prefixLength;
    }

    private CidrBlock(ulong high, ulong low, int prefixLength)
    {
        this.high = high;
        this.low = low;
        PrefixLength = prefixLength;
        IsIpv6 = true;
    }

    /// <summary>Every IPv4 address.</summary>
    public static CidrBlock Internet => new(0, 0);

    /// <summary>Every IPv6 address.</summary>
    public static CidrBlock InternetIpv6 => new(0, 0, 0);

    /// <summary>The IPv6 addresses of hosts on the internet, those that Amazon gives to VPCs among them.</summary>
    /// <remarks><see href="https://www.iana.org/assignments/ipv6-address-space">IANA</see></remarks>
    public static CidrBlock GlobalUnicast => new(0x2000UL << 48, 0, 3);

    // Where a VPC answers itself: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
    private static CidrBlock LinkLocal => new(0xA9FE0000, 16);

    // Ranges that no packet from the internet comes from: https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly CidrBlock[] PrivateRanges =
    [
        new(0x0A000000, 8), new(0xAC100000, 12), new(0xC0A80000, 16), new(0x64400000, 10), LinkLocal, new(0x7F000000, 8),
    ];

    // An organisation's own range is hardly ever wider; an IPv4 /8 is whole regions of a cloud, an IPv6 /32 all customers of a provider:
    // https://www.ripe.net/publications/docs/ripe-738
    private const int WidestOfOneOrganisation = 16;
    private const int WidestOfOneOrganisationIpv6 = 32;

    /// <summary>The number of fixed bits: 0 to 32, or to 128 where the range is of IPv6.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether these are IPv6 addresses.</summary>
    public bool IsIpv6 { get; }

    /// <summary>The first address of an IPv4 range.</summary>
    public uint Address => (uint)(high >> 32);

    /// <summary>The last address of an IPv4 range.</summary>
    public uint Last => (uint)((high | ~Mask(PrefixLength)) >> 32);

    /// <summary>Whether this is every address of its family.</summary>
    public bool IsEverything => PrefixLength == 0;

    /// <summary>Whether hosts answer there without a route: time, names and metadata of a VPC.</summary>
    public bool IsLinkLocal => LinkLocal.Contains(this);

    /// <summary>Whether hosts on the internet have addresses in the range.</summary>
    public bool IsPublic => IsIpv6 ? Overlaps(GlobalUnicast) : !IsWithin(PrivateRanges);

    /// <summary>Whether the range is public and wider than any one organisation's, so that strangers are in it.</summary>
    public bool IsInternet => PrefixLength < (IsIpv6 ? WidestOfOneOrganisationIpv6 : WidestOfOneOrganisation) && IsPublic;

    /// <summary>The two ranges that a range wider than one address consists of.</summary>
    internal (CidrBlock Lower, CidrBlock Upper) Halves
    {
        get
        {
            int prefix = PrefixLength + 1;
            return IsIpv6
                ? (new CidrBlock(high, low, prefix), new CidrBlock(high | (Mask(prefix) ^ Mask(PrefixLength)), low | (Mask(prefix - 64) ^ Mask(PrefixLength - 64)), prefix))
                : (new CidrBlock(Address, prefix), new CidrBlock(Address | (1u << (32 - prefix)), prefix));
        }
    }

    private bool IsWithin(CidrBlock[] ranges)
    {
        foreach (CidrBlock range in ranges)
        {
            if (range.Contains(this))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads <c>a.b.c.d/n</c>, or an IPv6 address in any form of RFC 4291 and its prefix.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The range, or null where the text is not one, or has bits set beyond its prefix.</returns>
    public static CidrBlock? Parse(string? text)
    {
        string[] parts = (text ?? "").Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            || prefix.ToString(CultureInfo.InvariantCulture) != parts[1]
            || !IPAddress.TryParse(parts[0], out IPAddress? address))
        {
            return null;
        }

        CidrBlock? block =
            address.AddressFamily == AddressFamily.InterNetwork ? parts[0].Split('.').Length == 4 && address.ToString() == parts[0] && prefix <= 32
                ? new CidrBlock((uint)Bits(address, 0, 4), prefix)
                : null
            // What .NET reads besides RFC 4291: zones, brackets and ports.
            : parts[0].All(static c => c is ':' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')) && prefix <= 128
                ? new CidrBlock(Bits(address, 0, 8), Bits(address, 8, 8), prefix)
                : null;
        return block is { } range && (range.high & ~Mask(prefix)) == 0 && (range.low & ~Mask(prefix - 64)) == 0 ? range : null;
    }

    /// <summary>Whether every address of another range lies in this one.</summary>
    public bool Contains(CidrBlock other) =>
        IsIpv6 == other.IsIpv6
        && PrefixLength <= other.PrefixLength
        && ((high ^ other.high) & Mask(PrefixLength)) == 0
        && ((low ^ other.low) & Mask(PrefixLength - 64)) == 0;

    /// <summary>Whether the ranges share an address: then one of them contains the other.</summary>
    public bool Overlaps(CidrBlock other) => Contains(other) || other.Contains(this);

    /// <summary>The range as AWS writes it; IPv6 in the form of RFC 5952.</summary>
    public override string ToString()
    {
        byte[] bytes = new byte[IsIpv6 ? 16 : 4];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i < 8 ? high : low) >> (56 - (8 * (i % 8))));
        }

        return $"{new IPAddress(bytes)}/{PrefixLength.ToString(CultureInfo.InvariantCulture)}";
    }

    private static ulong Bits(IPAddress address, int start, int count)
    {
        ulong bits = 0;
        foreach (byte part in address.GetAddressBytes().Skip(start).Take(count))
        {
            bits = (bits << 8) | part;
        }

        return bits;
    }

    // The leftmost bits of 64.
    private static ulong Mask(int bits) => bits <= 0 ? 0 : bits >= 64 ? ulong.MaxValue : ulong.MaxValue << (64 - bits);
}
