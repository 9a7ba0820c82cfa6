using ArchDsl.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

/// <summary>Ranges of subnets that nobody wrote are allotted around those that somebody wrote.</summary>
public sealed class SubnetAllotmentTests
{
    // Groups of subnets by name: some written out, at random places of the VPC, the others to be allotted.
    private static readonly Gen<(CidrBlock Vpc, int Zones, (string Name, string Kind, CidrBlock[] Written)[] Groups)> Networks =
        from prefix in Gen.Choose(16, 28)
        from zones in Gen.Choose(1, 3)
        from count in Gen.Choose(1, 6)
        let vpc = new CidrBlock(0x0A000000, prefix)
        from groups in Group(vpc, zones).ListOf(count)
        select (vpc, zones, groups.Select(static (g, i) => ($"G{i}", g.Kind, g.Written)).ToArray());

    [Fact]
    public void Subnets_AreDisjointAndInTheVpc() => Networks.Check(static network =>
    {
        Network lowered = Lower(network, out bool full);
        CidrBlock[] blocks = [.. lowered.SubnetGroups.SelectMany(static g => g.Subnets).Select(static s => s.Cidr)];

        Assert.Equal(network.Groups.Length * network.Zones, blocks.Length);
        Assert.All(blocks, block => Assert.True(network.Vpc.Contains(block)));
        Assert.All(lowered.SubnetGroups, g => Assert.Equal(Enumerable.Range(0, network.Zones), g.Subnets.Select(static s => s.Zone)));
        if (!full)
        {
            Assert.All(blocks, block => Assert.InRange(block.PrefixLength, 16, 28));
            Assert.All(Pairs(blocks), static pair => Assert.False(pair.Item1.Overlaps(pair.Item2), $"{pair.Item1} {pair.Item2}"));
        }
    }, 1000);

    [Fact]
    public void WrittenSubnets_KeepTheirRanges() => Networks.Check(static network =>
    {
        Network lowered = Lower(network, out _);
        List<CidrBlock> taken = [];
        foreach (var (name, _, written) in network.Groups)
        {
            for (int zone = 0; zone < written.Length; zone++)
            {
                // Of two that overlap the first by name keeps its range: the other one is an error.
                if (!taken.Any(written[zone].Overlaps))
                {
                    taken.Add(written[zone]);
                    Assert.Equal(written[zone], lowered.SubnetGroups.Single(g => g.Path.Value == name).Subnets[zone].Cidr);
                }
            }
        }
    }, 1000);

    [Fact]
    public void OrderOfMembers_DoesNotMatter() => Networks.Check(static network => Assert.Equal(
        Lower(network, out _),
        Lower((network.Vpc, network.Zones, [.. network.Groups.Reverse()]), out _)));

    /// <summary>No room is said to be left only where AWS's smallest subnets do not fit either.</summary>
    [Fact]
    public void FullVpc_IsReallyFull() => Networks.Check(static network =>
    {
        Network lowered = Lower(network, out bool full);
        CidrBlock[] written = [.. network.Groups.SelectMany(static g => g.Written)];
        if (Pairs(written).Any(static pair => pair.Item1.Overlaps(pair.Item2)))
        {
            return;
        }

        int missing = network.Groups.Sum(g => g.Written.Length == 0 ? network.Zones : 0);
        int free = Enumerable.Range(0, 1 << (28 - network.Vpc.PrefixLength))
            .Select(i => new CidrBlock(network.Vpc.Address + ((uint)i << 4), 28))
            .Count(block => !written.Any(block.Overlaps));
        Assert.Equal(missing > free, full);
    });

    [Theory]
    [InlineData("10.0.0.0/16", 2, 2, "10.0.0.0/20 10.0.16.0/20 10.0.32.0/20 10.0.48.0/20")]
    [InlineData("10.0.0.0/24", 1, 3, "10.0.0.0/28 10.0.0.16/28 10.0.0.32/28")]
    [InlineData("10.0.0.0/16", 3, 6, "10.0.0.0/21 10.0.8.0/21 10.0.16.0/21 10.0.24.0/21 10.0.32.0/21 10.0.40.0/21 10.0.48.0/21 10.0.56.0/21 10.0.64.0/21 10.0.72.0/21 10.0.80.0/21 10.0.88.0/21 10.0.96.0/21 10.0.104.0/21 10.0.112.0/21 10.0.120.0/21 10.0.128.0/21 10.0.136.0/21")]
    public void Allotment_IsStable(string vpc, int zones, int groups, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Lower((CidrBlock.Parse(vpc)!.Value, zones, [.. Enumerable.Range(0, groups).Select(static i => ($"G{i}", "PrivateSubnet", Array.Empty<CidrBlock>()))]), out _)
            .SubnetGroups.SelectMany(static g => g.Subnets).Select(static s => s.Cidr)));

    private static Gen<(string Kind, CidrBlock[] Written)> Group(CidrBlock vpc, int zones) =>
        from kind in Gen.Elements("PublicSubnet", "PrivateSubnet", "IsolatedSubnet")
        from isWritten in Gen.Elements(true, false)
        from blocks in (from prefix in Gen.Choose(vpc.PrefixLength, 28)
                        from offset in Gen.Choose(0, (1 << (prefix - vpc.PrefixLength)) - 1)
                        select new CidrBlock(vpc.Address + (uint)((ulong)offset << (32 - prefix)), prefix)).ArrayOf(zones)
        select (kind, isWritten ? blocks : []);

    private static Network Lower((CidrBlock Vpc, int Zones, (string Name, string Kind, CidrBlock[] Written)[] Groups) network, out bool full)
    {
        ArchitectureTopology topology = Lowering.Lower(Declared.Architecture(
            [Declared.Attribute("Vpc", ("Cidr", network.Vpc.ToString()), ("AvailabilityZones", network.Zones))],
            [
                .. network.Groups.OrderBy(static g => g.Name, StringComparer.Ordinal).Select(static g => Declared.Node(
                    g.Name, [Declared.Attribute(g.Kind, g.Written.Length == 0 ? [] : [("Cidrs", g.Written.Select(static b => b.ToString()).ToArray())])])),
            ]));
        full = topology.Findings.Any(static f => f.RuleId == "ARCH0024");
        return Assert.Single(topology.Networks);
    }

    private static IEnumerable<(CidrBlock, CidrBlock)> Pairs(CidrBlock[] blocks) =>
        from i in Enumerable.Range(0, blocks.Length) from j in Enumerable.Range(0, i) select (blocks[i], blocks[j]);
}
