using ArchDsl.Model;

namespace ArchDsl.Manifest;

/// <summary>
/// Where an attacker could go: a stage as states and the steps between them, over the connections and permissions that the compiler worked
/// out. All rules are in the making of the steps, so that a path is found by walking over them, here and elsewhere.
/// </summary>
public sealed class ReachGraph
{
    /// <summary>The state of the internet; the others are of components.</summary>
    public const int Internet = 0;

    // What a role permits, and what everyone may read, is asked of an endpoint of AWS. All of these take HTTPS, and what ArchDsl makes
    // of buckets, tables, topics, secrets and repositories takes TLS alone, so that port 80 is no way to them.
    private static readonly PortRange Endpoint = PortRange.Tcp(443);

    private readonly ManifestStage stage;
    private readonly Dictionary<string, ManifestComponent> components;
    private readonly List<ManifestConnection> connections;
    private readonly HashSet<string> publicBuckets;
    private readonly List<ReachState> states = [new ReachState(null, true)];
    private readonly Dictionary<ReachState, int> numbers = [];
    private readonly List<ReachStep> steps;
    private readonly ILookup<int, ReachStep> leaving;

    /// <summary>Works out the steps of a stage.</summary>
    /// <param name="stage">The stage.</param>
    public ReachGraph(ManifestStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        this.stage = stage;
        components = stage.Components.ToDictionary(static c => c.Path);

        // Afterwards no number is given any more, so that several may look for paths at once.
        foreach (string path in components.Keys)
        {
            Start(path);
        }

        // Of the connections between two components a certain one is told, and of these a declared one.
        connections = [.. stage.Connections.OrderByDescending(static c => c.Certain).ThenByDescending(static c => c.Declared)];

        // What everyone may read without a connection into the network: a public bucket.
        List<ManifestHop> readable = [.. stage.InternetPaths.Select(static path => path.Hops[0]).Where(static hop => hop.Ports is null).DistinctBy(static hop => hop.To)];
        publicBuckets = [.. readable.Select(static hop => hop.To)];
        steps =
        [
            .. FromInternet(),
            .. readable.Select(hop => Reading([Internet], hop, certain: true, outside: false)),
            .. FromLoadBalancers(),
            .. FromCode(),
            .. Permitted(),
            .. Outside().OrderByDescending(static step => step.Certain),
            .. OutsideToBuckets(readable),
        ];
        leaving = steps.SelectMany(static step => step.From.Select(from => (from, step))).ToLookup(static pair => pair.from, static pair => pair.step);
    }

    /// <summary>The states by their numbers, that of the internet first.</summary>
    public IReadOnlyList<ReachState> States => states;

    /// <summary>The steps; of those that lead from one state to another, the first is the one to tell of.</summary>
    public IReadOnlyList<ReachStep> Steps => steps;

    /// <summary>The shortest path; null where there is none. One that begins and ends at the same component is none.</summary>
    /// <param name="sources">The components where it begins; null for the internet.</param>
    /// <param name="targets">The components where it ends.</param>
    /// <param name="query">What counts.</param>
    public IReadOnlyList<ManifestHop>? Find(IReadOnlyList<string>? sources, IReadOnlySet<string> targets, ReachQuery query)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(query);

        // Where a target is a source as well, a path from another source counts: of two sources that get somewhere, one is another.
        int most = sources?.Any(targets.Contains) == true ? 2 : 1;
        Dictionary<int, List<Visit>> visits = [];
        Queue<Visit> queue = new();
        foreach (int source in sources is null ? [Internet] : sources.Where(source => components.ContainsKey(source) && !query.Avoid.Contains(source)).Select(Start))
        {
            Note(new Visit(source, source, null, null));
        }

        while (queue.TryDequeue(out Visit? visit))
        {
            foreach (ReachStep step in leaving[visit.State].Where(step => step.Certain || !query.Certain))
            {
                foreach (int to in step.To)
                {
                    string path = states[to].Path!;
                    if (path == states[visit.State].Path || query.Avoid.Contains(path))
                    {
                        continue;
                    }

                    Visit next = new(to, visit.Source, step, visit);
                    if (targets.Contains(path) && path != states[visit.Source].Path && (query.Port is not { } port || (step.Ports ?? Endpoint).Contains(PortRange.Tcp(port))))
                    {
                        return Path(next);
                    }

                    Note(next);
                }
            }
        }

        return null;

