namespace ArchDsl.Model;

/// <summary>A load balancer lacks a listener, somebody to pass requests on to, or somebody who asks.</summary>
internal sealed class LoadBalancerLeadsNowhere : Rule
{
    public override string Id => "ARCH1042";

    public override string Title => "A load balancer leads nowhere";

    public override string Message => "{0} leads nowhere: it has no {1}. Add {2}.";

    public override string Description =>
        "Without a listener no connection is ever accepted, without a target every request is answered with 404 by the load balancer itself, and an internal one that admits nobody is asked nothing.";

    public override Severity Severity => Severity.Error;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from balancer in architecture.Topology.Components.OfType<ApplicationLoadBalancer>()
        where !architecture.IsHooked(balancer.Path)
        let missing = Missing(balancer, architecture)
        where missing is not null
        select At(missing.Value.Place, architecture.NameOf(balancer.Path), missing.Value.What, missing.Value.Cure);

    private static (Origin Place, string What, string Cure)? Missing(ApplicationLoadBalancer balancer, AnalyzedArchitecture architecture)
    {
        // That a route leads nowhere for want of a listener is a finding of the route.
        if (balancer.ListenerOrigin is null)
        {
            return balancer.RouteOrigin is null ? (balancer.Origin, "listener", "an [HttpsListener<T>] or [HttpListener]") : null;
        }

        if (balancer.RouteOrigin is null)
        {
            return (balancer.Origin, "component that answers its requests", "a [RoutesTo<T>]");
        }

        if (balancer.Listeners.Count == 0 || architecture.Reachability.Admitted(balancer).Count > 0)
        {
            return null;
        }

        string listens = string.Join(", ", balancer.Listeners.Select(static listener => listener.Port));
        return architecture.Topology.SecurityGroup(balancer.Path)!.Rules.FirstOrDefault(static rule => rule is { Direction: Direction.Ingress, Peer.Cidr: not null }) is { } other
            ? (other.Origin, $"listener on {(other.Ports.Protocol == Protocol.Udp ? "UDP " : "")}{other.Ports}, and admits nobody where it has one", $"an ingress on {listens}")
            : (balancer.Origin, "component that may ask it", $"a [Uses<{architecture.NameOf(balancer.Path)}>] to those that do");
    }
}
