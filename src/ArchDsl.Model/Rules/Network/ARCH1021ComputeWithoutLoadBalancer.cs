namespace ArchDsl.Model;

/// <summary>Compute is open to the internet without a load balancer.</summary>
internal sealed class ComputeWithoutLoadBalancer : Rule
{
    public override string Id => "ARCH1021";

    public override string Title => "Compute is open to the internet without a load balancer";

    public override string Message => "{0} is open to the internet on {1} without a load balancer in front of it: Internet -> {0}:{1}. Put it behind an [Alb] that [RoutesTo<{0}>], and remove the ingress.";

    public override string Description =>
        "A load balancer ends TLS, spreads load, drops malformed requests and can carry a web application firewall; a host that faces the internet has to do all that itself.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["EC2.18", "AwsSolutions-EC23", "CKV_AWS_260", "CKV_AWS_277", "AWS-0107", "W2", "CT.EC2.PR.3"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (Component compute in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.Compute))
        {
            // What goes round a load balancer is ARCH1002.
            if (architecture.Reachability.Direct(compute) is not { } hop || LoadBalancerBypassed.Bypass(compute, architecture) is not null)
            {
                continue;
            }

            List<SecurityRule> open = [.. hop.Rules.Concat(hop.Rules.SelectMany(static rule => rule.Covered)).Where(rule => hop.Origins.Contains(rule.Origin) && !IsWorse(rule.Origin, architecture))];
            if (open.Count > 0)
            {
                // A range covers the narrower ones that it makes needless.
                IEnumerable<PortRange> ports = open.Select(static rule => rule.Ports).Where(ports => !open.Exists(wider => wider.Ports != ports && wider.Ports.Contains(ports)));
                yield return new Finding(
                    Id,
                    new Place(open[0].Origin, Cure.RemoveAttribute),
                    EquatableArray.Of(architecture.NameOf(compute.Path), string.Join(", ", ports.OrderBy(static p => p.From).Select(static p => p.ToString()).Distinct())),
                    open.Skip(1).Select(static rule => rule.Origin).Distinct().Select(static origin => new Place(origin, Cure.RemoveAttribute)).ToEquatableArray());
            }
        }
    }

    private static bool IsWorse(Origin origin, AnalyzedArchitecture architecture) =>
        architecture.IsToldBy<StoreBehindOpenHost>(origin) || architecture.IsToldBy<AdministrationPortOpen>(origin) || architecture.IsToldBy<WideIngress>(origin);
}
