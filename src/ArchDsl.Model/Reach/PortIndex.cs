namespace ArchDsl.Model;

/// <summary>Finds those of some classes that have a rule for some ports, without asking all of them: most rules are for one port.</summary>
internal sealed class PortIndex
{
    private readonly List<RangeClass> classes = [];
    private readonly Dictionary<(Protocol Protocol, int Port), List<int>> single = [];
    private readonly List<(PortRange Ports, int Class)> wide = [];

    /// <summary>Adds a class with all its rules.</summary>
    public void Add(RangeClass added)
    {
        foreach (PortRange ports in added.Rules.Select(static rule => rule.Ports).Distinct())
        {
            if (ports.From != ports.To || ports.Protocol == Protocol.All)
            {
                wide.Add((ports, classes.Count));
                continue;
            }

            if (!single.TryGetValue((ports.Protocol, ports.From), out List<int>? same))
            {
                single[(ports.Protocol, ports.From)] = same = [];
            }

            same.Add(classes.Count);
        }

        classes.Add(added);
    }

    /// <summary>All classes, in the order in which they were added.</summary>
    public IReadOnlyList<RangeClass> All => classes;

    /// <summary>The classes with a rule for some of the ports, in the order in which they were added.</summary>
    public IEnumerable<RangeClass> Find(IEnumerable<PortRange> ports)
    {
        SortedSet<int> found = [];
        foreach (PortRange asked in ports.Distinct())
        {
            found.UnionWith(wide.Where(rule => rule.Ports.Intersect(asked) is not null).Select(static rule => rule.Class));
            if (asked.From != asked.To || asked.Protocol == Protocol.All)
            {
                found.UnionWith(single.Where(rule => asked.Intersect(new PortRange(rule.Key.Protocol, rule.Key.Port, rule.Key.Port)) is not null).SelectMany(static rule => rule.Value));
            }
            else if (single.TryGetValue((asked.Protocol, asked.From), out List<int>? same))
            {
                found.UnionWith(same);
            }
        }

        return found.Select(index => classes[index]);
    }
}
