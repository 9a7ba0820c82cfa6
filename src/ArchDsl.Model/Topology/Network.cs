namespace ArchDsl.Model;

/// <summary>A VPC with everything in it that decides where packets may go.</summary>
public sealed record Network
{
    /// <summary>The class that carries the <c>[Vpc]</c>.</summary>
    public required NodePath Path { get; init; }

    /// <summary>The <c>[Vpc]</c> attribute.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The VPC's address range.</summary>
    public required CidrBlock Cidr { get; init; }

    /// <summary>The number of availability zones that its subnets span.</summary>
    public required int AvailabilityZones { get; init; }

    /// <summary>The subnets, one group for each class with a subnet attribute.</summary>
    public required EquatableArray<SubnetGroup> SubnetGroups { get; init; }

    /// <summary>Whether it has IPv6 addresses besides: a /56 that Amazon chooses.</summary>
    public bool Ipv6 { get; init; }

    /// <summary>Whether it has an egress-only internet gateway, which lets IPv6 connections out but not in.</summary>
    public bool EgressOnlyInternetGateway { get; init; }

    /// <summary>Whether an internet gateway is attached.</summary>
    public required bool InternetGateway { get; init; }

    /// <summary>Which connections are logged.</summary>
    public required FlowLogs FlowLogs { get; init; }

    /// <summary>The argument that says so, or else the attribute.</summary>
    public required Origin FlowLogsOrigin { get; init; }

    /// <summary>The argument that says how many NAT gateways there are, or else the <c>[Vpc]</c> attribute.</summary>
    public required Origin NatGatewaysOrigin { get; init; }

    /// <summary>The NAT gateways.</summary>
    public required EquatableArray<NatGateway> NatGateways { get; init; }
}

/// <summary>What a subnet's default route leads to.</summary>
public enum SubnetKind
{
    /// <summary>The internet gateway.</summary>
    Public,

    /// <summary>A NAT gateway, where the network has one.</summary>
    Private,

    /// <summary>Nothing.</summary>
    Isolated,
}

/// <summary>The subnets of one class, one for each availability zone.</summary>
public sealed record SubnetGroup
{
    /// <summary>The class that carries the subnet attribute.</summary>
    public required NodePath Path { get; init; }

    /// <summary>The subnet attribute.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The network that the subnets divide.</summary>
    public required NodePath Network { get; init; }

    /// <summary>What the default route leads to.</summary>
    public required SubnetKind Kind { get; init; }

    /// <summary>The subnets in the order of their zones.</summary>
    public required EquatableArray<Subnet> Subnets { get; init; }
}

/// <summary>One subnet with its own route table.</summary>
/// <param name="Zone">The index of the availability zone, from zero.</param>
/// <param name="Cidr">The address range.</param>
/// <param name="DefaultRoute">Where 0.0.0.0/0 leads.</param>
public sealed record Subnet(int Zone, CidrBlock Cidr, RouteTarget DefaultRoute)
{
    /// <summary>Its part of the network's IPv6 range; null where the network has none.</summary>
    public Ipv6Subnet? Ipv6 { get; init; }
}

/// <summary>The IPv6 side of a subnet.</summary>
/// <param name="Index">Which /64 of the VPC's /56 it is, from zero.</param>
/// <param name="DefaultRoute">Where ::/0 leads.</param>
public sealed record Ipv6Subnet(int Index, RouteTarget DefaultRoute);

/// <summary>Where a route leads.</summary>
/// <param name="Kind">What stands at its end.</param>
/// <param name="NatGateway">For a NAT gateway: its index in <see cref="Network.NatGateways"/>.</param>
public readonly record struct RouteTarget(RouteTargetKind Kind, int NatGateway = -1);

/// <summary>What stands at the end of a route.</summary>
public enum RouteTargetKind
{
    /// <summary>There is no such route.</summary>
    None,

    /// <summary>The network's internet gateway.</summary>
    InternetGateway,

    /// <summary>A NAT gateway.</summary>
    NatGateway,

    /// <summary>The network's egress-only internet gateway, for IPv6.</summary>
    EgressOnlyInternetGateway,
}

/// <summary>A NAT gateway with its own elastic address.</summary>
/// <param name="SubnetGroup">The public subnets in which it stands.</param>
/// <param name="Zone">The zone of its subnet, from zero.</param>
public sealed record NatGateway(NodePath SubnetGroup, int Zone);
