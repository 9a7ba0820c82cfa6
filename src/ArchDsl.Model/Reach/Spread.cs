namespace ArchDsl.Model;

/// <summary>What counts as a path.</summary>
public sealed record SpreadQuery
{
    /// <summary>Whether a path may end with what a role permits: reading a secret, writing to a bucket.</summary>
    public bool Permissions { get; init; }

    /// <summary>Whether to follow only connections that are certain, see <see cref="Hop.IsCertain"/>.</summary>
    public bool Certain { get; init; }

    /// <summary>Whether any public range counts as the internet, however narrow.</summary>
    public bool AnyRange { get; init; }

    /// <summary>Whether components also go out to the internet and come back in at public addresses.</summary>
    public bool Outside { get; init; }

    /// <summary>The components that no path may touch; null for none.</summary>
    public Func<Component, bool>? Avoid { get; init; }

    /// <summary>Whether to look for ways back to the components that the paths begin at, too.</summary>
    internal bool Returns { get; init; }

    /// <summary>The component that ends the search once it is reached; null to find them all.</summary>
    public Func<Component, bool>? Until { get; init; }

    /// <summary>Which connections from the internet count; null for all.</summary>
    public Func<Hop, bool>? Entry { get; init; }
}

/// <summary>Everything that can be reached from somewhere, with the shortest path to each.</summary>
public sealed class Spread
{
    private readonly Dictionary<NodePath, Hop?> arrivals = [];

    // How the components that the paths begin at are reached from others of them.
    private readonly Dictionary<NodePath, Hop> returns = [];
    private readonly Queue<Component> open = new();

    internal Spread(SpreadQuery query) => Query = query;

    internal SpreadQuery Query { get; }

    /// <summary>
    /// A path to one of the components that the paths begin at, from another one or, where no other was found first, in a circle from
    /// itself; null where there is none. For <see cref="SpreadQuery.Returns"/>.
    /// </summary>
    internal IReadOnlyList<Hop>? ReturnTo(Component component) => returns.TryGetValue(component.Path, out Hop? last) ? Path(last) : null;

    /// <summary>The components that were reached, the nearest first; not those that the paths begin at.</summary>
    public IReadOnlyList<Component> Reached => reached;

    private readonly List<Component> reached = [];

    /// <summary>The shortest path to a component, in the order of travel; null where there is none.</summary>
    public IReadOnlyList<Hop>? PathTo(Component component)
    {
        return arrivals.TryGetValue(component.Path, out Hop? hop) && hop is not null ? Path(hop) : null;
    }

    private List<Hop> Path(Hop last)
    {
        List<Hop> path = [];
        for (Hop? hop = last; hop is not null; hop = hop.From is { } from ? arrivals[from.Path] : null)
        {
            path.Add(hop);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether what was looked for is found.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Whether another arrival at a component says something new.</summary>
    internal bool Wants(NodePath path) => !arrivals.TryGetValue(path, out Hop? first) || Query.Returns && first is null && !returns.ContainsKey(path);

    internal bool HasSeen(NodePath path) => arrivals.ContainsKey(path);

    internal void Start(Component source)
    {
        if (Query.Avoid?.Invoke(source) != true && !HasSeen(source.Path))
        {
            arrivals[source.Path] = null;
            open.Enqueue(source);
        }
    }

    internal void Arrive(Hop hop)
    {
        if (!Wants(hop.To.Path))
        {
            return;
        }

        if (HasSeen(hop.To.Path))
        {
            returns[hop.To.Path] = hop;
        }
        else if (Query.Avoid?.Invoke(hop.To) != true)
        {
            arrivals[hop.To.Path] = hop;
            reached.Add(hop.To);
            IsDone |= Query.Until?.Invoke(hop.To) == true;
            open.Enqueue(hop.To);
        }
    }

    internal Hop? ArrivalAt(NodePath path) => arrivals[path];

    /// <summary>An arrival in the place of the first, from which the search goes on in another way.</summary>
    internal void ArriveAgain(Hop hop)
    {
        if (!HasSeen(hop.To.Path))
        {
            Arrive(hop);
        }
        else
        {
            arrivals[hop.To.Path] = hop;
            open.Enqueue(hop.To);
        }
    }

    internal (Component Component, Hop? Arrival)? Next()
    {
        if (open.Count == 0)
        {
            return null;
        }

        Component component = open.Dequeue();
        return (component, arrivals[component.Path]);
    }
}
