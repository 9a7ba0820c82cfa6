using System.Net;
using System.Net.Sockets;

namespace ArchDsl.CloudFormation;

/// <summary>
/// A subnet; its zone is null where the template leaves it to AWS, its range where it computes it. The IPv6 range is null where it has
/// none, and all that Amazon might choose from where it is a part of a range that Amazon provides.
/// </summary>
public sealed record Subnet(Resource Resource, string Vpc, Cidr? Cidr, Cidr? Ipv6, string? Zone, string? RouteTable)
{
    /// <summary>The logical id of its resource.</summary>
    public string LogicalId => Resource.LogicalId;

    /// <summary>Whether it has an IPv6 range.</summary>
    public bool HasIpv6 => Ipv6 is not null;

    /// <summary>Its range of a family; null where it has none, or none that is known.</summary>
    public Cidr? Range(AddressFamily family) => family == AddressFamily.InterNetwork ? Cidr : Ipv6;

    /// <summary>Whether what starts in it gets a public IPv4 address unless it says otherwise.</summary>
    public bool GivesPublicAddress => Resource.Property("MapPublicIpOnLaunch")?.Flag == true;

    /// <summary>Whether what starts in it gets an IPv6 address.</summary>
    public bool GivesIpv6Address => HasIpv6 && Resource.Property("AssignIpv6AddressOnCreation")?.Flag == true;
}

/// <summary>Where packets go: subnets, their route tables, and the gateways behind the routes.</summary>
public sealed class Network
{
    private readonly Template _template;
    private readonly Dictionary<string, Subnet> _subnets;
    private readonly ILookup<string, (Cidr Destination, Resource Route)> _routes;
    private readonly HashSet<(string Gateway, string Vpc)> _attachments;

    internal Network(Template template, ICollection<string> unknowns)
    {
        _template = template;
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var association in template.OfType("AWS::EC2::SubnetRouteTableAssociation"))
        {
            if (association.Property("SubnetId")?.LogicalId is not { } subnet || association.Property("RouteTableId")?.LogicalId is not { } table || !tables.TryAdd(subnet, table))
            {
                unknowns.Add($"{association}: which route table it gives to which subnet");
            }
        }

        var moreIpv6 = template.OfType("AWS::EC2::SubnetCidrBlock").ToLookup(block => block.Property("SubnetId")?.LogicalId, block => block.Property("Ipv6CidrBlock"));
        var provided = template.OfType("AWS::EC2::VPCCidrBlock")
            .Where(block => block.Property("AmazonProvidedIpv6CidrBlock")?.Flag == true)
            .Select(block => block.Property("VpcId")?.LogicalId)
            .ToHashSet();
        _subnets = template.OfType("AWS::EC2::Subnet").Where(subnet => Names(subnet, "VpcId")).ToDictionary(subnet => subnet.LogicalId, subnet => new Subnet(
            subnet,
            subnet.Property("VpcId")!.LogicalId!,
            Cidr.TryParse(subnet.Text("CidrBlock")),
            Ipv6(subnet, subnet.Property("Ipv6CidrBlock") ?? moreIpv6[subnet.LogicalId].FirstOrDefault()),
            subnet.Property("AvailabilityZone")?.ToString(),
            tables.GetValueOrDefault(subnet.LogicalId)));
        _routes = template.OfType("AWS::EC2::Route").Where(route => Names(route, "RouteTableId"))
            .Select(route => (Table: route.Property("RouteTableId")!.LogicalId!, Destination: Destination(route), Route: route))
            .Where(route => route.Destination is not null)
            .ToLookup(route => route.Table, route => (route.Destination!.Value, route.Route));
        _attachments = template.OfType("AWS::EC2::VPCGatewayAttachment")
            .Where(attachment => attachment.Property("InternetGatewayId") is not null && Names(attachment, "InternetGatewayId") && Names(attachment, "VpcId"))
            .Select(attachment => (attachment.Property("InternetGatewayId")!.LogicalId!, attachment.Property("VpcId")!.LogicalId!))
            .ToHashSet();

        foreach (var subnet in _subnets.Values.Where(subnet => subnet.Cidr is null))
        {
            unknowns.Add($"{subnet.Resource}: no literal range");
        }

        foreach (var route in template.OfType("AWS::EC2::Route").Where(route => Destination(route) is null))
        {
            unknowns.Add($"{route}: no literal destination");
        }

        // What stands outside the template is not known.
        bool Names(Resource resource, string property)
        {
            var named = resource.Property(property);
            if (named?.LogicalId is null)
            {
                unknowns.Add($"{resource}: {property} {named}");
            }

            return named?.LogicalId is not null;
        }

        // A /64 of the VPC's own: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
        Cidr? Ipv6(Resource subnet, Value? range)
        {
            var isPart = range is Value.Slice { HostBits: 64, Whole: Value.Entry { Index: 0, List: Value.Attribute { Name: "Ipv6CidrBlocks", Owner: var vpc } } }
                && vpc == subnet.Property("VpcId")?.LogicalId
                && provided.Contains(vpc);
            if (range is not null && !isPart && Cidr.TryParse(range.Text) is null)
            {
                unknowns.Add($"{subnet}: IPv6 range {range}");
            }

            return range is null ? null : Cidr.TryParse(range.Text) ?? Cidr.GlobalUnicast;
        }

        static Cidr? Destination(Resource route) => Cidr.TryParse(route.Text("DestinationCidrBlock") ?? route.Text("DestinationIpv6CidrBlock"));
    }

    /// <summary>The subnets.</summary>
    public IReadOnlyCollection<Subnet> Subnets => _subnets.Values;

    /// <summary>A subnet by its logical id, or null.</summary>
    public Subnet? Find(string? logicalId) => logicalId is null ? null : _subnets.GetValueOrDefault(logicalId);

    /// <summary>Whether an internet gateway is attached to a VPC.</summary>
    public bool HasInternetGateway(string vpc) => _attachments.Any(attachment => attachment.Vpc == vpc);

    /// <summary>The attached internet gateway that a subnet's packets to an address leave by, or null.</summary>
    public string? InternetGateway(Subnet subnet, IPAddress address) =>
        Route(subnet, address)?.Property("GatewayId")?.LogicalId is { } gateway && _attachments.Contains((gateway, subnet.Vpc)) ? gateway : null;

    /// <summary>
    /// The NAT gateway, or for IPv6 the egress-only gateway, that a subnet's packets to an address leave by, or null.
    /// A NAT gateway counts only where it stands in a subnet with an internet gateway and has a public address.
    /// </summary>
    public string? OutboundGateway(Subnet subnet, IPAddress address)
    {
        var route = Route(subnet, address);
        if (route?.Property("EgressOnlyInternetGatewayId")?.LogicalId is { } egressOnly)
        {
            return egressOnly;
        }

        return _template.Target(route?.Property("NatGatewayId")) is { } nat
            && nat.Text("ConnectivityType") is null or "public"
            && nat.Property("AllocationId") is not null
            && Find(nat.Property("SubnetId")?.LogicalId) is { } home
            && InternetGateway(home, address) is not null
                ? nat.LogicalId
                : null;
    }

    /// <summary>The route with the longest prefix; null for addresses inside the VPC and those without a route.</summary>
    private Resource? Route(Subnet subnet, IPAddress address) => subnet.RouteTable is null
        ? null // the VPC's main route table, which a template cannot change: local routes alone
        : _routes[subnet.RouteTable]
            .Where(route => route.Destination.Contains(address))
            .OrderByDescending(route => route.Destination.PrefixLength)
            .Select(route => route.Route)
            .FirstOrDefault();
}
