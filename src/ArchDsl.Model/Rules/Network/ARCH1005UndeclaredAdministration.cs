namespace ArchDsl.Model;

/// <summary>Components reach an administration port, and nothing declares that they do.</summary>
internal sealed class UndeclaredAdministration : UndeclaredReachRule
{
    public override string Id => "ARCH1005";

    public override string Title => "An administration port is reachable by components that do not declare it";

    public override string Message => "{0} can be administered on port {1} by {2}, and nothing declares it: {3} -> {0}:{1}, because both sides admit addresses rather than components. Remove [Ingress] and use Session Manager, or write [Ingress<T>({1})] for the one that is meant.";

    public override string Description =>
        "Whoever takes over one host tries its keys and passwords on all others that it reaches; administration ports are the ladder from one to the next.";

    public override Severity Severity => Severity.Error;

    protected override IEnumerable<PortRange> Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture) =>
        target.Role == ComponentRole.Compute ? SensitivePorts.Administration(rule.Ports) : [];
}
