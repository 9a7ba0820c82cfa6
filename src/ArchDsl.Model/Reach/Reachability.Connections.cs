namespace ArchDsl.Model;

/// <inheritdoc/>
partial class Reachability
{
    /// <summary>
    /// Every connection that is possible on a port on which its target listens: from the internet, between two components that a rule
    /// names, and between classes of components that rules for ranges treat alike. So the list grows with the rules, not with the pairs.
    /// Whoever leaves for the internet and comes back in is everybody: that is the connection from the internet.
    /// </summary>
    public IEnumerable<Connection> Connections() =>
        FromInternet().Concat(gates.Values.OrderBy(static gate => gate.Component.Path).SelectMany(Named)).Concat(Ranged());

    /// <summary>What lets code connect to public addresses.</summary>
    public IEnumerable<Exit> Exits() =>
        from gate in gates.Values.OrderBy(static gate => gate.Component.Path)
        where gate.Component.Role == ComponentRole.Compute
        from exit in gate.PublicExits.Union(gate.StorageExits)
        select new Exit(gate.Component, exit.Rules[0], gate.PublicExits.Contains(exit), gate.StorageExits.Contains(exit));

    private IEnumerable<Connection> FromInternet() =>
        from component in topology.Components
        from port in component.Ports
        from open in OpenDirectly(component, EquatableArray.Of(port), static cidr => cidr.IsPublic)
        select new Connection([], [component], open.Ports, open.Rule, IsDeclared(null, component, open.Ports), true, open.Rule.Covered.Select(static r => r.Origin).Prepend(open.Rule.Origin).ToEquatableArray());

    private IEnumerable<Connection> Named(Gate caller) =>
        from path in caller.Callees.Concat(admitting[caller.Component.Path].Select(static gate => gate.Component.Path)).Distinct().OrderBy(static path => path)
        where gates.ContainsKey(path) && Opens(caller.Component)
        let target = gates[path]
        from hop in Gate.ConnectAll(caller, target, target.Component.Ports)
        select new Connection([caller.Component], [target.Component], hop.Ports!.Value, hop.Rules[0], IsDeclared(caller.Component, target.Component, hop.Ports.Value), hop.IsCertain, hop.Origins);

    private IEnumerable<Connection> Ranged()
    {
        foreach (Network network in topology.Networks)
        {
            foreach (RangeClass target in ranges.Targets(network.Path))
            {
                foreach (RangeClass caller in ranges.Callers(network.Path, target.Rules.Select(static rule => rule.Ports)).Where(caller => Opens(caller.Members[0].Component)))
                {
                    foreach (IGrouping<EquatableArray<PortRange>, Gate> listening in target.Members.GroupBy(static member => member.Component.Ports))
                    {
                        foreach (Connection connection in Ranged(caller, listening))
                        {
                            yield return connection;
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<Connection> Ranged(RangeClass caller, IGrouping<EquatableArray<PortRange>, Gate> listening)
    {
        List<Component> from = [.. caller.Members.Select(static member => member.Component)];
        List<Component> to = [.. listening.Select(static member => member.Component)];
        if (from.Count == 1 && to.Count == 1 && from[0] == to[0])
        {
            yield break;
        }

        // All members of a class are alike to rules for ranges: two of them stand for all.
        Gate one = caller.Members[0];
        Gate other = listening.FirstOrDefault(member => member != one) ?? listening.First();
        one = one == other ? caller.Members[1] : one;
        foreach (Hop hop in Gate.ConnectByRanges(one, other, listening.Key))
        {
            yield return new Connection(from, to, hop.Ports!.Value, hop.Rules[0], from.Count == 1 && to.Count == 1 && IsDeclared(from[0], to[0], hop.Ports.Value), hop.IsCertain, hop.Origins);
        }
    }

    // A data store answers; it opens no connections of its own.
    private static bool Opens(Component component) => component.Role is ComponentRole.Compute or ComponentRole.LoadBalancer;

    private bool IsDeclared(Component? from, Component to, PortRange ports) =>
        topology.EdgesTo(to.Path).Any(edge => edge.From == from?.Path && edge.Ports?.Intersect(ports) is not null);
}
