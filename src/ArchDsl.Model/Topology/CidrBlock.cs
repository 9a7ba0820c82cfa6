using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ArchDsl.Model;

/// <summary>An IPv4 range in CIDR notation.</summary>
/// <remarks><c>System.Net.IPNetwork</c> is not to be had in a compiler extension, which targets .NET Standard 2.0.</remarks>
/// <param name="Address">The first address.</param>
/// <param name="PrefixLength">The number of fixed bits, 0 to 32.</param>
public readonly record struct CidrBlock(uint Address, int PrefixLength)
{
    /// <summary>Every IPv4 address.</summary>
    public static CidrBlock Internet => new(0, 0);

    // Ranges that no packet from the internet comes from: https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly CidrBlock[] PrivateRanges =
    [
        new(0x0A000000, 8), new(0xAC100000, 12), new(0xC0A80000, 16), new(0x64400000, 10), new(0xA9FE0000, 16), new(0x7F000000, 8),
    ];

    // An organisation's own range is hardly ever wider; /8 is whole regions of a cloud.
    private const int WidestOfOneOrganisation = 16;

    /// <summary>Whether this is every IPv4 address.</summary>
    public bool IsEverything => PrefixLength == 0;

    /// <summary>Whether hosts on the internet have addresses in the range.</summary>
    public bool IsPublic => !IsWithin(PrivateRanges);

    /// <summary>Whether the range is public and wider than any one organisation's, so that strangers are in it.</summary>
    public bool IsInternet => PrefixLength < WidestOfOneOrganisation && IsPublic;


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

    /// <summary>The last address.</summary>
    public uint Last => Address | (PrefixLength == 0 ? uint.MaxValue : (uint)((1UL << (32 - PrefixLength)) - 1));

    /// <summary>Reads <c>a.b.c.d/n</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The range, or null where the text is not one, or has bits set beyond its prefix.</returns>
    public static CidrBlock? Parse(string? text)
    {
        string[] parts = (text ?? "").Split('/');
        if (parts.Length != 2
            || parts[0].Split('.').Length != 4
            || !IPAddress.TryParse(parts[0], out IPAddress? address)
            || address.AddressFamily != AddressFamily.InterNetwork
            || address.ToString() != parts[0]
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            || prefix > 32
            || prefix.ToString(CultureInfo.InvariantCulture) != parts[1])
        {
            return null;
        }

        byte[] bytes = address.GetAddressBytes();
        uint value = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        uint mask = prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);
        return (value & ~mask) == 0 ? new CidrBlock(value, prefix) : null;
    }

    /// <summary>Whether every address of another range lies in this one.</summary>
    public bool Contains(CidrBlock other) => Address <= other.Address && other.Last <= Last;

    /// <summary>Whether the ranges share an address.</summary>
    public bool Overlaps(CidrBlock other) => Address <= other.Last && other.Address <= Last;

    /// <inheritdoc/>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}.{1}.{2}.{3}/{4}", Address >> 24, (Address >> 16) & 255, (Address >> 8) & 255, Address & 255, PrefixLength);
}
