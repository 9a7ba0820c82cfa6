using System.Net;
using System.Net.Sockets;

namespace ArchDsl.CloudFormation;

/// <summary>An answer that may hold for some of the addresses in question only.</summary>
public enum Answer
{
    /// <summary>For none of them.</summary>
    No,
    /// <summary>For some of them.</summary>
    Partly,
    /// <summary>For all of them.</summary>
    Yes,
}

/// <summary>
/// Who can reach whom, read from a template alone by the rules that AWS documents: routes, public addresses, security
/// groups, load balancers. It shares nothing with the model that wrote the template, so that two readings must agree.
/// </summary>
public sealed class TemplateReach
{
    private readonly Template _template;
    private readonly Dictionary<string, Host> _hosts;
    private readonly List<string> _unknowns = [];
    private readonly Dictionary<(string From, string To, int Port, string Protocol, AddressFamily Family), Answer> _connections = [];
    private readonly Dictionary<(string To, int Port, string Protocol), IReadOnlyList<string>?> _internetPaths = [];

    /// <summary>Reads a template.</summary>
    public TemplateReach(Template template)
    {
        _template = template;
        Groups = new SecurityGroups(template, _unknowns);
        Network = new Network(template, _unknowns);
        _hosts = new HostReader(template, Network, Groups, _unknowns).Read().ToDictionary(host => host.LogicalId, StringComparer.Ordinal);
        Forwards = [.. Forwarding.Read(template)];
        Strangers = [.. Cidr.Internet, .. Groups.Ranges.Where(static range => range.HasStrangers).SelectMany(static range => range.Ends).Where(static address => !Cidr.IsSpecial(address)).Distinct()];
    }

    /// <summary>The template.</summary>
    public Template Template => _template;

    /// <summary>Addresses of the internet that belong to nobody known: some everywhere, and some in each wide range that a rule names.</summary>
    public IReadOnlyList<IPAddress> Strangers { get; }

    /// <summary>The subnets and their routes.</summary>
    public Network Network { get; }

    /// <summary>The security groups.</summary>
    public SecurityGroups Groups { get; }

    /// <summary>What has an address in a VPC.</summary>
    public IReadOnlyCollection<Host> Hosts => _hosts.Values;

    /// <summary>Which load balancers pass on to whom.</summary>
    public IReadOnlyList<Forward> Forwards { get; }

    /// <summary>What this reading could not resolve. Where this is not empty, "no path" proves nothing.</summary>
    public IReadOnlyList<string> Unknowns => _unknowns;

    /// <summary>A host by its logical id.</summary>
    public Host this[string logicalId] => _hosts[logicalId];

    /// <summary>Whether one host's packets to another's port pass both security groups, from and to every subnet of theirs, in one family at least.</summary>
    public Answer CanConnect(string from, string to, int port, string protocol = "tcp") =>
        Families(from, to).Max(family => CanConnect(from, to, port, protocol, family));

    /// <summary>The families in which two hosts both have addresses.</summary>
    public IReadOnlyList<AddressFamily> Families(string from, string to) =>
        _hosts[from].HasIpv6 && _hosts[to].HasIpv6 ? [AddressFamily.InterNetwork, AddressFamily.InterNetworkV6] : [AddressFamily.InterNetwork];

    /// <summary>Whether one host's packets of a family to another's port pass both security groups, from and to every subnet of theirs.</summary>
    public Answer CanConnect(string from, string to, int port, string protocol, AddressFamily family)
    {
        if (!_connections.TryGetValue((from, to, port, protocol, family), out var answer))
        {
            _connections[(from, to, port, protocol, family)] = answer = Connect(from, to, port, protocol, family);
        }

        return answer;
    }

    private Answer Connect(string from, string to, int port, string protocol, AddressFamily family)
    {
        var (source, target) = (_hosts[from], _hosts[to]);
        var answers =
            from home in source.Subnets
            from destination in target.Subnets
            select home.Vpc != destination.Vpc || (family == AddressFamily.InterNetworkV6 && !(home.HasIpv6 && destination.HasIpv6))
                ? Answer.No
                : Both(
                    Allows(source, Groups.Egress, port, protocol, target.Groups, destination.Range(family)),
                    Allows(target, Groups.Ingress, port, protocol, source.Groups, home.Range(family)));
        return All(answers);
    }

    /// <summary>The other hosts that can reach a TCP port of a host, from some subnet at least.</summary>
    public IEnumerable<string> Connectors(string to, int port) =>
        _hosts.Keys.Where(from => from != to && CanConnect(from, to, port) != Answer.No);

    /// <summary>The hops from the internet straight to a host's port, or null.</summary>
    public IReadOnlyList<string>? InternetPathTo(string logicalId, int port, string protocol = "tcp")
    {
        if (!_internetPaths.TryGetValue((logicalId, port, protocol), out var path))
        {
            _internetPaths[(logicalId, port, protocol)] = path = InternetPath(logicalId, port, protocol);
        }

        return path;
    }

    private IReadOnlyList<string>? InternetPath(string logicalId, int port, string protocol)
    {
        var host = _hosts[logicalId];
        if (!host.HasPublicAddress && !host.HasPublicIpv6)
        {
            return null;
        }

        return Strangers.Select(address => InternetPath(host, port, protocol, address)).FirstOrDefault(path => path is not null);
    }

    /// <summary>Whether an address of the internet gets to a host's own address on a TCP port.</summary>
    public bool Admits(string logicalId, IPAddress address, int port) => InternetPath(_hosts[logicalId], port, "tcp", address) is not null;

