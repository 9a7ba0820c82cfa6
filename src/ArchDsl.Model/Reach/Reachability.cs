namespace ArchDsl.Model;

/// <summary>Who can really open a connection to whom: what routes, addresses and security groups let through, whatever was declared.</summary>
public sealed partial class Reachability
{
    private readonly ArchitectureTopology topology;
    private readonly Dictionary<NodePath, Gate> gates = [];
    private readonly ILookup<NodePath, Gate> admitting;
    private readonly RangeClasses ranges;
    private readonly List<Bucket> publicBuckets;
    private readonly Dictionary<NodePath, List<Component>> exposed = [];
    private readonly Dictionary<(Gate, EquatableArray<CidrBlock>, bool), ILookup<SecurityRule, Opening>> certainEntries = [];
    private List<Gate>? entrances;

    /// <summary>Indexes an architecture once.</summary>
    /// <param name="topology">The architecture.</param>
    public Reachability(ArchitectureTopology topology)
    {
        this.topology = topology;
        foreach (Component component in topology.Components)
        {
            if (topology.SubnetGroup(component) is { } subnets && topology.SecurityGroup(component.Path) is { } group)
            {
                Gate gate = gates[component.Path] = new Gate(component, subnets, topology.HomesOf(component), group);
                gate.Publish(
                    ipv6 => ServiceReach.HasWayOut(topology, component, ipv6),
                    ipv6 => HasWayIn(component, ipv6),
                    ipv6 => ServiceReach.HasWayOut(topology, component, ipv6) || !ipv6 && HasStorageEndpoint(subnets.Network));
            }
        }

        admitting = gates.Values.SelectMany(static gate => gate.Callers.Select(caller => (caller, gate))).ToLookup(static pair => pair.caller, static pair => pair.gate);
        ranges = new RangeClasses(gates.Values);
        publicBuckets = [.. topology.Components.OfType<Bucket>().Where(static bucket => bucket.PublicRead)];
    }

    // What some hosts on the internet can connect to.
    private List<Gate> Entrances => entrances ??= [.. gates.Values.Where(static gate => gate.PublicEntries.Count > 0)];

    /// <summary>The way from the internet to a component, directly or through load balancers that pass requests on.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The hops in the order of travel, the component last; null where there is no way.</returns>
    public IReadOnlyList<Hop>? FromInternet(Component component)
    {
        if (Direct(component) is { } direct)
        {
            return [direct];
        }

        return topology.TargetGroupsTo(component.Path).Select(Through).FirstOrDefault(static way => way is not null);
    }

    /// <summary>The way from the internet through a load balancer to the component that answers, or null.</summary>
    /// <param name="route">Which load balancer asks whom.</param>
    public IReadOnlyList<Hop>? Through(TargetGroup route) =>
        topology.Component(route.LoadBalancer) is { } balancer
        && topology.Component(route.Target) is { } target
        && Direct(balancer) is { } first
        && Forwards(balancer, first)
        && Between(balancer, target, PortRange.Tcp(route.Port)) is { } second
            ? [first, second]
            : null;

    /// <summary>The connection that the internet can open to a component's own address, or null.</summary>
    public Hop? Direct(Component component) => Direct(component, component.Ports, static cidr => cidr.IsInternet);

    /// <summary>The connection that the internet can open to some ports of a component's own address, or null.</summary>
    public Hop? Direct(Component component, PortRange ports) =>
        Direct(component, component.Ports.Select(port => port.Intersect(ports)).OfType<PortRange>().ToEquatableArray(), static cidr => cidr.IsInternet);

    /// <summary>The connection that some hosts on the internet, few or many, can open to a component's own address, or null.</summary>
    public Hop? FromSomeOfInternet(Component component) => Direct(component, component.Ports, static cidr => cidr.IsPublic);

    /// <summary>The rules that let the internet in at a component's ports, whether or not it has an address and a route there.</summary>
    public IReadOnlyList<SecurityRule> OpenToInternet(Component component) => [.. Open(component, component.Ports, static cidr => cidr.IsInternet).Select(static open => open.Rule)];

    /// <summary>Whether the internet gateway leads to the subnets of a component.</summary>
    public bool HasInternetRoute(Component component) => HasInternetRoute(component, static subnet => subnet.DefaultRoute);

