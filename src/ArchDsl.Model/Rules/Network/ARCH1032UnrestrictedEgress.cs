namespace ArchDsl.Model;

/// <summary>A component may connect to every address on every port.</summary>
internal sealed class UnrestrictedEgress : Rule
{
    public override string Id => "ARCH1032";

    public override string Title => "Everything may leave";

    public override string Message => "{0} may connect to every address on every port: {0} -> Internet. Whoever breaks in sends data wherever they like. Remove {1}, or name the port: [Egress(Cidr.Internet, 443)].";

    public override string Description => "What leaves decides what a break-in is worth: code that can reach its own services alone neither fetches tools nor sends data away.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["CKV_AWS_382", "AWS-0104", "W5", "W40"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        let open = architecture.Topology.SecurityGroup(component.Path)?.Rules
            .Where(static rule => rule.Direction == Direction.Egress && rule.Peer.Cidr?.IsInternet == true && (rule.Ports.Protocol == Protocol.All || rule.Ports is { From: <= 1, To: 65535 })).ToList() ?? []
        where open.Count > 0
        select new Finding(
            Id,
            new Place(open[0].Origin, Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(component.Path), string.Join(" and ", open.Select(static rule => $"the egress to {rule.Peer.Cidr}"))),
            open.Skip(1).Select(static rule => new Place(rule.Origin, Cure.RemoveAttribute)).ToEquatableArray());
}
