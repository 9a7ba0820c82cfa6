namespace ArchDsl.Model;

/// <summary>A data store stands in a public subnet.</summary>
internal sealed class StoreInPublicSubnet : Rule
{
    public override string Id => "ARCH1008";

    public override string Title => "A data store stands in a public subnet";

    public override string Message => "{0} stands in {1}, whose default route leads to the internet: only its security group keeps the internet out. Move it to an [IsolatedSubnet].";

    public override string Description =>
        "A data store never has to be asked from the internet. Where no route leads there, no mistake in a security group and no public address can open it.";

    public override Severity Severity => Severity.Warning;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from store in architecture.Topology.Components
        where store.Role == ComponentRole.DataStore
            && architecture.Reachability.HasInternetRoute(store)
            && !store.HasPublicAddress
            && architecture.Reachability.OpenToInternet(store).Count == 0
        let subnets = architecture.Topology.SubnetGroup(store)!
        select new Finding(
            Id,
            new Place(store.Origin),
            EquatableArray.Of(architecture.NameOf(store.Path), subnets.Path == store.Path ? "a [PublicSubnet]" : architecture.NameOf(subnets.Path)),
            EquatableArray.Of(new Place(subnets.Origin, Cure.MoveToIsolatedSubnet)));
}