    private IReadOnlyList<string>? InternetPath(Host host, int port, string protocol, IPAddress address) => (
        from subnet in host.Subnets
        where address.AddressFamily == AddressFamily.InterNetwork ? host.HasPublicAddress : host.HasPublicIpv6 && subnet.HasIpv6
        where Admits(host, Groups.Ingress, port, address, protocol)
        let gateway = Network.InternetGateway(subnet, address)
        where gateway is not null
        select (IReadOnlyList<string>)["Internet", gateway, subnet.LogicalId, $"{host.LogicalId}:{port}"]).FirstOrDefault();

    /// <summary>The hops from the internet to a host's TCP port, straight or forwarded by load balancers, or null.</summary>
    public IReadOnlyList<string>? ForwardedInternetPathTo(string logicalId, int port) => ForwardedInternetPathTo(logicalId, port, []);

    private IReadOnlyList<string>? ForwardedInternetPathTo(string logicalId, int port, HashSet<(string, int)> visited)
    {
        if (!visited.Add((logicalId, port)))
        {
            return null;
        }

        if (InternetPathTo(logicalId, port) is { } straight)
        {
            return straight;
        }

        foreach (var forward in Forwards.Where(forward => forward.Target == logicalId && forward.TargetPort == port && Delivers(forward)))
        {
            if (ForwardedInternetPathTo(forward.LoadBalancer, forward.ListenerPort, visited) is { } path)
            {
                return [.. path, $"{logicalId}:{port}"];
            }
        }

        return null;
    }

    /// <summary>Whether what a load balancer forwards passes the security groups.</summary>
    private bool Delivers(Forward forward) =>
        CanConnect(forward.LoadBalancer, forward.Target, forward.TargetPort) != Answer.No
        || (_template[forward.LoadBalancer].Text("Type") == "network" // keeps the client's address
            && Cidr.Internet.Any(address => Admits(_hosts[forward.Target], Groups.Ingress, forward.TargetPort, address)));

    /// <summary>The hops from a host to any IPv4 address of the internet on a TCP port, or null unless all its subnets have such a way.</summary>
    public IReadOnlyList<string>? PathToInternet(string logicalId, int port)
    {
        var host = _hosts[logicalId];
        var paths = host.Subnets.Select(subnet => PathToInternet(host, subnet, port)).ToList();
        return paths.Count > 0 && !paths.Contains(null) ? paths[0] : null;
    }

    private IReadOnlyList<string>? PathToInternet(Host host, Subnet subnet, int port)
    {
        string? gateway = null;
        foreach (var address in Cidr.Internet.Where(address => address.AddressFamily == AddressFamily.InterNetwork))
        {
            gateway = Network.OutboundGateway(subnet, address) ?? (host.HasPublicAddress ? Network.InternetGateway(subnet, address) : null);
            if (gateway is null || !Admits(host, Groups.Egress, port, address))
            {
                return null;
            }
        }

        return [host.LogicalId, subnet.LogicalId, gateway!, $"Internet:{port}"];
    }

    /// <summary>Whether a host can call an AWS service such as <c>ecr.api</c>: over the internet, or by a VPC endpoint that works for it.</summary>
    public bool CanReachService(string logicalId, string service) =>
        PathToInternet(logicalId, 443) is not null
        || _template.OfType("AWS::EC2::VPCEndpoint").Where(endpoint => IsFor(endpoint, service)).Any(endpoint => Serves(endpoint, _hosts[logicalId]));

    private bool Serves(Resource endpoint, Host host) => endpoint.Text("VpcEndpointType") == "Interface"
        ? endpoint.Property("PrivateDnsEnabled")?.Flag == true && CanConnect(host.LogicalId, endpoint.LogicalId, 443) == Answer.Yes
        : host.Subnets.All(subnet => subnet.RouteTable is not null && endpoint.List("RouteTableIds").Any(table => table.LogicalId == subnet.RouteTable))
            && Cidr.Internet.Where(address => address.AddressFamily == AddressFamily.InterNetwork).All(address => Admits(host, Groups.Egress, 443, address));

    private static bool IsFor(Resource endpoint, string service) =>
        endpoint.Property("ServiceName")?.ToString().EndsWith($".{service}", StringComparison.Ordinal) == true;

    private static bool Admits(Host host, Func<string, IReadOnlyList<SecurityRule>> rules, int port, IPAddress address, string protocol = "tcp") =>
        !host.Filtered || host.Groups.SelectMany(rules).Any(rule => rule.Covers(port, protocol) && rule.Peer is Peer.Range range && range.Cidr.Contains(address));

    private static Answer Allows(Host host, Func<string, IReadOnlyList<SecurityRule>> rules, int port, string protocol, IReadOnlyList<string> peers, Cidr? peerRange) =>
        host.Filtered
            ? host.Groups.SelectMany(rules).Where(rule => rule.Covers(port, protocol)).Select(rule => Matches(rule.Peer, peers, peerRange)).DefaultIfEmpty(Answer.No).Max()
            : Answer.Yes;

    private static Answer Matches(Peer peer, IReadOnlyList<string> groups, Cidr? range) => peer switch
    {
        Peer.Group group => groups.Contains(group.LogicalId) ? Answer.Yes : Answer.No,

        // Which range Amazon provides is not known; it is none that a registry gives to another organisation.
        Peer.Range { Cidr: var allowed } when range == Cidr.GlobalUnicast && !allowed.HasStrangers => Answer.No,
        Peer.Range { Cidr: var allowed } when range is { } known => allowed.Contains(known) ? Answer.Yes : allowed.Overlaps(known) ? Answer.Partly : Answer.No,
        _ => Answer.Partly,
    };

    private static Answer Both(Answer one, Answer other) => one < other ? one : other;

    private static Answer All(IEnumerable<Answer> answers)
    {
        var distinct = answers.Distinct().ToList();
        return distinct switch { [] => Answer.No, [var only] => only, _ => Answer.Partly };
    }
}
