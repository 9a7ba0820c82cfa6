namespace ArchDsl.Model;

/// <summary>A script runs at the first boot of an instance that has no way out.</summary>
internal sealed class UserDataOffline : Rule
{
    public override string Id => "ARCH1043";

    public override string Title => "A boot script has no way out";

    public override string Message => "{0} runs a script at its first boot, but {1}: whatever the script downloads hangs. {2}";

    public override string Description =>
        "Boot scripts install packages and pull images. A script that cannot get out fails late and without a trace in the deployment, which still succeeds.";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from instance in architecture.Topology.Components.OfType<Instance>()
        where instance.UserData is not null && !architecture.IsHooked(instance.Path)
        let routed = ServiceReach.HasWayOut(architecture.Topology, instance)
        let outside = architecture.Topology.SecurityGroup(instance.Path)!.Rules.Where(static rule => rule is { Direction: Direction.Egress, Peer.Cidr.IsPublic: true }).Select(static rule => rule.Peer.Cidr!.Value).ToList()
        let permitted = outside.Count > 0
        where !outside.Any(range => ServiceReach.HasWayOut(architecture.Topology, instance, range.IsIpv6))
        let name = architecture.NameOf(instance.Path)
        select new Finding(
            Id,
            new Place(instance.OriginOf(nameof(Ec2Attribute.UserDataFile))),
            EquatableArray.Of(
                name,
                permitted ? "no route leads out of its subnets" : "its security group lets nothing out",
                routed ? "Add [Egress(Cidr.Internet, 443)]." : permitted ? $"Move {name} to a [PrivateSubnet] with a NAT gateway." : $"Add [Egress(Cidr.Internet, 443)], and move {name} to a [PrivateSubnet] with a NAT gateway."),
            routed ? EquatableArray.Of(new Place(instance.Origin, Cure.AddAttribute, "[Egress(Cidr.Internet, 443)]")) : []);
}
