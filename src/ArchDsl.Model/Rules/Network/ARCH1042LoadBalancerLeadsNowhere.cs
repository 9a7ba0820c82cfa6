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
        select At(balancer.Origin, architecture.NameOf(balancer.Path), missing.Value.What, missing.Value.Cure);

    private static (string What, string Cure)? Missing(ApplicationLoadBalancer balancer, AnalyzedArchitecture architecture) =>
        balancer.ListenerOrigin is null ? ("listener", "an [HttpsListener<T>] or [HttpListener]")
        : balancer.RouteOrigin is null ? ("component that answers its requests", "a [RoutesTo<T>]")
        : balancer.Listeners.Count > 0 && architecture.Reachability.Admitted(balancer).Count == 0
        ? ("component that may ask it", $"a [Uses<{architecture.NameOf(balancer.Path)}>] to those that do")
        : null;
}
