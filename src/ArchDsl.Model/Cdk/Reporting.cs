namespace ArchDsl.Model;

/// <summary>Says in plain words what an architecture consists of and what was proven about it.</summary>
internal static class Reporting
{
    // Nobody reads more of them, and each takes a search of its own.
    private const int MostHosts = 12;
    private const int MostNames = 24;

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
            architecture.OpenFindings
                .Select(f => (Finding: f, Rule: RuleSet.Find(f.RuleId)!))
                .Select(f => $"{f.Rule.Id} on {Name(f.Finding.Place.Origin.Node, declaration)}: {f.Rule.Title}{(f.Rule.Severity == Severity.Info ? " (advice)" : "")}").Distinct().ToEquatableArray(),
            hooked.Select(path => $"{Name(path, declaration)} {char.ToLowerInvariant(NotAnalysed[0])}{NotAnalysed.Substring(1)}").Concat(Invariants(Verdict.Unproven, architecture)).Concat(Invariants(Verdict.Empty, architecture)).ToEquatableArray());
    }

    /// <summary>What is said of a class with a hook.</summary>
    public const string NotAnalysed = "Has a hook: what it does is not analysed.";

    /// <summary>What a hook takes away from a sentence about paths.</summary>
    public static string UnlessHook(AnalyzedArchitecture architecture) => architecture.Hooks.Count == 0 ? "" : ", unless a hook opens one";

    /// <summary>One line that says what a network is.</summary>
    public static string Describe(Network network) =>
        $"VPC {network.Cidr}{(network.Ipv6 ? " and IPv6" : "")}, {Count(network.AvailabilityZones, "zone")}, {Count(network.SubnetGroups.Sum(static g => g.Subnets.Count), "subnet")}, {Count(network.NatGateways.Count, "NAT gateway")}";

    /// <summary>Who may connect to a component.</summary>
    public static string Admitted(Component component, AnalyzedArchitecture architecture) =>
        string.Join(", ", architecture.Reachability.Admitted(component).Select(name => name.Length == 0 ? architecture.Declaration.Root.Name : name).DefaultIfEmpty("nobody"));

    private static IEnumerable<string> Invariants(Verdict verdict, AnalyzedArchitecture architecture) =>
        from result in architecture.Invariants
        where result.Verdict == verdict
        select $"{result.Invariant.Text} on {Name(result.Invariant.Node, architecture.Declaration)}{(verdict == Verdict.Proven ? "" : verdict == Verdict.Empty ? ": it checks nothing, since " + result.Reason : ": " + result.Reason)}.";

    private static IEnumerable<string> Built(ArchitectureDeclaration declaration, ArchitectureTopology topology)
    {
        foreach (Network network in topology.Networks)
        {
            yield return $"{Name(network.Path, declaration)}: {Describe(network)}";
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
        string unless = UnlessHook(architecture);
        List<Component> stores = [.. topology.Components.Where(static c => c.Role == ComponentRole.DataStore && c.Placement is not null)];
        Spread spread = architecture.Reachability.SpreadFromInternet(new SpreadQuery { AnyRange = true });
        IReadOnlyDictionary<NodePath, Callers> callers = architecture.Reachability.CallersAmong(spread, stores);
        foreach (Component store in stores)
        {
            if (hooked.Contains(store.Path) || hooked.Contains(NodePath.Root) || architecture.Reachability.FromInternet(store) is not null)
            {
                continue;
            }

            string but = string.Join(" and ", Ways(store, spread, callers[store.Path], architecture));
            yield return $"No path from the internet to {Name(store.Path, declaration)}:{store.Ports[0]}{(but.Length == 0 ? "" : " but " + but)}{unless}; admitted: {Admitted(store, architecture)}.";
        }

        foreach (Bucket bucket in topology.Components.OfType<Bucket>().Where(b => !b.PublicRead && !hooked.Contains(b.Path) && !hooked.Contains(NodePath.Root)))
        {
            yield return $"No public access to {Name(bucket.Path, declaration)}{unless}.";
        }
    }

    // How the internet gets to a store after all: from ranges that it admits, and through the hosts that may call it.
    private static IEnumerable<string> Ways(Component store, Spread spread, Callers callers, AnalyzedArchitecture architecture)
    {
        if (architecture.Reachability.FromSomeOfInternet(store) is not null)
        {
            yield return "from the admitted ranges";
        }

        if (callers.Count > 0)
        {
            Component first = callers.Components.OrderBy(caller => spread.PathTo(caller)!.Count).First();
            string names = PathText.Names([.. callers.Components.Select(caller => Name(caller.Path, architecture.Declaration))], callers.Count);
            yield return $"through {names} ({PathText.Of(spread.PathTo(first)!, architecture)})";
        }
    }

    // What an attacker gets who takes over what faces the internet.
    private static IEnumerable<string> Reach(AnalyzedArchitecture architecture)
    {
        if (architecture.Hooks.Count > 0)
        {
            yield break;
        }

        List<(Component Host, IReadOnlyList<Hop> Way)> exposed =
        [
            .. from host in architecture.Topology.Components
               where host.Role == ComponentRole.Compute
               let way = architecture.Reachability.FromInternet(host)
               where way is not null
               select (host, way),
        ];
        foreach ((Component host, IReadOnlyList<Hop> way) in exposed.Take(MostHosts))
        {
            List<string> reached =
            [
                .. architecture.Reachability.SpreadFrom([host], new SpreadQuery { Permissions = true }).Reached
                    .Select(c => Name(c.Path, architecture.Declaration))
                    .OrderBy(static name => name, StringComparer.Ordinal),
            ];
            string names = string.Join(", ", reached.Take(MostNames).DefaultIfEmpty("nothing else")) + (reached.Count > MostNames ? $" and {reached.Count - MostNames} more" : "");
            yield return $"Whoever takes over {Name(host.Path, architecture.Declaration)} ({PathText.Of(way, architecture)}) gets to {names}, and no further than everybody else.";
        }

        if (exposed.Count > MostHosts)
        {
            yield return $"{exposed.Count - MostHosts} more face the internet.";
        }
    }

    /// <summary>The path of a class, or the name of the root.</summary>
    public static string Name(NodePath path, ArchitectureDeclaration declaration) => path.IsRoot ? declaration.Root.Name : path.Value;

    private static string Count(int number, string what) => number == 0 ? $"no {what}" : number == 1 ? $"1 {what}" : $"{number} {what}s";
}
