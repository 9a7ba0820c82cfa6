namespace ArchDsl.Model;

/// <summary>Says in plain words what an architecture consists of and what was proven about it.</summary>
internal static class Reporting
{
    public static Report Of(AnalyzedArchitecture architecture)
    {
        ArchitectureDeclaration declaration = architecture.Declaration;
        ArchitectureTopology topology = architecture.Topology;
        IReadOnlyList<NodePath> hooked = architecture.Hooks;
        return new Report(
            topology.Stack.Name ?? declaration.Root.Name,
            Built(declaration, topology).ToEquatableArray(),
            Proven(architecture, hooked).Concat(Reach(architecture)).Concat(Invariants(Verdict.Proven, architecture)).ToEquatableArray(),
            architecture.TakenRisks.Select(r => $"{r.Id} on {Name(r.Node, declaration)}: {r.Reason}").ToEquatableArray(),
            architecture.Check(today: null)
                // An acceptance that one stage does not need, another may.
                .Where(static f => f.RuleId != AcceptanceWithoutRisk.RuleId)
                .Select(f => $"{f.RuleId} on {Name(f.Place.Origin.Node, declaration)}: {RuleSet.Find(f.RuleId)!.Title}").Distinct().ToEquatableArray(),
            hooked.Select(path => $"{Name(path, declaration)} has a hook: what it does is not analysed.").Concat(Invariants(Verdict.Unproven, architecture)).ToEquatableArray());
    }

    private static IEnumerable<string> Invariants(Verdict verdict, AnalyzedArchitecture architecture) =>
        from result in architecture.Invariants
        where result.Verdict == verdict
        select $"{result.Invariant.Text} on {Name(result.Invariant.Node, architecture.Declaration)}{(verdict == Verdict.Proven ? "" : ": " + result.Reason)}.";

    private static IEnumerable<string> Built(ArchitectureDeclaration declaration, ArchitectureTopology topology)
    {
        foreach (Network network in topology.Networks)
        {
            yield return $"{Name(network.Path, declaration)}: VPC {network.Cidr}{(network.Ipv6 ? " and IPv6" : "")}, {Count(network.AvailabilityZones, "zone")}, {Count(network.SubnetGroups.Sum(static g => g.Subnets.Count), "subnet")}, {Count(network.NatGateways.Count, "NAT gateway")}";
        }

        foreach (Component component in topology.Components)
        {
            yield return $"{Name(component.Path, declaration)}: {Kind.Of(component).Describe(component)}";
        }
    }

    private static IEnumerable<string> Proven(AnalyzedArchitecture architecture, IReadOnlyList<NodePath> hooked)
    {
        ArchitectureDeclaration declaration = architecture.Declaration;
        ArchitectureTopology topology = architecture.Topology;
        string unless = hooked.Count == 0 ? "" : ", unless a hook opens one";
        foreach (Component store in topology.Components.Where(static c => c.Role == ComponentRole.DataStore && c.Placement is not null))
        {
            if (hooked.Contains(store.Path) || hooked.Contains(NodePath.Root) || architecture.Reachability.FromInternet(store) is not null)
            {
                continue;
            }

            IReadOnlyList<string> admitted = architecture.Reachability.Admitted(store);
            string some = architecture.Reachability.FromSomeOfInternet(store) is null ? "No path from the internet" : "No path from the internet but the admitted ranges";
            yield return $"{some} to {Name(store.Path, declaration)}:{store.Ports[0]}{unless}; admitted: {(admitted.Count == 0 ? "nobody" : string.Join(", ", admitted))}.";
        }

        foreach (Bucket bucket in topology.Components.OfType<Bucket>().Where(b => !b.PublicRead && !hooked.Contains(b.Path) && !hooked.Contains(NodePath.Root)))
        {
            yield return $"No public access to {Name(bucket.Path, declaration)}{unless}.";
        }
    }

    // What an attacker gets who takes over what faces the internet.
    private static IEnumerable<string> Reach(AnalyzedArchitecture architecture)
    {
        if (architecture.Hooks.Count > 0)
        {
            yield break;
        }

        foreach (Component host in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.Compute))
        {
            if (architecture.Reachability.FromInternet(host) is { } way)
            {
                IEnumerable<string> reached = architecture.Reachability.SpreadFrom([host], new SpreadQuery { Permissions = true }).Reached
                    .Select(c => Name(c.Path, architecture.Declaration))
                    .OrderBy(static name => name, StringComparer.Ordinal);
                yield return $"Whoever takes over {Name(host.Path, architecture.Declaration)} ({PathText.Of(way, architecture)}) gets to {string.Join(", ", reached.DefaultIfEmpty("nothing else"))}, and no further than everybody else.";
            }
        }
    }

    private static string Name(NodePath path, ArchitectureDeclaration declaration) => path.IsRoot ? declaration.Root.Name : path.Value;

    private static string Count(int number, string what) => number == 0 ? $"no {what}" : number == 1 ? $"1 {what}" : $"{number} {what}s";
}