    private bool HasInternetRoute(Component component, Func<Subnet, RouteTarget?> defaultRoute) =>
        topology.SubnetGroup(component) is { } subnets
        && topology.Network(subnets.Network) is { InternetGateway: true }
        && subnets.Subnets.Any(subnet => defaultRoute(subnet)?.Kind == RouteTargetKind.InternetGateway);

    /// <summary>Who can open a connection to a component: the components by path, then the address ranges as rules name them.</summary>
    public IReadOnlyList<string> Admitted(Component component)
    {
        List<SecurityRule> rules = [.. Ingress(component).Where(rule => component.Ports.Any(port => rule.Ports.Intersect(port) is not null))];
        IEnumerable<string> groups = rules.Select(static r => r.Peer.Group).OfType<NodePath>().Where(path => path != component.Path).OrderBy(static p => p).Select(static p => p.Value);
        IEnumerable<string> cidrs = rules.Select(static r => r.Peer.Cidr).OfType<CidrBlock>().Select(static c => c.ToString()).OrderBy(static c => c, StringComparer.Ordinal);
        return [.. groups.Concat(cidrs).Distinct()];
    }

    /// <summary>The connection that one component can open to another, or null.</summary>
    /// <param name="from">Who opens it.</param>
    /// <param name="to">Who accepts it.</param>
    /// <param name="ports">The ports asked for.</param>
    public Hop? Between(Component from, Component to, PortRange ports) =>
        gates.TryGetValue(from.Path, out Gate? source) && gates.TryGetValue(to.Path, out Gate? target) ? Gate.Connect(source, target, [ports], certain: false) : null;

    /// <summary>The connection that one component can open to another on any port that this one listens on, or null.</summary>
    /// <param name="from">Who opens it.</param>
    /// <param name="to">Who accepts it.</param>
    public Hop? Between(Component from, Component to) =>
        gates.TryGetValue(from.Path, out Gate? source) && gates.TryGetValue(to.Path, out Gate? target) ? Gate.Connect(source, target, to.Ports, certain: false) : null;

    /// <summary>Everything that can be reached from the internet, one connection after the other, through load balancers and through hosts that run code.</summary>
    /// <param name="query">What counts.</param>
    public Spread SpreadFromInternet(SpreadQuery query)
    {
        Spread spread = new(query);
        foreach (Component component in topology.Components)
        {
            Hop? hop = query.AnyRange ? FromSomeOfInternet(component) : Direct(component);
            if (hop is not null && (query.Entry is null || query.Entry(hop)))
            {
                spread.Arrive(hop);
            }
        }

        foreach (Bucket bucket in query.Permissions ? publicBuckets : [])
        {
            spread.Arrive(new Hop(null, bucket, null, []) { Origins = EquatableArray.Of(bucket.AddressOrigin) });
        }

        Run(spread);
        return spread;
    }

    /// <summary>Everything that can be reached from some components.</summary>
    /// <param name="sources">The components.</param>
    /// <param name="query">What counts.</param>
    public Spread SpreadFrom(IEnumerable<Component> sources, SpreadQuery query)
    {
        Spread spread = new(query);
        foreach (Component source in sources)
        {
            spread.Start(source);
        }

        Run(spread);
        return spread;
    }

    /// <summary>Components that reach others by a rule for an address range, though nothing declares that they do.</summary>
    /// <param name="target">Who accepts the connections.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="port">The port asked for.</param>
    /// <returns>The components, as many as are worth naming, and their number.</returns>
    public Callers UndeclaredCallers(Component target, SecurityRule rule, PortRange port)
    {
        if (!gates.TryGetValue(target.Path, out Gate? gate) || rule.Ports.Intersect(port) is not { } open)
        {
            return new Callers([], 0);
        }

        Component? fromInternet = null;
        HashSet<NodePath>? declared = null;
        List<Component> named = [];
        int count = 0;
        foreach (RangeClass caller in ranges.Callers(gate.Subnets.Network, [open]))
        {
            // A data store answers; it opens no connections of its own.
            bool ipv6 = caller.Ipv6 && target.HasIpv6Address;
            if (caller.Role is not (ComponentRole.Compute or ComponentRole.LoadBalancer)
                || !(from entry in CertainEntries(gate, caller.Homes, ipv6)[rule]
                     from exit in Opening.For(caller.Rules, gate.Homes, ipv6)
                     where exit.IsCertain && exit.Meet(entry)?.Intersect(open) is not null
                     select exit).Any())
            {
                continue;
            }

            declared ??=
            [
                target.Path,
                .. topology.EdgesTo(target.Path).Where(edge => edge.Ports?.Intersect(open) is not null).Select(static edge => edge.From).OfType<NodePath>(),
            ];
            fromInternet ??= Exposed(caller).Find(member => !declared.Contains(member.Path));
            count += caller.Members.Count - declared.Count(path => gates.ContainsKey(path) && ranges.CallerOf(path) == caller);
            named.AddRange(caller.Members.Select(static member => member.Component).Where(member => !declared.Contains(member.Path)).Take(Callers.Named));
        }

        return new Callers([.. named.OrderBy(static c => c.Path).Take(Callers.Named)], count) { FromInternet = fromInternet };
    }

