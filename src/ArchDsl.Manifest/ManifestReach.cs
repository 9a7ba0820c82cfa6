using ArchDsl.Model;

namespace ArchDsl.Manifest;

/// <summary>Finds paths through a stage, over the connections and permissions that the compiler worked out.</summary>
public sealed class ManifestReach
{
    // What AWS itself serves, a bucket or a table, it serves there.
    private const int Https = 443;

    private readonly ManifestStage stage;
    private readonly Dictionary<string, ManifestComponent> components;
    private readonly ILookup<string, ManifestConnection> outgoing;
    private readonly ILookup<string, ManifestGrant> grants;
    private readonly ILookup<string, (ManifestExit Exit, CidrBlock Cidr)> exits;
    private readonly List<(ManifestConnection Connection, CidrBlock Cidr)> entrances;
    private readonly List<ManifestHop> publicBuckets;

    /// <summary>Reads the ways of a stage.</summary>
    /// <param name="stage">The stage.</param>
    public ManifestReach(ManifestStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        this.stage = stage;
        components = stage.Components.ToDictionary(static c => c.Path);
        outgoing = stage.Connections.SelectMany(static c => c.From.Select(from => (from, c))).ToLookup(static pair => pair.from, static pair => pair.c);
        grants = stage.Grants.ToLookup(static g => g.Component);
        exits = (from exit in stage.Exits
                 let cidr = CidrBlock.Parse(exit.Cidr)
                 where cidr is not null
                 from component in exit.From
                 select (component, exit, cidr.Value)).ToLookup(static one => one.component, static one => (one.exit, one.Value));
        entrances = [.. from connection in stage.Connections
                        let cidr = connection.Internet ? CidrBlock.Parse(connection.Cidr) : null
                        where cidr is not null
                        select (connection, cidr.Value)];

        // What everyone may read without a connection into the network: a public bucket.
        publicBuckets = [.. stage.InternetPaths.Select(static path => path.Hops[0]).Where(static hop => hop.Ports is null).DistinctBy(static hop => hop.To)];
    }

    /// <summary>The shortest path; null where there is none.</summary>
    /// <param name="sources">Where it begins; null for the internet.</param>
    /// <param name="targets">Where it ends.</param>
    /// <param name="query">What counts.</param>
    public IReadOnlyList<ManifestHop>? Find(IReadOnlyList<string>? sources, IReadOnlySet<string> targets, ReachQuery query)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(query);
        Dictionary<State, (ManifestHop Hop, State? Before)> arrivals = [];
        Queue<State> queue = new();
        HashSet<State> left = [];
        if (sources is null)
        {
            foreach (ManifestHop hop in FromInternet())
            {
                if (Arrive(hop, null) is { } path)
                {
                    return path;
                }
            }
        }
        else
        {
            foreach (string source in sources.Where(source => !query.Avoid.Contains(source)))
            {
                queue.Enqueue(new State(source, true));
            }
        }

        while (queue.TryDequeue(out State? state))
        {
            foreach (ManifestHop hop in state.PassesOn && left.Add(state) ? Onward(state.Path) : [])
            {
                if (Arrive(hop, state) is { } path)
                {
                    return path;
                }
            }
        }

        return null;

