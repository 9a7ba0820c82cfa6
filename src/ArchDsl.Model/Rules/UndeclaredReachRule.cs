namespace ArchDsl.Model;

/// <summary>A rule about ranges of addresses that let in more components than the source declares. One finding for each such range.</summary>
internal abstract class UndeclaredReachRule : Rule
{
    public sealed override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from way in Ways(architecture)
        where Counts(way.Callers)
        select new Finding(
            Id,
            new Place(way.Rule.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(
                architecture.NameOf(way.Target.Path),
                way.Ports.ToString(),
                PathText.Names([.. way.Callers.Components.Select(caller => architecture.NameOf(caller.Path))], way.Callers.Count),
                architecture.NameOf(way.Callers.Components[0].Path)),
            Related(way, way.Callers.Components, architecture).ToEquatableArray());

    /// <summary>Whether it is this rule that reports the callers.</summary>
    protected virtual bool Counts(Callers callers) => true;

    /// <summary>The ranges that open ports to somebody undeclared, whoever that is.</summary>
    internal IEnumerable<UndeclaredWay> Ways(AnalyzedArchitecture architecture) =>
        from guard in architecture.Topology.SecurityGroups
        let target = architecture.Topology.Component(guard.Path)
        where target is not null && !architecture.IsHooked(target.Path)
        from rule in guard.Rules
        where rule is { Direction: Direction.Ingress, Peer.Cidr: { } cidr } && (!cidr.IsInternet || target.Role == ComponentRole.DataStore || architecture.Reachability.Direct(target) is null)
        let found = First(target, rule, architecture)
        where found is not null
        select new UndeclaredWay(target, rule, found.Value.Ports, found.Value.Callers);

    /// <summary>The other attributes that open a way: those that the range takes in, and those that let callers out.</summary>
    internal static IEnumerable<Place> Related(UndeclaredWay way, IEnumerable<Component> callers, AnalyzedArchitecture architecture) =>
        way.Rule.Covered.Where(static covered => covered.Peer.Cidr is not null).Select(static covered => new Place(covered.Origin))
            .Concat(callers.Select(caller => new Place(architecture.Reachability.Between(caller, way.Target, way.Ports)?.Exit?.Origin ?? caller.Origin)));

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

/// <summary>A range of addresses that lets in components that the source does not declare.</summary>
/// <param name="Target">Who accepts the connections.</param>
/// <param name="Rule">The rule with the range.</param>
/// <param name="Ports">The ports.</param>
/// <param name="Callers">The components.</param>
internal sealed record UndeclaredWay(Component Target, SecurityRule Rule, PortRange Ports, Callers Callers);
