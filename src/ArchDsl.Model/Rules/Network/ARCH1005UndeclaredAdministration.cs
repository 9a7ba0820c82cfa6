namespace ArchDsl.Model;

/// <summary>Components reach an administration port, and nothing declares that they do.</summary>
internal sealed class UndeclaredAdministration : UndeclaredReachRule
{
    // SSH, RDP, and Windows Remote Management with and without TLS.
    private static readonly int[] AdministrationPorts = [22, 3389, 5985, 5986];

    public override string Id => "ARCH1005";

    public override string Title => "An administration port is reachable by components that do not declare it";

    public override string Message => "{0} can be administered on port {1} by {2}, and nothing declares it: {3} -> {0}:{1}, because both sides admit addresses rather than components. Remove [Ingress] and use Session Manager, or write [Ingress<T>({1})] for the one that is meant.";

    public override string Description =>
        "Whoever takes over one host tries its keys and passwords on all others that it reaches; administration ports are the ladder from one to the next.";

    public override Severity Severity => Severity.Error;

    /// <summary>The first administration port that a rule opens on a host, or null.</summary>
    internal static PortRange? Ports(Component target, SecurityRule rule) =>
        target.Role != ComponentRole.Compute
            ? null
            : AdministrationPorts.Select(PortRange.Tcp)
                .Where(port => rule.Ports.Intersect(port) is not null && target.Ports.Any(listening => listening.Intersect(port) is not null))
                .Cast<PortRange?>()
                .FirstOrDefault();

    protected override PortRange? Asked(Component target, SecurityRule rule, AnalyzedArchitecture architecture) => Ports(target, rule);
}
