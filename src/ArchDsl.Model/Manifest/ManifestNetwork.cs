namespace ArchDsl.Model;

/// <summary>A VPC.</summary>
/// <param name="Path">The class that carries the <c>[Vpc]</c>; empty for the root.</param>
/// <param name="ConstructPath">The path of its construct below the stack, with slashes; empty for the stack itself.</param>
/// <param name="Cidrs">The IPv4 ranges.</param>
/// <param name="Ipv6">Whether it has IPv6 addresses besides, which Amazon chooses.</param>
/// <param name="AvailabilityZones">The number of availability zones.</param>
/// <param name="InternetGateway">Whether an internet gateway is attached.</param>
/// <param name="EgressOnlyInternetGateway">Whether an egress-only internet gateway is attached, which lets IPv6 connections out but not in.</param>
/// <param name="FlowLogs">Which connections are logged: a member of <see cref="ArchDsl.FlowLogs"/>.</param>
/// <param name="SubnetGroups">The subnets, one group for each class with a subnet attribute.</param>
/// <param name="NatGateways">The NAT gateways.</param>
/// <param name="Endpoints">The ways to services of AWS that lead through no gateway.</param>
public sealed record ManifestNetwork(
    string Path,
    string ConstructPath,
    EquatableArray<string> Cidrs,
    bool Ipv6,
    int AvailabilityZones,
    bool InternetGateway,
    bool EgressOnlyInternetGateway,
    string FlowLogs,
    EquatableArray<ManifestSubnetGroup> SubnetGroups,
    EquatableArray<ManifestNatGateway> NatGateways,
    EquatableArray<ManifestEndpoint> Endpoints);

/// <summary>The subnets of one class, one for each availability zone.</summary>
/// <param name="Path">The class that carries the subnet attribute; empty for the root.</param>
/// <param name="ConstructPath">The path of its construct below the stack, with slashes.</param>
/// <param name="Kind">What the default route leads to.</param>
/// <param name="Subnets">The subnets in the order of their zones.</param>
public sealed record ManifestSubnetGroup(string Path, string ConstructPath, SubnetKind Kind, EquatableArray<ManifestSubnet> Subnets);

/// <summary>A subnet.</summary>
/// <param name="Zone">The index of the availability zone, from zero.</param>
/// <param name="Cidrs">The IPv4 ranges.</param>
/// <param name="DefaultRoute">Where IPv4 packets to the internet go.</param>
/// <param name="NatGateway">The index of the NAT gateway that they go to, in those of the network; null for none.</param>
/// <param name="Ipv6DefaultRoute">Where IPv6 packets to the internet go; null where there are no IPv6 addresses.</param>
public sealed record ManifestSubnet(int Zone, EquatableArray<string> Cidrs, RouteTargetKind DefaultRoute, int? NatGateway, RouteTargetKind? Ipv6DefaultRoute);

/// <summary>A NAT gateway.</summary>
/// <param name="SubnetGroup">The class of the public subnets in which it stands.</param>
/// <param name="Zone">The zone of its subnet, from zero.</param>
public sealed record ManifestNatGateway(string SubnetGroup, int Zone);

/// <summary>An endpoint of a VPC.</summary>
/// <param name="Path">Where its security group stands: below the VPC, with an <c>@</c> before its name.</param>
/// <param name="Service">The service: a member of <see cref="AwsService"/>.</param>
/// <param name="IsGateway">Whether it is an entry in the route tables rather than an interface with addresses of its own.</param>
/// <param name="SubnetGroup">The class of the subnets in which an interface endpoint has its addresses; null for a gateway endpoint.</param>
public sealed record ManifestEndpoint(string Path, string Service, bool IsGateway, string? SubnetGroup);
