namespace ArchDsl.Model;

/// <summary>Lowers VPCs and subnets: address ranges, gateways and routes.</summary>
internal sealed class NetworkLowering
{
    // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    private const int LargestBlock = 16;
    private const int SmallestBlock = 28;
    private const int MostIpv6Subnets = 256;
    private const int ReservedAddresses = 5;

    // An unwritten subnet takes a sixteenth of its VPC, as long as there is room.
    private const int AllottedBits = 4;

    private readonly LoweringContext context;
    private readonly Dictionary<NodePath, DraftNetwork> networks = [];
    private readonly Dictionary<NodePath, DraftGroup> groups = [];

    public NetworkLowering(IReadOnlyList<Node> nodes, LoweringContext context)
    {
        this.context = context;
        foreach (Node node in nodes)
        {
            if (node.Get<VpcAttribute>() is { } vpc)
            {
                AddNetwork(node, vpc);
            }
        }

        foreach (Node node in nodes)
        {
            if (node.Get<SubnetAttribute>() is { } subnets)
            {
                AddGroup(node, subnets);
            }
        }

        foreach (DraftNetwork network in networks.Values)
        {
            AddEndpoints(network);
        }
    }

    /// <summary>The subnets that a class stands in, or null.</summary>
    public (Placement Placement, SubnetKind Kind)? PlaceOf(Node node) =>
        NearestNetwork(node).Select(n => groups.TryGetValue(n.Path, out DraftGroup? group) ? group : null).FirstOrDefault(static g => g is not null) is { } found
            ? (new Placement(found.Network.Node.Path, found.Node.Path) { Ipv6 = found.Network.Ipv6 }, found.Kind)
            : null;

    /// <summary>The networks, once the components and their rules are known: these decide whether anybody needs a way out.</summary>
    public IEnumerable<Network> Finish() => networks.Values.OrderBy(static n => n.Node.Path).Select(Finish);

    // The class and those around it, up to the nearest with a VPC: the subnets of an outer one are not those of an inner one.
    private IEnumerable<Node> NearestNetwork(Node node)
    {
        foreach (Node outer in node.SelfAndAncestors())
        {
            yield return outer;
            if (networks.ContainsKey(outer.Path))
            {
                yield break;
            }
        }
    }

    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
    private static readonly CidrBlock[] Reserved = [new(0, 8), new(0x7F000000, 8), new(0xA9FE0000, 16), new(0xE0000000, 3)];

