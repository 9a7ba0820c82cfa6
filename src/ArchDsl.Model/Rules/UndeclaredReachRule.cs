namespace ArchDsl.Model;

/// <summary>A rule about ranges of addresses that let in more components than the source declares. One finding for each such range.</summary>
internal abstract class UndeclaredReachRule : Rule
{
    public sealed override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from guard in architecture.Topology.SecurityGroups
        let target = architecture.Topology.Component(guard.Path)
        where target is not null && !architecture.IsHooked(target.Path)
        from rule in guard.Rules
        where rule is { Direction: Direction.Ingress, Peer.Cidr: { } cidr } && (!cidr.IsInternet || target.Role == ComponentRole.DataStore || architecture.Reachability.Direct(target) is null)
        let found = First(target, rule, architecture)
        where found is not null
        let asked = found.Value.Ports
        let callers = found.Value.Callers
        select new Finding(
            Id,
            new Place(rule.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(
                architecture.NameOf(target.Path),
                asked.ToString(),
                PathText.Names([.. callers.Components.Select(caller => architecture.NameOf(caller.Path))], callers.Count),
                architecture.NameOf(callers.Components[0].Path)),
            rule.Covered.Where(static covered => covered.Peer.Cidr is not null).Select(static covered => new Place(covered.Origin))
                .Concat(callers.Components.Select(caller => new Place(architecture.Reachability.Between(caller, target, asked)?.Exit?.Origin ?? caller.Origin)))
                .ToEquatableArray());

    /// <summary>The first ports that a rule opens to somebody undeclared and that this rule is about, or null.</summary>
    internal (PortRange Ports, Callers Callers)? First(Component target, SecurityRule rule, AnalyzedArchitecture architecture)
    {
        foreach (PortRange ports in Asked(target, rule, architecture))
        {
            Callers callers = architecture.Reachability.UndeclaredCallers(target, rule, ports);
            if (callers.Count > 0)
            {
                return (ports, callers);
            }
        }

        return null;
    }

    /// <summary>The ports that a rule opens and that this rule is about.</summary>
    /// <param name="target">Who accepts the connections.</param>
    /// <param name="rule">The rule of its security group.</param>
    /// <param name="architecture">The architecture.</param>
    protected abstract IEnumerable<PortRange> Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture);
}