    // What holds for certain of the ranges that a component admits, by the first rule of each: rules that add up are one finding, there.
    private ILookup<SecurityRule, Opening> CertainEntries(Gate gate, EquatableArray<CidrBlock> homes, bool ipv6)
    {
        if (!certainEntries.TryGetValue((gate, homes, ipv6), out ILookup<SecurityRule, Opening>? entries))
        {
            certainEntries[(gate, homes, ipv6)] = entries = Opening.For(gate.IngressRanges, homes, ipv6).Where(static entry => entry.IsCertain).ToLookup(static entry => entry.Rules[0]);
        }

        return entries;
    }

    // Once for each class, however many components it reaches.
    private List<Component> Exposed(RangeClass callers)
    {
        NodePath key = callers.Members[0].Component.Path;
        if (!exposed.TryGetValue(key, out List<Component>? found))
        {
            exposed[key] = found = [.. callers.Members.Select(static member => member.Component).Where(component => component.Role == ComponentRole.Compute && Direct(component) is not null)];
        }

        return found;
    }

    /// <summary>For some components those among the ones that a spread reached which can connect to them.</summary>
    /// <param name="spread">The spread.</param>
    /// <param name="targets">Who accepts the connections.</param>
    public IReadOnlyDictionary<NodePath, Callers> CallersAmong(Spread spread, IEnumerable<Component> targets)
    {
        List<Gate> reached = [.. spread.Reached.Where(static c => c.Role == ComponentRole.Compute).Select(c => gates.TryGetValue(c.Path, out Gate? gate) ? gate : null).OfType<Gate>().OrderBy(static gate => gate.Component.Path)];
        ILookup<RangeClass, Component> byClass = reached.ToLookup(gate => ranges.CallerOf(gate.Component.Path), static gate => gate.Component);
        ILookup<NodePath, Component> byCallee = reached.SelectMany(static gate => gate.Callees.Select(callee => (callee, gate.Component))).ToLookup(static pair => pair.callee, static pair => pair.Component);
        Dictionary<NodePath, Callers> callers = [];
        foreach (Gate target in targets.Select(component => gates.TryGetValue(component.Path, out Gate? gate) ? gate : null).OfType<Gate>())
        {
            List<RangeClass> classes = [.. byClass.Select(static c => c.Key).Where(caller => caller.Subnets.Network == target.Subnets.Network && RangeClass.Meet(caller, target, target.Component.Ports))];
            List<Component> named =
            [
                .. byCallee[target.Component.Path]
                    .Concat(target.Callers.Where(spread.HasSeen).Select(topology.Component).OfType<Component>())
                    .Distinct()
                    .Where(caller => caller.Role == ComponentRole.Compute && !classes.Contains(ranges.CallerOf(caller.Path)) && Between(caller, target.Component) is not null),
            ];
            IEnumerable<Component> first = classes.SelectMany(caller => byClass[caller].Take(Callers.Named)).Concat(named).OrderBy(static c => c.Path).Take(Callers.Named);
            callers[target.Component.Path] = new Callers([.. first], named.Count + classes.Sum(caller => byClass[caller].Count()));
        }

        return callers;
    }