        void Note(Visit visit)
        {
            if (!visits.TryGetValue(visit.State, out List<Visit>? before))
            {
                visits[visit.State] = before = [];
            }

            if (before.Count < most && before.TrueForAll(other => other.Source != visit.Source))
            {
                before.Add(visit);
                queue.Enqueue(visit);
            }
        }
    }

    /// <summary>The connection that one component can open to another, inside their network or over the internet, a certain one if there is; else null.</summary>
    /// <param name="from">Who opens it.</param>
    /// <param name="to">Who accepts it.</param>
    public ManifestHop? Direct(string from, string to) => Hops(from, to).Where(static hop => hop.Ports is not null).OrderByDescending(static hop => hop.Certain).FirstOrDefault();

    /// <summary>What the code of a component may do with another one, in ordinal order.</summary>
    /// <param name="from">Whose code.</param>
    /// <param name="to">The other component.</param>
    public IReadOnlyList<string> Actions(string from, string to) => [.. Hops(from, to).SelectMany(static hop => hop.Actions).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a component is a public bucket.</summary>
    /// <param name="path">The component.</param>
    public bool IsReadableByEveryone(string path) => publicBuckets.Contains(path);

    /// <summary>Who reaches a component with one hop; null for the internet.</summary>
    /// <param name="to">The component.</param>
    public IEnumerable<string?> Callers(string to) =>
        steps.Where(step => step.To.Any(state => states[state].Path == to)).SelectMany(static step => step.From).Select(state => states[state].Path).Where(from => from != to).Distinct();

    private IEnumerable<ManifestHop> Hops(string from, string to) =>
        from != to && numbers.TryGetValue(new ReachState(from, true), out int start)
            ? from step in leaving[start]
              from state in step.To
              where states[state].Path == to
              select step.Hop(@from, to)
            : [];

    private IEnumerable<ReachStep> FromInternet() =>
        from connection in connections
        where connection.Internet
        select Connecting([Internet], connection, connection.Ports, connection.Certain, outside: false);

    private IEnumerable<ReachStep> FromCode() =>
        from connection in connections
        let @from = connection.From.Where(path => RoleOf(path) == ComponentRole.Compute).Select(Start).ToList()
        where @from.Count > 0
        select Connecting(@from, connection, connection.Ports, connection.Certain, outside: false);

    // Data stores answer, and pass nothing on. A load balancer asks its targets, and nobody else.
    private IEnumerable<ReachStep> FromLoadBalancers()
    {
        ILookup<string, ManifestConnection> outgoing = connections
            .SelectMany(connection => connection.From.Where(path => RoleOf(path) == ComponentRole.LoadBalancer).Select(from => (from, connection)))
            .ToLookup(static pair => pair.from, static pair => pair.connection);
        return from @group in stage.TargetGroups
               from connection in outgoing[@group.LoadBalancer]
               where connection.Ports.Contains(PortRange.Tcp(@group.Port)) && connection.To.Contains(@group.Target)
               select Connecting([Start(@group.LoadBalancer)], connection with { To = EquatableArray.Of(@group.Target) }, connection.Ports, connection.Certain, outside: false);
    }

    // Out to the internet and back in. Which public addresses the two have is known after the deployment: only rules for every address
    // hold for certain.
    private IEnumerable<ReachStep> Outside()
    {
        List<(ManifestConnection Connection, CidrBlock Cidr)> entrances =
        [
            .. from connection in connections
               let cidr = connection.Internet ? CidrBlock.Parse(connection.Cidr) : null
               where cidr is not null
               select (connection, cidr.Value),
        ];
        return from leaving in Exits()
               where leaving.Exit.Internet
               from entrance in entrances
               where entrance.Cidr.IsIpv6 == leaving.Cidr.IsIpv6
               let ports = leaving.Exit.Ports.Intersect(entrance.Connection.Ports)
               where ports is not null
               select Connecting(leaving.From, entrance.Connection, ports.Value, leaving.Cidr.IsEverything && entrance.Cidr.IsEverything, outside: true);
    }

    private IEnumerable<ReachStep> OutsideToBuckets(IReadOnlyList<ManifestHop> readable) =>
        from leaving in Exits()
        where leaving.Exit.Storage
        orderby leaving.Cidr.IsEverything descending
        from hop in readable
        select Reading(leaving.From, hop, leaving.Cidr.IsEverything, leaving.Exit.Internet);

    private IEnumerable<(ManifestExit Exit, IReadOnlyList<int> From, CidrBlock Cidr)> Exits() =>
        from exit in stage.Exits
        let cidr = CidrBlock.Parse(exit.Cidr)
        where cidr is not null
        select (exit, (IReadOnlyList<int>)[.. exit.From.Select(Start)], cidr.Value);

    // A database's password is no way to it: that takes a connection. Of what the role may do that starts the code, the code gets the
    // secrets alone.
    private IEnumerable<ReachStep> Permitted() =>
        from grant in stage.Grants
        where RoleOf(grant.Component) == ComponentRole.Compute
        let to = (from resource in grant.Resources
                  where resource.Component is not null && components.TryGetValue(resource.Component, out ManifestComponent? target) && target.Network is null
                  where grant.Principal == Principal.Runtime || resource.Part == ResourcePart.Secret
                  select Start(resource.Component!)).Distinct().ToList()
        where to.Count > 0
        select new ReachStep([Start(grant.Component)], to, null, grant.Actions, true, EquatableArray.Of(grant.Origin), false, null);

    private ReachStep Connecting(IReadOnlyList<int> from, ManifestConnection connection, PortRange ports, bool certain, bool outside) =>
        new(from, [.. connection.To.Select(to => Number(to, PassesOn(to, ports)))], ports, default, certain, connection.Origins, outside, connection);

    private ReachStep Reading(IReadOnlyList<int> from, ManifestHop hop, bool certain, bool outside) =>
        new(from, [Start(hop.To)], null, default, certain, hop.Origins, outside, null);

    // A listener that redirects passes nothing on.
    private bool PassesOn(string path, PortRange ports) =>
        RoleOf(path) != ComponentRole.LoadBalancer
        || stage.Listeners.Any(l => l.LoadBalancer == path && !l.RedirectToHttps && ports.Contains(PortRange.Tcp(l.Port)));

    private ComponentRole? RoleOf(string path) => components.TryGetValue(path, out ManifestComponent? component) ? component.Role : null;

    // Where a path begins at a component, whatever it passes on goes on.
    private int Start(string path) => Number(path, passesOn: true);

    private int Number(string path, bool passesOn)
    {
        ReachState state = new(path, passesOn);
        if (!numbers.TryGetValue(state, out int number))
        {
            numbers[state] = number = states.Count;
            states.Add(state);
        }

        return number;
    }

    private List<ManifestHop> Path(Visit last)
    {
        List<ManifestHop> path = [];
        for (Visit visit = last; visit is { Step: { } step, Before: { } before }; visit = before)
        {
            path.Add(step.Hop(states[before.State].Path, states[visit.State].Path!));
        }

        path.Reverse();
        return path;
    }

    /// <summary>That a state was reached.</summary>
    /// <param name="State">The state.</param>
    /// <param name="Source">The state where the path begins.</param>
    /// <param name="Step">The last step; null where the path begins.</param>
    /// <param name="Before">The state before; null where the path begins.</param>
    private sealed record Visit(int State, int Source, ReachStep? Step, Visit? Before);
}

