using System.Buffers.Binary;
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

    /// <summary>Whether no packet from the internet comes from an IPv4 address.</summary>
    public static bool IsSpecial(IPAddress address) => Special.Any(range => range.Contains(address));

    /// <summary>The first and the last IPv4 address; none of an IPv6 range.</summary>
    public IEnumerable<IPAddress> Ends
    {
        get
        {
            if (Family == AddressFamily.InterNetwork)
            {
                var first = BinaryPrimitives.ReadUInt32BigEndian(Network.BaseAddress.GetAddressBytes());
                yield return Network.BaseAddress;
                yield return Address(first | (uint)((1UL << (32 - PrefixLength)) - 1));
            }

            static IPAddress Address(uint value)
            {
                var bytes = new byte[4];
                BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
                return new IPAddress(bytes);
            }
        }
    }

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