    private Hop? Direct(Component component, EquatableArray<PortRange> ports, Func<CidrBlock, bool> isSource)
    {
        List<(SecurityRule Rule, PortRange Ports)> open = [.. OpenDirectly(component, ports, isSource)];
        if (open.Count == 0)
        {
            return null;
        }

        // Of a load balancer's ports that one is told which leads on.
        (SecurityRule Rule, PortRange Ports) first = component is ApplicationLoadBalancer balancer
            ? open.OrderBy(o => !balancer.Listeners.Any(listener => !listener.RedirectToHttps && o.Ports.Intersect(PortRange.Tcp(listener.Port)) is not null)).First()
            : open[0];
        return new Hop(null, component, first.Ports, open.Select(static o => o.Rule).ToEquatableArray())
        {
            Origins = open.Select(static o => o.Rule.Origin)
                .Concat(from wider in open
                        from rule in wider.Rule.Covered
                        where rule.Peer.Cidr is { } cidr && isSource(cidr) && ports.Any(port => rule.Ports.Intersect(port) is not null)
                        select rule.Origin)
                .Distinct()
                .ToEquatableArray(),
        };
    }

    // Each family has its own addresses, routes and rules.
    private IEnumerable<(SecurityRule Rule, PortRange Ports)> OpenDirectly(Component component, EquatableArray<PortRange> ports, Func<CidrBlock, bool> isSource)
    {
        (bool ipv4, bool ipv6) = (HasWayIn(component, ipv6: false), HasWayIn(component, ipv6: true));
        return ipv4 || ipv6 ? Open(component, ports, cidr => (cidr.IsIpv6 ? ipv6 : ipv4) && isSource(cidr)) : [];
    }

    // It leads to every bucket in the region, whosever it is.
    private bool HasStorageEndpoint(NodePath network) => topology.EndpointsOf(network).Any(static endpoint => endpoint.Service == AwsService.S3);

    private bool HasWayIn(Component component, bool ipv6) => ipv6
        ? component.HasPublicIpv6Address && HasInternetRoute(component, static subnet => subnet.Ipv6?.DefaultRoute)
        : component.HasPublicAddress && HasInternetRoute(component);

    private IEnumerable<(SecurityRule Rule, PortRange Ports)> Open(Component component, EquatableArray<PortRange> ports, Func<CidrBlock, bool> isSource) =>
        from rule in Ingress(component)
        where rule.Peer.Cidr is { } cidr && isSource(cidr)
        from port in ports
        let shared = rule.Ports.Intersect(port)
        where shared is not null
        select (rule, shared.Value);

    private IEnumerable<SecurityRule> Ingress(Component component) =>
        topology.SecurityGroup(component.Path)?.Rules.Where(static rule => rule.Direction == Direction.Ingress) ?? [];

    // A listener that redirects passes nothing on.
    private static bool Forwards(Component balancer, Hop arrival) =>
        balancer is not ApplicationLoadBalancer lb
        || lb.Listeners.Any(listener => !listener.RedirectToHttps
            && (arrival.From is null ? arrival.Rules.Any(rule => rule.Ports.Intersect(PortRange.Tcp(listener.Port)) is not null) : arrival.Ports?.Intersect(PortRange.Tcp(listener.Port)) is not null));