    private void AddNetwork(Node node, Written<VpcAttribute> vpc)
    {
        CidrBlock? cidr = CidrBlock.Parse(vpc.Attribute.Cidr);
        if (cidr is not { IsIpv6: false, PrefixLength: >= LargestBlock and <= SmallestBlock })
        {
            context.Report<InvalidCidr>(vpc.At("Cidr"), vpc.Attribute.Cidr, "a VPC's", InvalidCidr.Ipv4);
            cidr = null;
        }
        else if (Reserved.Any(reserved => reserved.Overlaps(cidr.Value)))
        {
            context.Report<RefusedValue>(vpc.At("Cidr"), vpc.Attribute.Cidr, "the range is not for hosts; a VPC takes one within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
            cidr = null;
        }

        if (vpc.Attribute.AvailabilityZones is < 1 or > 6)
        {
            context.Report<RefusedValue>(vpc.At("AvailabilityZones"), $"{vpc.Attribute.AvailabilityZones}", "a region has 1 to 6 availability zones");
        }
        else if (Regions.ZonesOf(context.Region) is { } most && vpc.Attribute.AvailabilityZones > most)
        {
            context.Report<RefusedValue>(vpc.At("AvailabilityZones"), $"{vpc.Attribute.AvailabilityZones}", $"the region {context.Region} has {most} availability zones");
        }

        int zones = Math.Min(Math.Max(vpc.Attribute.AvailabilityZones, 1), 6);
        networks[node.Path] = new DraftNetwork(node, vpc, cidr ?? CidrBlock.Parse("10.0.0.0/16")!.Value, zones);
    }

    private void AddEndpoints(DraftNetwork network)
    {
        // AWS takes one subnet for each zone; the address is a private one wherever it stands.
        DraftGroup? home = network.Groups.OrderBy(static g => g.Kind == SubnetKind.Public).ThenBy(static g => g.Kind).ThenBy(static g => g.Node.Path).FirstOrDefault();
        foreach (Written<VpcEndpointAttribute> written in network.Node.All<VpcEndpointAttribute>())
        {
            AwsService service = written.Attribute.Service;
            VpcEndpoint endpoint = new(network.Node.Path, service, AwsServices.IsGateway(service) ? null : home?.Node.Path, written.Origin);
            if (context.VpcEndpoints.Any(e => e.Network == endpoint.Network && e.Service == service))
            {
                context.Report<RefusedValue>(written.At("Service"), service.ToString(), "the VPC has an endpoint for the service already; keep one of them");
            }
            else if (!endpoint.IsGateway && home is null)
            {
                context.Report<RefusedValue>(written.At("Service"), service.ToString(), "the VPC has no subnet that the endpoint could stand in; add a class with [IsolatedSubnet]");
            }
            else
            {
                context.Add(endpoint);
            }
        }
    }

    private void AddGroup(Node node, Written<SubnetAttribute> subnets)
    {
        foreach (Written<SubnetAttribute> second in node.All<SubnetAttribute>().Skip(1))
        {
            context.Report<WrongNesting>(second.Origin, second.Declaration.DisplayName, $"on {node.Name}, which has subnets of another kind");
        }

        DraftNetwork? network = node.SelfAndAncestors().Select(n => networks.TryGetValue(n.Path, out DraftNetwork? found) ? found : null).FirstOrDefault(static n => n is not null);
        if (network is null)
        {
            context.Report<WrongNesting>(subnets.Origin, subnets.Declaration.DisplayName, $"on {node.Name}, which is not inside a [Vpc]");
            return;
        }

        if (node.SelfAndAncestors().TakeWhile(n => n != network.Node).Append(network.Node).FirstOrDefault(n => n != node && groups.ContainsKey(n.Path)) is { } outer)
        {
            context.Report<WrongNesting>(subnets.Origin, subnets.Declaration.DisplayName, $"inside {outer.Name}, which is a group of subnets already");
            return;
        }

        SubnetKind kind = subnets.Attribute switch
        {
            PublicSubnetAttribute => SubnetKind.Public,
            PrivateSubnetAttribute => SubnetKind.Private,
            _ => SubnetKind.Isolated,
        };
        DraftGroup group = new(node, subnets, network, kind, Explicit(subnets, network));
        groups[node.Path] = group;
        network.Groups.Add(group);
    }

    private CidrBlock?[] Explicit(Written<SubnetAttribute> subnets, DraftNetwork network)
    {
        CidrBlock?[] blocks = new CidrBlock?[network.Zones];
        string[] cidrs = subnets.Attribute.Cidrs;
        if (cidrs.Length != 0 && cidrs.Length != network.Zones)
        {
            context.Report<ZonesMismatch>(subnets.At("Cidrs"), $"{cidrs.Length}", $"{network.Zones}");
        }

        for (int i = 0; i < Math.Min(cidrs.Length, network.Zones); i++)
        {
            Origin origin = subnets.At("Cidrs").At($"Cidrs[{i}]");
            if (CidrBlock.Parse(cidrs[i]) is not { IsIpv6: false, PrefixLength: >= LargestBlock and <= SmallestBlock } block)
            {
                context.Report<InvalidCidr>(origin, cidrs[i], "a subnet's", InvalidCidr.Ipv4);
            }
            else if (!network.Cidr.Contains(block))
            {
                context.Report<CidrOutsideVpc>(origin, cidrs[i], network.Cidr.ToString());
            }
            else if (network.Taken.FirstOrDefault(taken => taken.Overlaps(block)) is { PrefixLength: > 0 } other)
            {
                context.Report<OverlappingCidrs>(origin, cidrs[i], other.ToString());
            }
            else
            {
                blocks[i] = block;
                network.Taken.Add(block);
            }
        }

        return blocks;
    }

    private Network Finish(DraftNetwork draft)
    {
        // By kind and path, so that the order of members changes nothing.
        List<DraftGroup> ordered = [.. draft.Groups.OrderBy(static g => g.Kind).ThenBy(static g => g.Node.Path)];
        Allot(draft, ordered);
        CheckZones(draft);
        List<NatGateway> gateways = NatGateways(draft, ordered);
        bool egressOnly = draft.Ipv6 && Needy(draft, static range => range is { IsIpv6: true, IsPublic: true }) is not null;
        Dictionary<DraftGroup, int> firstIpv6 = FirstIpv6(draft, ordered);
        ordered.ForEach(group => CheckSize(group, gateways));
        return new Network
        {
            Path = draft.Node.Path,
            Origin = draft.Vpc.Origin,
            Cidr = draft.Cidr,
            AvailabilityZones = draft.Zones,
            FlowLogs = draft.Vpc.Attribute.FlowLogs,
            FlowLogsOrigin = draft.Vpc.At(nameof(VpcAttribute.FlowLogs)),
            InternetGateway = ordered.Any(static g => g.Kind == SubnetKind.Public),
            Ipv6 = draft.Ipv6,
            EgressOnlyInternetGateway = egressOnly,
            NatGatewaysOrigin = draft.Vpc.At(nameof(VpcAttribute.NatGateways)),
            NatGateways = gateways.ToEquatableArray(),
            SubnetGroups = ordered.OrderBy(static g => g.Node.Path).Select(g => new SubnetGroup
            {
                Path = g.Node.Path,
                Origin = g.Subnets.Origin,
                Network = draft.Node.Path,
                Kind = g.Kind,
                Subnets = g.Blocks.Select((block, zone) => new Subnet(zone, block!.Value, DefaultRoute(g.Kind, zone, gateways.Count))
                {
                    Ipv6 = draft.Ipv6 ? new Ipv6Subnet(firstIpv6[g] + zone, Ipv6Route(g.Kind, egressOnly)) : null,
                }).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }

    private static RouteTarget DefaultRoute(SubnetKind kind, int zone, int gateways) => kind switch
    {
        SubnetKind.Public => new RouteTarget(RouteTargetKind.InternetGateway),
        SubnetKind.Private when gateways > 0 => new RouteTarget(RouteTargetKind.NatGateway, zone % gateways),
        _ => new RouteTarget(RouteTargetKind.None),
    };

    // An egress-only gateway stands in no subnet and costs nothing, so there is one for all zones:
    // https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
    private static RouteTarget Ipv6Route(SubnetKind kind, bool egressOnly) => kind switch
    {
        SubnetKind.Public => new RouteTarget(RouteTargetKind.InternetGateway),
        SubnetKind.Private when egressOnly => new RouteTarget(RouteTargetKind.EgressOnlyInternetGateway),
        _ => new RouteTarget(RouteTargetKind.None),
    };

    // A /56 has 256 times a /64: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    private Dictionary<DraftGroup, int> FirstIpv6(DraftNetwork draft, List<DraftGroup> groups)
    {
        int subnets = groups.Count * draft.Zones;
        if (draft.Ipv6 && subnets > MostIpv6Subnets)
        {
            context.Report<CannotWork>(draft.Vpc.At(nameof(VpcAttribute.Ipv6)), context.NameOf(draft.Node.Path), $"its IPv6 range has room for {MostIpv6Subnets} subnets, and it has {subnets}; divide it into several VPCs");
        }

        return groups.Select(static (group, index) => (group, index)).ToDictionary(static g => g.group, g => g.index * draft.Zones);
    }

    private void Allot(DraftNetwork draft, List<DraftGroup> groups)
    {
        int missing = groups.Sum(static g => g.Blocks.Count(static b => b is null));
        int longest = groups.Select(LongestPrefix).DefaultIfEmpty(SmallestBlock).Min();
        for (int prefix = Math.Min(draft.Cidr.PrefixLength + AllottedBits, longest); missing > 0; prefix++)
        {
            List<CidrBlock> free = [.. Blocks(draft.Cidr, prefix).Where(block => !draft.Taken.Any(block.Overlaps)).Take(missing)];
            if (free.Count < missing && prefix < SmallestBlock)
            {
                continue;
            }

            if (free.Count < missing)
            {
                context.Report<CannotWork>(draft.Vpc.At("Cidr"), context.NameOf(draft.Node.Path), $"its range {draft.Cidr} has no room for {missing} subnets without a range of their own; write a wider one, such as 10.0.0.0/16");
                free.AddRange(Enumerable.Repeat(draft.Cidr, missing - free.Count));
            }

            int next = 0;
            foreach (DraftGroup group in groups)
            {
                for (int zone = 0; zone < group.Blocks.Length; zone++)
                {
                    group.Blocks[zone] ??= free[next++];
                }
            }

            return;
        }
    }

    private void CheckZones(DraftNetwork draft)
    {
        if (context.Components.Values.Where(c => c.Placement?.Network == draft.Node.Path && c.LeastZones > draft.Zones).OrderBy(static c => c.Path).FirstOrDefault() is { } wide)
        {
            context.Report<CannotWork>(
                draft.Vpc.At("AvailabilityZones"),
                context.NameOf(wide.Path),
                $"a {wide.KindName} takes subnets in {wide.LeastZones} availability zones, and its VPC has {draft.Zones}; set AvailabilityZones = {wide.LeastZones}");
        }
    }

    private IEnumerable<Component> ComponentsIn(DraftGroup group) => context.Components.Values.Where(c => c.Placement?.SubnetGroup == group.Node.Path);

    private int LongestPrefix(DraftGroup group) => ComponentsIn(group).Select(static c => c.LongestPrefix).DefaultIfEmpty(SmallestBlock).Min();

    // AWS keeps five addresses of each subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
    // A load balancer takes a /27 with eight free ones in each: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
    private void CheckSize(DraftGroup group, List<NatGateway> gateways)
    {
        int longest = LongestPrefix(group);
        for (int zone = 0; zone < group.Blocks.Length; zone++)
        {
            if (group.Blocks[zone] is { } block && block.PrefixLength > longest)
            {
                Component narrow = ComponentsIn(group).OrderBy(static c => c.Path).First(c => c.LongestPrefix == longest);
                context.Report<CannotWork>(
                    group.Subnets.Attribute.Cidrs.Length > 0 ? group.Subnets.At("Cidrs").At($"Cidrs[{zone}]") : group.Network.Vpc.At("Cidr"),
                    context.NameOf(narrow.Path),
                    $"a {narrow.KindName} takes subnets of /{longest} or wider, and it stands in {block}; write a wider range");
                return;
            }
        }

        long taken = ComponentsIn(group).Sum(c => (long)c.LeastAddresses(group.Blocks.Length))
            + gateways.Count(gateway => gateway.SubnetGroup == group.Node.Path)
            + context.VpcEndpoints.Count(endpoint => endpoint.SubnetGroup == group.Node.Path) * group.Blocks.Length;
        long free = group.Blocks.Sum(static block => block is { } range ? (1L << (32 - range.PrefixLength)) - ReservedAddresses : 0);
        if (taken > free)
        {
            context.Report<CannotWork>(
                group.Subnets.At("Cidrs"),
                context.NameOf(group.Node.Path),
                $"what stands in its subnets takes {taken} addresses, and they have {free}; write wider ranges, or move something to other subnets");
        }
    }

    private static IEnumerable<CidrBlock> Blocks(CidrBlock network, int prefix)
    {
        for (ulong address = network.Address; address <= network.Last; address += 1UL << (32 - prefix))
        {
            yield return new CidrBlock((uint)address, prefix);
        }
    }

    private List<NatGateway> NatGateways(DraftNetwork draft, List<DraftGroup> groups)
    {
        bool written = draft.Vpc.Declaration.Has("NatGateways");
        Component? needy = written ? null : Needy(draft, static range => range is { IsIpv6: false, IsPublic: true });
        int count = written ? draft.Vpc.Attribute.NatGateways : needy is null ? 0 : draft.Zones;
        if (count < 0 || count > draft.Zones)
        {
            context.Report<RefusedValue>(draft.Vpc.At("NatGateways"), $"{count}", $"there can be one NAT gateway for each of the {draft.Zones} availability zones at most");
            count = Math.Min(Math.Max(count, 0), draft.Zones);
        }

        if (count == 0)
        {
            return [];
        }

        if (groups.FirstOrDefault(static g => g.Kind == SubnetKind.Public) is not { } home)
        {
            context.Report<NoPublicSubnet>(draft.Vpc.At("NatGateways"), context.NameOf(needy?.Path ?? draft.Node.Path));
            return [];
        }

        return [.. Enumerable.Range(0, count).Select(zone => new NatGateway(home.Node.Path, zone))];
    }

    // The first component in a private subnet that connects to addresses outside. A data store answers; only code that runs asks.
    private Component? Needy(DraftNetwork draft, Func<CidrBlock, bool> isOutside) => context.Components.Values
        .OrderBy(static c => c.Path)
        .FirstOrDefault(c => c is { Role: ComponentRole.Compute, Placement: { } place }
            && place.Network == draft.Node.Path
            && groups[place.SubnetGroup].Kind == SubnetKind.Private
            && context.Rules(c.Path).Any(rule => rule is { Direction: Direction.Egress, Peer.Cidr: { } range } && isOutside(range)));

    private sealed record DraftNetwork(Node Node, Written<VpcAttribute> Vpc, CidrBlock Cidr, int Zones)
    {
        public List<DraftGroup> Groups { get; } = [];

        public List<CidrBlock> Taken { get; } = [];

        public bool Ipv6 => Vpc.Attribute.Ipv6;
    }

    private sealed record DraftGroup(Node Node, Written<SubnetAttribute> Subnets, DraftNetwork Network, SubnetKind Kind, CidrBlock?[] Blocks);
}