        IReadOnlyList<ManifestHop>? Arrive(ManifestHop hop, State? before)
        {
            if (query.Avoid.Contains(hop.To) || query.Certain && !hop.Certain)
            {
                return null;
            }

            if (targets.Contains(hop.To) && (query.Port is not { } port || (hop.Ports?.Contains(PortRange.Tcp(port)) ?? port == Https)))
            {
                List<ManifestHop> path = [hop];
                while (before is not null && arrivals.TryGetValue(before, out (ManifestHop Hop, State? Before) arrival))
                {
                    path.Insert(0, arrival.Hop);
                    before = arrival.Before;
                }

                return path;
            }

            State state = new(hop.To, PassesOn(hop));
            if (!left.Contains(state) && arrivals.TryAdd(state, (hop, before)))
            {
                queue.Enqueue(state);
            }

            return null;
        }
    }

    /// <summary>Every hop that there is, from the internet and from each component.</summary>
    public IEnumerable<ManifestHop> Hops() => FromInternet().Concat(components.Keys.SelectMany(Onward));

    /// <summary>Whether what takes a hop goes on from there. A listener that redirects passes nothing on.</summary>
    /// <param name="hop">The hop.</param>
    public bool PassesOn(ManifestHop hop)
    {
        ArgumentNullException.ThrowIfNull(hop);
        return components.TryGetValue(hop.To, out ManifestComponent? component)
            && (component.Role != ComponentRole.LoadBalancer
                || stage.Listeners.Any(l => l.LoadBalancer == hop.To && !l.RedirectToHttps && hop.Ports?.Contains(PortRange.Tcp(l.Port)) == true));
    }

    /// <summary>The connection that one component can open to another, a certain one if there is; else null.</summary>
    /// <param name="from">Who opens it.</param>
    /// <param name="to">Who accepts it.</param>
    public ManifestHop? Direct(string from, string to) => Connections(from).Where(hop => hop.To == to).OrderByDescending(static hop => hop.Certain).FirstOrDefault();

    /// <summary>What the code of a component may do with another one, in ordinal order.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    public IReadOnlyList<string> Actions(string from, string to) =>
        [.. Permitted(from).Where(hop => hop.To == to).SelectMany(static hop => hop.Actions).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Who reaches a component with one hop; null for the internet.</summary>
    /// <param name="to">The component.</param>
    public IEnumerable<string?> Callers(string to) =>
        Hops().Where(hop => hop.To == to).Select(static hop => hop.From).Distinct();

    private IEnumerable<ManifestHop> FromInternet() =>
        (from connection in stage.Connections
         where connection.Internet
         from to in connection.To
         select new ManifestHop(null, to, connection.Ports, default, connection.Certain, connection.Origins))
        .Concat(publicBuckets);

    // Data stores answer, and pass nothing on.
    private IEnumerable<ManifestHop> Onward(string from) => components.TryGetValue(from, out ManifestComponent? component) ? component.Role switch
    {
        ComponentRole.Compute => Connections(from).Concat(Permitted(from)).Concat(Outside(from)),
        ComponentRole.LoadBalancer => stage.TargetGroups.Where(group => group.LoadBalancer == from)
            .SelectMany(group => Connections(from).Where(hop => hop.To == group.Target && hop.Ports?.Contains(PortRange.Tcp(group.Port)) == true).OrderByDescending(static hop => hop.Certain).Take(1)),
        _ => [],
    } : [];

    private IEnumerable<ManifestHop> Connections(string from) =>
        from connection in outgoing[@from]
        from to in connection.To
        where to != @from
        select new ManifestHop(@from, to, connection.Ports, default, connection.Certain, connection.Origins);

    // Out to the internet and back in. Which public addresses the two have is known after the deployment: only rules for every address
    // hold for certain.
    private IEnumerable<ManifestHop> Outside(string from) => (
            from leaving in exits[@from]
            where leaving.Exit.Internet
            from entrance in entrances
            where entrance.Cidr.IsIpv6 == leaving.Cidr.IsIpv6
            let ports = leaving.Exit.Ports.Intersect(entrance.Connection.Ports)
            where ports is not null
            from to in entrance.Connection.To
            select new ManifestHop(@from, to, ports, default, leaving.Cidr.IsEverything && entrance.Cidr.IsEverything, entrance.Connection.Origins, true))
        .Concat(
            from leaving in exits[@from]
            where leaving.Exit.Storage
            from bucket in publicBuckets
            select bucket with { From = @from, Certain = leaving.Cidr.IsEverything, Outside = leaving.Exit.Internet ? true : null });

    // A database's password is no way to it: that takes a connection. Of what the role may do that starts the code, the code gets the
    // secrets alone.
    private IEnumerable<ManifestHop> Permitted(string from) =>
        from grant in grants[@from]
        from resource in grant.Resources
        where resource.Component is not null && resource.Component != @from && components.TryGetValue(resource.Component, out ManifestComponent? target) && target.Network is null
        where grant.Principal == Principal.Runtime || resource.Part == ResourcePart.Secret
        select new ManifestHop(@from, resource.Component!, null, grant.Actions, true, EquatableArray.Of(grant.Origin));

    /// <summary>A component, and whether what arrived there goes on: at a load balancer, that depends on the listener.</summary>
    private sealed record State(string Path, bool PassesOn);
}
