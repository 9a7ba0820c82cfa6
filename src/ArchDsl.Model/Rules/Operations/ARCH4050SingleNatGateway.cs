namespace ArchDsl.Model;

/// <summary>The zones of a network share NAT gateways.</summary>
internal sealed class SingleNatGateway : Rule
{
    public override string Id => "ARCH4050";

    public override string Title => "Zones share a NAT gateway";

    public override string Message => "{0} has {1} for {2} availability zones: if a zone with a NAT gateway fails, {3} in the other zones cannot get out. Remove NatGateways to have one in each zone.";

    public override string Description =>
        "A NAT gateway stands in one zone. Where others route through it, they depend on that zone, and pay for the traffic between the zones.";

    public override Severity Severity => Severity.Info;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from network in architecture.Topology.Networks
        where network.NatGateways.Count > 0 && network.NatGateways.Count < network.AvailabilityZones
        let users = architecture.Topology.Components
            .Where(c => c.Role == ComponentRole.Compute && architecture.Topology.SubnetGroup(c) is { Kind: SubnetKind.Private } subnets && subnets.Network == network.Path)
            .Select(c => architecture.NameOf(c.Path))
            .ToList()
        where users.Count > 0
        select new Finding(
            Id,
            new Place(network.NatGatewaysOrigin, Cure.RemoveArgument),
            EquatableArray.Of(
                architecture.NameOf(network.Path),
                network.NatGateways.Count == 1 ? "one NAT gateway" : $"{network.NatGateways.Count} NAT gateways",
                $"{network.AvailabilityZones}",
                PathText.Names([.. users.Take(Callers.Named)], users.Count)),
            []);
}
