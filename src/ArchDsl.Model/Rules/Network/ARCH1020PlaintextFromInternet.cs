namespace ArchDsl.Model;

/// <summary>A load balancer takes plaintext HTTP from the internet.</summary>
internal sealed class PlaintextFromInternet : Rule
{
    public override string Id => "ARCH1020";

    public override string Title => "Plaintext HTTP from the internet";

    public override string Message => "{0} takes plain HTTP from the internet on port {1}: everybody on the way can read and change it. Add an [HttpsListener<T>], and redirect with RedirectToHttps = true.";

    public override string Description => "Passwords, sessions and personal data travel in the clear between the visitor and the load balancer.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
        ["ELB.1", "NIST.800.53.R5-ALBHttpToHttpsRedirection", "CKV2_AWS_20", "CKV_AWS_2", "AWS-0054", "W56", "CT.ELASTICLOADBALANCING.PR.1", "CT.ELASTICLOADBALANCING.PR.9"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from balancer in architecture.Topology.Components.OfType<ApplicationLoadBalancer>()
        let open = architecture.Reachability.Direct(balancer)
        where open is not null && architecture.Topology.TargetGroupsOf(balancer.Path).Any()
        from listener in balancer.Listeners
        where listener.Certificate is null && !listener.RedirectToHttps && open.Rules.Any(rule => rule.Ports.Intersect(PortRange.Tcp(listener.Port)) is not null)
        select At(listener.Origin, architecture.NameOf(balancer.Path), $"{listener.Port}");
}
