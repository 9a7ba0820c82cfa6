namespace ArchDsl.Model;

/// <summary>A data store is reachable through a host that everybody may try to log in to.</summary>
internal sealed class StoreBehindOpenHost : Rule
{
    public override string Id => "ARCH1009";

    public override string Title => "A data store is behind a host that is administered from the internet";

    public override string Message => "{0} is {1} hops from the internet: {2}. Whoever gets a login on {3} is there. Remove the ingress on port {4} and use Session Manager, which needs no open port.";

    public override string Description =>
        "SSH and RDP that face the internet are tried without pause; the first stolen key or guessed password opens the host, and from there all that the host can reach.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs => ["CKV_AWS_24", "CKV_AWS_25", "NIST.800.53.R5-EC2RestrictedSSH", "CT.EC2.PR.4"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        foreach (Component host in architecture.Topology.Components.Where(static c => c.Role == ComponentRole.Compute))
        {
            if (architecture.Reachability.Direct(host) is not { } entry
                || entry.Rules.FirstOrDefault(rule => UndeclaredAdministration.Ports(host, rule) is not null) is not { } rule
                || architecture.IsHooked(host.Path))
            {
                continue;
            }

            string port = UndeclaredAdministration.Ports(host, rule)!.Value.ToString();
            Spread spread = architecture.Reachability.SpreadFrom([host], new SpreadQuery { Certain = true, Avoid = component => architecture.IsHooked(component.Path) });
            if (spread.Reached.FirstOrDefault(static c => c.Role == ComponentRole.DataStore) is { } store)
            {
                IReadOnlyList<Hop> path = [entry, .. spread.PathTo(store)!];
                yield return new Finding(
                    Id,
                    new Place(rule.Origin, Cure.RemoveAttribute),
                    EquatableArray.Of(architecture.NameOf(store.Path), $"{path.Count}", PathText.Of(path, port, architecture), architecture.NameOf(host.Path), port),
                    path.Skip(1).SelectMany(static hop => hop.Origins).Select(static origin => new Place(origin)).ToEquatableArray());
            }
        }
    }
}
