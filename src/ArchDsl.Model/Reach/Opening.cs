namespace ArchDsl.Model;

/// <summary>What lets connections through on one side: a rule for a group, a rule for a range, or rules for ranges that add up.</summary>
/// <param name="Rules">The rules; several only where they cover a whole subnet together.</param>
/// <param name="Ports">The ports for which they do.</param>
/// <param name="IsCertain">Whether they hold for one whole subnet of the other side at least.</param>
internal readonly record struct Opening(EquatableArray<SecurityRule> Rules, PortRange Ports, bool IsCertain)
{
    /// <summary>A rule for a group: it holds wherever the members of the group have their addresses.</summary>
    public static Opening Of(SecurityRule rule) => new(EquatableArray.Of(rule), rule.Ports, true);

    /// <summary>The ports that packets of one family pass on both sides, or null; a rule for a group is for both families.</summary>
    public PortRange? Meet(Opening other) =>
        Rules[0].Peer.Cidr is { } one && other.Rules[0].Peer.Cidr is { } two && one.IsIpv6 != two.IsIpv6 ? null : Ports.Intersect(other.Ports);

    /// <summary>What rules for ranges let through of some subnets: each that overlaps one of them, then those that add up to a whole one.</summary>
    /// <param name="ranges">The rules.</param>
    /// <param name="subnets">The IPv4 ranges of the subnets in which the other side can have its addresses.</param>
    /// <param name="ipv6">Whether both sides have IPv6 addresses. Amazon chooses them, so that a narrower range may be theirs or not.</param>
    public static IEnumerable<Opening> For(IReadOnlyList<SecurityRule> ranges, EquatableArray<CidrBlock> subnets, bool ipv6)
    {
        List<CidrBlock> homes = [.. subnets, .. ipv6 ? [CidrBlock.GlobalUnicast] : Array.Empty<CidrBlock>()];
        List<SecurityRule> parts = [];
        foreach (SecurityRule rule in ranges)
        {
            CidrBlock cidr = rule.Peer.Cidr!.Value;
            if (homes.Exists(cidr.Contains))
            {
                yield return new Opening(EquatableArray.Of(rule), rule.Ports, true);
            }
            else if (homes.Exists(cidr.Overlaps))
            {
                parts.Add(rule);
                yield return new Opening(EquatableArray.Of(rule), rule.Ports, false);
            }
        }

        foreach (Opening sum in Sums(parts, homes))
        {
            yield return sum;
        }
    }

    private static IEnumerable<Opening> Sums(List<SecurityRule> parts, List<CidrBlock> homes) =>
        from ports in Steps(parts.Select(static part => part.Ports))
        from home in homes
        let open = parts.Where(part => part.Ports.Contains(ports) && part.Peer.Cidr!.Value.Overlaps(home)).ToEquatableArray()
        where Cover([.. open.Select(static part => part.Peer.Cidr!.Value)], home)
        select new Opening(open, ports, true);

    // The ranges of ports within which all rules say the same.
    private static IEnumerable<PortRange> Steps(IEnumerable<PortRange> ports)
    {
        foreach (IGrouping<Protocol, PortRange> protocol in ports.GroupBy(static range => range.Protocol))
        {
            List<int> bounds = [.. protocol.SelectMany(static range => new[] { range.From, range.To + 1 }).Distinct().OrderBy(static bound => bound)];
            foreach ((int first, int next) in bounds.Zip(bounds.Skip(1), static (first, next) => (first, next)))
            {
                yield return new PortRange(protocol.Key, first, next - 1);
            }
        }
    }

    // Ranges are aligned, so that several cover a block exactly if they cover its halves.
    private static bool Cover(List<CidrBlock> ranges, CidrBlock block)
    {
        if (ranges.Exists(range => range.Contains(block)))
        {
            return true;
        }

        List<CidrBlock> inside = ranges.FindAll(block.Overlaps);
        return inside.Count > 0 && block.Halves is var (lower, upper) && Cover(inside, lower) && Cover(inside, upper);
    }
}
