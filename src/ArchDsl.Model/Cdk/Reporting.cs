namespace ArchDsl.Model;

/// <summary>Says in plain words what an architecture consists of and what was proven about it.</summary>
internal static class Reporting
{
    public static Report Of(AnalyzedArchitecture architecture)
    {
        ArchitectureDeclaration declaration = architecture.Declaration;
        ArchitectureTopology topology = architecture.Topology;
        List<NodePath> hooked = [.. declaration.Root.SelfAndDescendants().Where(static n => n.Shape.HasFlag(TypeShape.Hooked)).Select(static n => n.Path)];
        return new Report(
            topology.Stack.Name ?? declaration.Root.Name,
            Built(declaration, topology).ToEquatableArray(),
            Proven(architecture, hooked).ToEquatableArray(),
            architecture.TakenRisks.Select(r => $"{r.Id} on {Name(r.Node, declaration)}: {r.Reason}").ToEquatableArray(),
            hooked.Select(path => $"{Name(path, declaration)} has a hook: what it does is not analysed.").ToEquatableArray());
    }

    private static IEnumerable<string> Built(ArchitectureDeclaration declaration, ArchitectureTopology topology)
    {
        foreach (Network network in topology.Networks)
        {
            yield return $"{Name(network.Path, declaration)}: VPC {network.Cidr}, {Count(network.AvailabilityZones, "zone")}, {Count(network.SubnetGroups.Sum(static g => g.Subnets.Count), "subnet")}, {Count(network.NatGateways.Count, "NAT gateway")}";
        }

        foreach (Component component in topology.Components)
        {
            yield return $"{Name(component.Path, declaration)}: {Kind.Of(component).Describe(component)}";
        }
    }

    private static IEnumerable<string> Proven(AnalyzedArchitecture architecture, List<NodePath> hooked)
    {
        ArchitectureDeclaration declaration = architecture.Declaration;
        ArchitectureTopology topology = architecture.Topology;
        foreach (Component store in topology.Components.Where(static c => c.Role == ComponentRole.DataStore && c.Placement is not null))
        {
            // A hook can open anything that its construct has a hand in.
            bool proven = !hooked.Contains(store.Path) && !hooked.Contains(NodePath.Root) && architecture.Reachability.FromInternet(store) is null;
            if (proven)
            {
                string sources = string.Join(", ", topology.EdgesTo(store.Path).Where(static e => e.From is not null).Select(e => Name(e.From!.Value, declaration)).Distinct().OrderBy(static n => n, StringComparer.Ordinal));
                yield return $"No path from the internet to {Name(store.Path, declaration)}:{store.Ports[0]}; admitted: {(sources.Length == 0 ? "nobody" : sources)}.";
            }
        }

        foreach (Bucket bucket in topology.Components.OfType<Bucket>().Where(b => !b.PublicRead && !hooked.Contains(b.Path)))
        {
            yield return $"No public access to {Name(bucket.Path, declaration)}.";
        }
    }

    private static string Name(NodePath path, ArchitectureDeclaration declaration) => path.IsRoot ? declaration.Root.Name : path.Value;

    private static string Count(int number, string what) => number == 0 ? $"no {what}" : number == 1 ? $"1 {what}" : $"{number} {what}s";
}