    // Breadth first, so that the first arrival is the shortest. Every component is left once, and every class of callers meets the
    // classes of targets once: near-linear in components and rules.
    private void Run(Spread spread)
    {
        Dictionary<RangeClass, int> met = [];
        HashSet<NodePath> passedOn = [];
        while (!spread.IsDone && spread.Next() is { } current)
        {
            if (current.Component.Role == ComponentRole.LoadBalancer)
            {
                if (current.Arrival is null || Forwards(current.Component, current.Arrival))
                {
                    passedOn.Add(current.Component.Path);
                    PassOn(current.Component, spread);
                }

                continue;
            }

            if (current.Component.Role != ComponentRole.Compute)
            {
                continue;
            }

            if (spread.Query.Permissions)
            {
                Permissions(current.Component, spread);
            }

            if (gates.TryGetValue(current.Component.Path, out Gate? gate))
            {
                foreach (NodePath callee in gate.Callees)
                {
                    if (gates.TryGetValue(callee, out Gate? named))
                    {
                        Visit(gate, named, Gate.Connect);
                    }
                }

                foreach (Gate callee in admitting[current.Component.Path])
                {
                    Visit(gate, callee, Gate.Connect);
                }

                RangeClass caller = ranges.CallerOf(current.Component.Path);
                int meetings = met[caller] = met.TryGetValue(caller, out int before) ? before + 1 : 1;

                // Each member of a class meets the others, but not itself: a second one finds the way back to the first.
                if (meetings == 1 || meetings == 2 && spread.Query.Returns)
                {
                    foreach (Gate callee in Members(ranges.Targets(caller), spread))
                    {
                        Visit(gate, callee, Gate.Connect);
                        if (spread.IsDone)
                        {
                            break;
                        }
                    }

                    if (spread.Query.Outside)
                    {
                        GoOut(gate);
                    }
                }
            }
        }

        // All are one step away: who looks for one of them need not see the others.
        static IEnumerable<Gate> Members(IEnumerable<RangeClass> targets, Spread spread) =>
            (spread.Query.Until is { } until ? targets.OrderByDescending(target => target.Members.Any(member => until(member.Component))) : targets).SelectMany(static target => target.Members);

        void GoOut(Gate from)
        {
            foreach (Gate entrance in from.PublicExits.Count > 0 ? Entrances : [])
            {
                Visit(from, entrance, Gate.ConnectOutside);
            }

            // Which public addresses a bucket answers at is known after the deployment: only a rule for every address holds for certain.
            List<Opening> exits = [.. from.StorageExits.Where(exit => exit.IsCertain || !spread.Query.Certain).OrderByDescending(static exit => exit.IsCertain)];
            foreach (Bucket bucket in spread.Query.Permissions && exits.Count > 0 ? publicBuckets : [])
            {
                spread.Arrive(new Hop(from.Component, bucket, null, [])
                {
                    IsCertain = exits[0].IsCertain,
                    Exit = exits[0].Rules[0],
                    Outside = from.PublicExits.Contains(exits[0]),
                    Origins = EquatableArray.Of(bucket.AddressOrigin),
                });
            }
        }

        void Visit(Gate from, Gate target, Func<Gate, Gate, IReadOnlyList<PortRange>, bool, Hop?> connect)
        {
            NodePath to = target.Component.Path;

            // A load balancer that was reached by a listener that redirects may be reached again by one that passes requests on.
            // Nothing was reached through it until then, so that no path leads in a circle.
            if (target.Component is ApplicationLoadBalancer balancer
                && !passedOn.Contains(to)
                && !(spread.HasSeen(to) && (spread.ArrivalAt(to) is not { } first || Forwards(balancer, first)))
                && connect(from, target, Forwarding(balancer), spread.Query.Certain) is { } through)
            {
                spread.ArriveAgain(through);
            }

            if (spread.Wants(to) && connect(from, target, target.Component.Ports, spread.Query.Certain) is { } hop)
            {
                spread.Arrive(hop);
            }
        }
    }

    private static IReadOnlyList<PortRange> Forwarding(ApplicationLoadBalancer balancer) =>
        [.. balancer.Listeners.Where(static listener => !listener.RedirectToHttps).Select(static listener => PortRange.Tcp(listener.Port))];

    private void PassOn(Component balancer, Spread spread)
    {
        foreach (TargetGroup group in topology.TargetGroupsOf(balancer.Path))
        {
            if (spread.Wants(group.Target) && topology.Component(group.Target) is { } target && Between(balancer, target, PortRange.Tcp(group.Port)) is { } hop)
            {
                spread.Arrive(hop);
            }
        }
    }

    private void Permissions(Component component, Spread spread)
    {
        foreach (Grant grant in topology.GrantsOf(component.Path))
        {
            foreach (GrantResource resource in grant.Resources)
            {
                // A database's password is no way to it: that takes a connection. Of what the role may do that starts the code, the
                // code gets the secrets alone.
                if (resource.Component is { } path
                    && spread.Wants(path)
                    && topology.Component(path) is { Placement: null } target
                    && (grant.Principal == Principal.Runtime || resource.Part == ResourcePart.Secret))
                {
                    spread.Arrive(new Hop(component, target, null, []) { Grant = grant, Origins = EquatableArray.Of(grant.Origin) });
                }
            }
        }
    }
}

/// <summary>Components that can open a connection to another one.</summary>
/// <param name="Components">As many of them as are worth naming, by path.</param>
/// <param name="Count">Their number.</param>
public sealed record Callers(IReadOnlyList<Component> Components, int Count)
{
    /// <summary>How many of them are worth naming.</summary>
    public const int Named = 3;

    /// <summary>One of them that runs code and that the internet reaches directly; null where none is.</summary>
    public Component? FromInternet { get; init; }
}
