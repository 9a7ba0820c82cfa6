using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Ranges of ports are sets; the laws of sets hold for them.</summary>
public sealed class PortRangeTests
{
    // Beside TCP and UDP there are protocols without ports.
    private static readonly (Protocol? Protocol, int Port)[] Universe =
        [(null, 0), .. from protocol in (Protocol?[])[Protocol.Tcp, Protocol.Udp] from port in Enumerable.Range(0, 7) select (protocol, port)];

    [Fact]
    public void Contains_IsInclusion() => Generate.Ports.Twice().Check(
        static pair => Assert.Equal(Members(pair.Item2).All(Members(pair.Item1).Contains), pair.Item1.Contains(pair.Item2)), 5000);

    [Fact]
    public void Intersect_IsIntersection() => Generate.Ports.Twice().Check(static pair =>
    {
        var shared = Members(pair.Item1).Intersect(Members(pair.Item2));
        Assert.Equal(shared.Order(), (pair.Item1.Intersect(pair.Item2) is { } range ? Members(range) : []).Order());
    }, 5000);

    [Theory]
    [InlineData(Protocol.Tcp, 80, 80, "80")]
    [InlineData(Protocol.Tcp, 0, 65535, "0-65535")]
    [InlineData(Protocol.All, -1, -1, "all traffic")]
    public void Print_IsWhatMessagesShow(Protocol protocol, int from, int to, string text) => Assert.Equal(text, new PortRange(protocol, from, to).ToString());

    internal static HashSet<(Protocol? Protocol, int Port)> Members(PortRange range) =>
        [.. Universe.Where(m => range.Protocol == Protocol.All || m.Protocol == range.Protocol && range.From <= m.Port && m.Port <= range.To)];
}
