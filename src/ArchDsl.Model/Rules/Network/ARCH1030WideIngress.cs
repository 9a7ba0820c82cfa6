namespace ArchDsl.Model;

/// <summary>Compute admits the internet on more than one port at once.</summary>
internal sealed class WideIngress : Rule
{
    public override string Id => "ARCH1030";

    public override string Title => "Compute admits the internet on a range of ports";

    public override string Message => "{0} admits the internet on {1}: Internet -> {0}:{1}. Whatever is ever started there is open to everybody. Name the one port that is meant: [Ingress(Cidr.Internet, 443)].";

    public override string Description => "A rule for a range admits what listens there today and whatever an update, an agent or an intruder starts there tomorrow.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["EC2.18", "AwsSolutions-EC23", "CKV_AWS_277", "W2", "W27", "W42"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from compute in architecture.Topology.Components
        where compute.Role == ComponentRole.Compute
        let open = architecture.Reachability.Direct(compute)
        where open is not null
        from rule in open.Rules
        where rule.Ports.Protocol == Protocol.All || rule.Ports.From < rule.Ports.To

        // Among the ports are some of which worse is said.
        where !architecture.IsToldBy<StoreBehindOpenHost>(rule.Origin) && !architecture.IsToldBy<AdministrationPortOpen>(rule.Origin)
        select new Finding(Id, new Place(rule.Origin, Cure.RemoveAttribute), EquatableArray.Of(architecture.NameOf(compute.Path), Describe(rule.Ports)), []);

    private static string Describe(PortRange ports) => ports.Protocol == Protocol.All ? "all ports" : ports.ToString();
}
