namespace ArchDsl.Model;

/// <summary>The internet reaches a port for administration or data.</summary>
internal sealed class AdministrationPortOpen : Rule
{
    public override string Id => "ARCH1031";

    public override string Title => "An administration port is open to the internet";

    public override string Message => "{0} is open to the internet on {1}: {2}. Everybody can try passwords and exploits there. {3}, and get in with Session Manager, a VPN or from a component that is admitted by name.";

    public override string Description => "Ports for administration, file sharing and databases are scanned all day: what they ask for is a password at best, and what they give is the machine.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs =>
        ["EC2.19", "AwsSolutions-EC23", "NIST.800.53.R5-EC2RestrictedSSH", "NIST.800.53.R5-EC2RestrictedCommonPorts", "CKV_AWS_24", "CKV_AWS_25", "AWS-0107", "W2", "CT.EC2.PR.4"];

    // A range opens many at once: some stand for all.
    private const int Named = 3;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) => Direct(architecture).Concat(Forwarded(architecture));

    private IEnumerable<Finding> Direct(AnalyzedArchitecture architecture) =>
        from compute in architecture.Topology.Components
        where compute.Role == ComponentRole.Compute
        let open = architecture.Reachability.Direct(compute)
        where open is not null
        from rule in open.Rules
        where !architecture.IsToldBy<StoreBehindOpenHost>(rule.Origin)
        let ports = SensitivePorts.In(rule.Ports).ToList()
        where ports.Count > 0
        let name = architecture.NameOf(compute.Path)
        select new Finding(
            Id,
            new Place(rule.Origin, Cure.RemoveAttribute),
            EquatableArray.Of(name, Describe(ports), $"Internet -> {name}:{ports[0].Number}", "Remove the ingress"),
            []);

    // A load balancer that faces the internet publishes what it asks: Docker and the consoles of databases speak HTTP.
    private IEnumerable<Finding> Forwarded(AnalyzedArchitecture architecture) =>
        from route in architecture.Topology.TargetGroups
        let ports = SensitivePorts.In(PortRange.Tcp(route.Port)).ToList()
        where ports.Count > 0
        let way = architecture.Reachability.Through(route)
        where way is not null
        let target = architecture.Topology.Component(route.Target)
        select new Finding(
            Id,
            new Place(route.Port == target.TargetPort ? target.OriginOf(nameof(RoutesToAttribute.Port)) : route.Origin.At(nameof(RoutesToAttribute.Port))),
            EquatableArray.Of(architecture.NameOf(target.Path), Describe(ports), PathText.Of(way, architecture), $"Take the route of {architecture.NameOf(route.LoadBalancer)} away"),
            way.SelectMany(static hop => hop.Origins).Distinct().Select(static origin => new Place(origin)).ToEquatableArray());

    private static string Describe(List<SensitivePort> ports) =>
        string.Join(", ", ports.Take(Named).Select(static port => $"{port.Number} ({port.Name})")) + (ports.Count > Named ? $" and {ports.Count - Named} more" : "");
}
