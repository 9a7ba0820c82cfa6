namespace ArchDsl.Model;

/// <summary>A data store lacks one of the three things that would make it reachable from the internet.</summary>
internal sealed class NearlyReachable : Rule
{
    public override string Id => "ARCH1007";

    public override string Title => "A data store is one step from the internet";

    public override string Message => "{0} is one step from the internet: {1} hold already, and {2} would let everybody in. Move it to an [IsolatedSubnet], or remove what is not needed.";

    public override string Description =>
        "A public address, a route from the internet gateway and an open security group make a data store public together; with two of them, one more line written in haste is enough.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-RDS8", "CKV_AWS_17", "AWS-0180", "CT.RDS.PR.23"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (Component store in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.DataStore && c.Placement is not null))
        {
            IReadOnlyList<SecurityRule> open = architecture.Reachability.OpenToInternet(store);
            SubnetGroup subnets = architecture.Topology.SubnetGroup(store)!;
            List<(bool Holds, string Name, Place Place)> legs =
            [
                (store.HasPublicAddress, $"{store.AddressOrigin.Argument ?? "a public address"}{(store.AddressOrigin.Argument is null ? "" : " = true")}", new Place(store.AddressOrigin, Cure.RemoveArgument)),
                (open.Count > 0, open.Count > 0 ? $"ingress {open[0].Peer.Cidr}" : "an open ingress", new Place(open.Count > 0 ? open[0].Origin : store.Origin, Cure.RemoveAttribute)),
                (architecture.Reachability.HasInternetRoute(store), "a public subnet", new Place(subnets.Origin, Cure.MoveToIsolatedSubnet)),
            ];
            if (architecture.IsHooked(store.Path) || legs.Count(static leg => leg.Holds) != 2)
            {
                continue;
            }

            List<(bool Holds, string Name, Place Place)> holding = [.. legs.Where(static leg => leg.Holds)];
            yield return new Finding(
                Id,
                holding[0].Place,
                EquatableArray.Of(architecture.NameOf(store.Path), $"{holding[0].Name} and {holding[1].Name}", Missing(legs.Find(static leg => !leg.Holds).Name)),
                EquatableArray.Of(holding[1].Place));
        }
    }

    private static string Missing(string leg) => leg.StartsWith("Public", StringComparison.Ordinal) ? "a public address" : leg;
}
