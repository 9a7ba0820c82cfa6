namespace ArchDsl.Model;

/// <summary>A data store is reachable through a host that everybody may try to log in to.</summary>
internal sealed class StoreBehindOpenHost : Rule
{
    public override string Id => "ARCH1009";

    public override string Title => "A data store is behind a host that is administered from the internet";

    public override string Message => "{0} is {1} hops from the internet: {2}. Whoever gets a login on {3} is there. Remove the ingress {4} and use Session Manager, which needs no open port.";

    public override string Description =>
        "SSH and RDP that face the internet are tried without pause; the first stolen key or guessed password opens the host, and from there all that the host can reach.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs => ["CKV_AWS_24", "CKV_AWS_25", "NIST.800.53.R5-EC2RestrictedSSH", "CT.EC2.PR.4"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        // From where the search for one host ended without a store, that for the next need not look again.
        HashSet<NodePath> barren = [];
        foreach (Component host in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.Compute))
        {
            if (barren.Contains(host.Path)
                || architecture.IsHooked(host.Path)
                || architecture.Reachability.Direct(host) is not { } entry
                || entry.Rules.Where(static rule => SensitivePorts.Administration(rule.Ports).Any()).ToList() is not { Count: > 0 } open)
            {
                continue;
            }

            Spread spread = architecture.Reachability.SpreadFrom([host], new SpreadQuery
            {
                Certain = true,
                Avoid = component => barren.Contains(component.Path) || architecture.IsHooked(component.Path),
                Until = static component => component.Role == ComponentRole.DataStore,
            });
            if (spread.Reached.FirstOrDefault(static c => c.Role == ComponentRole.DataStore) is not { } store)
            {
                barren.UnionWith(spread.Reached.Select(static c => c.Path).Append(host.Path));
                continue;
            }

            IReadOnlyList<Hop> path = [entry, .. spread.PathTo(store)!];
            foreach (SecurityRule rule in open)
            {
                string port = SensitivePorts.Administration(rule.Ports).First().ToString();
                yield return new Finding(
                    Id,
                    new Place(rule.Origin, Cure.RemoveAttribute),
                    EquatableArray.Of(architecture.NameOf(store.Path), $"{path.Count}", PathText.Of(path, port, architecture), architecture.NameOf(host.Path), rule.Ports.From == rule.Ports.To && rule.Ports.Protocol != Protocol.All ? $"on port {port}" : $"({rule.Ports}, {port} among it)"),
                    path.Skip(1).SelectMany(static hop => hop.Origins).Select(static origin => new Place(origin)).ToEquatableArray());
            }
        }
    }
}
