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
        let asked = Asked(target, rule, architecture)
        where asked is not null
        let callers = architecture.Reachability.UndeclaredCallers(target, rule, asked.Value)
        where callers.Count > 0
        select new Finding(
            Id,
            new Place(rule.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(
                architecture.NameOf(target.Path),
                asked.Value.ToString(),
                PathText.Names([.. callers.Components.Select(caller => architecture.NameOf(caller.Path))], callers.Count),
                architecture.NameOf(callers.Components[0].Path)),
            rule.Covered.Where(static covered => covered.Peer.Cidr is not null).Select(static covered => new Place(covered.Origin))
                .Concat(callers.Components.Select(caller => new Place(architecture.Reachability.Between(caller, target, asked.Value)?.Exit?.Origin ?? caller.Origin)))
                .ToEquatableArray());

    /// <summary>The ports that a rule opens and that this rule is about, or null.</summary>
    /// <param name="target">Who accepts the connections.</param>
    /// <param name="rule">The rule of its security group.</param>
    /// <param name="architecture">The architecture.</param>
    protected abstract PortRange? Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture);
}