/// <summary>A place in a path: a component, and whether what arrived there goes on, which at a load balancer depends on the listener.</summary>
/// <param name="Path">The component; null for the internet.</param>
/// <param name="PassesOn">Whether it goes on.</param>
public sealed record ReachState(string? Path, bool PassesOn);

/// <summary>A step that leads from each of some states to each of some others: connections that the same rules open, or a permission.</summary>
/// <param name="From">The numbers of the states that it leads from.</param>
/// <param name="To">The numbers of those that it leads to; one that has the same component does not count.</param>
/// <param name="Ports">The ports at the receiving end; null where it is a permission or plain read access.</param>
/// <param name="Actions">The IAM actions, where it is a permission.</param>
/// <param name="Certain">Whether the connections are open from all addresses of one subnet at least.</param>
/// <param name="Origins">The attributes that open it.</param>
/// <param name="Outside">Whether it leaves for the internet and comes back in at a public address.</param>
/// <param name="Connection">The connections of the manifest; where it leads outside, those that let it back in; null where it is none.</param>
public sealed record ReachStep(
    IReadOnlyList<int> From,
    IReadOnlyList<int> To,
    PortRange? Ports,
    EquatableArray<string> Actions,
    bool Certain,
    EquatableArray<ManifestOrigin> Origins,
    bool Outside,
    ManifestConnection? Connection)
{
    /// <summary>The step between two components.</summary>
    /// <param name="from">Who takes it; null for the internet.</param>
    /// <param name="to">Where it leads.</param>
    public ManifestHop Hop(string? from, string to) => new(from, to, Ports, Actions, Certain, Origins, Outside ? true : null);
}

/// <summary>What counts as a path.</summary>
/// <param name="Avoid">The components that none leads through.</param>
/// <param name="Port">The TCP port on which it ends; null for any.</param>
/// <param name="Certain">Whether each hop is open from all addresses of one subnet at least.</param>
public sealed record ReachQuery(IReadOnlySet<string> Avoid, int? Port = null, bool Certain = false);
