using System.Net;
using System.Net.Sockets;

namespace ArchDsl.CloudFormation;

/// <summary>A range of addresses of either family.</summary>
public readonly record struct Cidr(IPNetwork Network)
{
    /// <summary>
    /// Addresses that stand for the internet: one in each public block of 2^24 IPv4 addresses, and a few IPv6 ones.
    /// A rule for an office's own range meets none of them; a rule for everyone, even in two halves, meets all.
    /// </summary>
    public static IReadOnlyList<IPAddress> Internet { get; } =
    [
        .. Enumerable.Range(1, 223).Except([10, 127]).Select(first => new IPAddress([(byte)first, 211, 97, 5])),
        IPAddress.Parse("2001:4860:4860::8888"),
        IPAddress.Parse("2606:4700::1111"),
        IPAddress.Parse("2a00:1450:4001::5"),
        IPAddress.Parse("2400:cb00:2048::1"),
    ];

    // https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly Cidr[] Special =
        [.. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3" }.Select(text => TryParse(text)!.Value)];

    /// <summary>
    /// The IPv6 addresses that hosts on the internet have (<see href="https://www.iana.org/assignments/ipv6-address-space">IANA</see>). Amazon
    /// gives VPCs a range of them: <see href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html">AWS</see>.
    /// </summary>
    public static Cidr GlobalUnicast { get; } = TryParse("2000::/3")!.Value;

    /// <summary>Whether no packet from the internet comes from an address.</summary>
    public static bool IsSpecial(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? !GlobalUnicast.Contains(address) : Special.Any(range => range.Contains(address));

    /// <summary>The first and the last address.</summary>
    public IEnumerable<IPAddress> Ends
    {
        get
        {
            var bytes = Network.BaseAddress.GetAddressBytes();
            yield return new IPAddress(bytes);
            for (var bit = PrefixLength; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
            }

            yield return new IPAddress(bytes);
        }
    }

    // A range of 2^16 IPv4 addresses or fewer may be an organisation's own, and so may an IPv6 range that a registry gives to one;
    // in a wider one there are strangers.
    private const int WidestOfOneOrganisation = 16;
    private const int WidestOfOneOrganisationIpv6 = 32;

    /// <summary>Whether people who have nothing to do with each other have addresses in it.</summary>
    public bool HasStrangers => PrefixLength < (Family == AddressFamily.InterNetwork ? WidestOfOneOrganisation : WidestOfOneOrganisationIpv6);

    /// <summary>Reads a range in CIDR notation; null where the text is none.</summary>
    public static Cidr? TryParse(string? text) => IPNetwork.TryParse(text, out var network) ? new Cidr(network) : null;

    /// <summary>IPv4 or IPv6.</summary>
    public AddressFamily Family => Network.BaseAddress.AddressFamily;

    /// <summary>The number of fixed bits.</summary>
    public int PrefixLength => Network.PrefixLength;

    /// <summary>Whether an address lies in the range.</summary>
    public bool Contains(IPAddress address) => address.AddressFamily == Family && Network.Contains(address);

    /// <summary>Whether every address of another range lies in this one.</summary>
    public bool Contains(Cidr other) => other.PrefixLength >= PrefixLength && Contains(other.Network.BaseAddress);

    /// <summary>Whether the ranges share an address.</summary>
    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    /// <inheritdoc/>
    public override string ToString() => Network.ToString();
}
