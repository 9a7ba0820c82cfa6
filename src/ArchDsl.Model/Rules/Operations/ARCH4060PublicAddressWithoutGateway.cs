namespace ArchDsl.Model;

/// <summary>A data store has a public address in a VPC without an internet gateway.</summary>
internal sealed class PublicAddressWithoutGateway : Rule
{
    public override string Id => "ARCH4060";

    public override string Title => "A public address has no internet gateway";

    public override string Message => "AWS refuses to make {0}: it has a public address ({1} = true), and its VPC has no internet gateway, which comes with a [PublicSubnet]. Remove {1} = true.";

    public override string Description => "A publicly accessible database takes a VPC with an internet gateway; without one its deployment fails.";

    public override Severity Severity => Severity.Error;

    // What else has a public address has it by its [PublicSubnet].
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from store in architecture.Topology.Components
        where store is { Role: ComponentRole.DataStore, HasPublicAddress: true, Placement: not null } && !architecture.IsHooked(store.Path)
        where architecture.Topology.Network(store.Placement!.Value.Network) is { InternetGateway: false }
        select new Finding(
            Id,
            new Place(store.AddressOrigin, Cure.RemoveArgument),
            EquatableArray.Of(architecture.NameOf(store.Path), store.AddressOrigin.Argument ?? "Public"),
            []);
}
