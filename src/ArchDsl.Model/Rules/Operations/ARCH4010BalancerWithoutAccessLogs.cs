namespace ArchDsl.Model;

/// <summary>Nobody can tell what a load balancer was asked.</summary>
internal sealed class BalancerWithoutAccessLogs : Rule
{
    public override string Id => "ARCH4010";

    public override string Title => "A load balancer without access logs";

    public override string Message => "{0} keeps no log of its requests: after an attack nobody can tell who asked for what. Add [AccessLogs<T>] with a bucket that takes the logs.";

    public override string Description => "The log has each request with its address, path and answer: without it there is no telling an attack from a fault, nor what it reached.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
        ["ELB.5", "AwsSolutions-ELB2", "NIST.800.53.R5-ELBLoggingEnabled", "CKV_AWS_91", "W52", "CT.ELASTICLOADBALANCING.PR.6"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from balancer in architecture.Topology.Components.OfType<ApplicationLoadBalancer>()
        where architecture.Topology.AccessLogsOf(balancer.Path) is null
        select At(balancer.Origin, architecture.NameOf(balancer.Path));
}
