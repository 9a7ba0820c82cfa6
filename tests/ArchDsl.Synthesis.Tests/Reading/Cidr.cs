using System.Net;
using System.Net.Sockets;

namespace ArchDsl.Synthesis.Tests.Reading;

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

    public static Cidr? TryParse(string? text) => IPNetwork.TryParse(text, out var network) ? new Cidr(network) : null;

    public AddressFamily Family => Network.BaseAddress.AddressFamily;

    public int PrefixLength => Network.PrefixLength;

    public bool Contains(IPAddress address) => address.AddressFamily == Family && Network.Contains(address);

    public bool Contains(Cidr other) => other.PrefixLength >= PrefixLength && Contains(other.Network.BaseAddress);

    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    public override string ToString() => Network.ToString();
}
