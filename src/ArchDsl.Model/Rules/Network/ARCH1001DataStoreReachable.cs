namespace ArchDsl.Model;

/// <summary>A data store is reachable from the internet.</summary>
internal sealed class DataStoreReachable : Rule
{
    public override string Id => "ARCH1001";

    public override string Title => "A data store is reachable from the internet";

    public override string Message => "{0} is reachable from the internet: Internet -> {0}:{1} ({2}). Move it to an [IsolatedSubnet] or remove {3}.";

    public override string Description =>
        "A public address, a route from the internet gateway and an open security group together let anybody try passwords and exploits against the data store.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs =>
        ["RDS.2", "AwsSolutions-RDS8", "NIST.800.53.R5-RDSInstancePublicAccess", "CKV_AWS_17", "AWS-0180", "F22", "CT.RDS.PR.23"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (Component store in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.DataStore))
        {
            if (architecture.Reachability.Direct(store) is { } hop)
            {
                SubnetGroup subnets = architecture.Topology.SubnetGroup(store)!;
                string ranges = string.Join(", ", hop.Rules.Select(static r => r.Peer.Cidr!.Value.ToString()).Distinct());
                string reasons = $"public subnet, {store.AddressOrigin.Argument ?? "public address"} = true, ingress {ranges}";
                yield return new Finding(
                    Id,
                    new Place(store.AddressOrigin, Cure.RemoveArgument),
                    EquatableArray.Of(architecture.NameOf(store.Path), $"{hop.Ports}", reasons, $"{store.AddressOrigin.Argument} = true"),
                    hop.Origins.Select(static origin => new Place(origin, Cure.RemoveAttribute))
                        .Append(new Place(subnets.Origin, Cure.MoveToIsolatedSubnet))
                        .ToEquatableArray());
            }
        }
    }
}
