namespace ArchDsl.Model;

/// <summary>Writes the IPv6 side of a VPC: its range, the parts of the subnets, and their routes.</summary>
internal sealed class Ipv6Emitter
{
    private const string Ec2 = "AWS.EC2.";
    private const int Subnets = 256;
    private const int HostBits = 64;

    private readonly CdkScope cdk;
    private readonly CdkValue ranges;
    private readonly CdkValue range;
    private readonly (CdkValue Gateway, CdkValue Attachment)? internet;
    private readonly CdkValue? egressOnly;

    /// <param name="network">The network.</param>
    /// <param name="vpc">Its VPC.</param>
    /// <param name="internet">Its internet gateway, where it has one, and what attaches it.</param>
    /// <param name="cdk">Where the statements go.</param>
    public Ipv6Emitter(Network network, CdkValue vpc, (CdkValue Gateway, CdkValue Attachment)? internet, CdkScope cdk)
    {
        this.cdk = cdk;
        this.internet = internet;
        CdkValue vpcId = CdkValue.Code(vpc.Then(".Ref"));
        range = cdk.Local(NetworkEmitter.Id("Ipv6Range"), Ec2 + "CfnVPCCidrBlock", new Props(Ec2 + "CfnVPCCidrBlockProps")
        {
            { "VpcId", vpcId },
            { "AmazonProvidedIpv6CidrBlock", true },
        }, scope: network.Path);
        ranges = CdkValue.Call(Cdk.Type("Fn.Cidr"), CdkValue.Call(Cdk.Type("Fn.Select"), 0, CdkValue.Code(vpc.Then(".AttrIpv6CidrBlocks"))), Subnets, CdkValue.Text($"{HostBits}"));
        egressOnly = !network.EgressOnlyInternetGateway ? null : cdk.Local(
            NetworkEmitter.Id("EgressOnlyInternetGateway"),
            Ec2 + "CfnEgressOnlyInternetGateway",
            new Props(Ec2 + "CfnEgressOnlyInternetGatewayProps") { { "VpcId", vpcId } },
            scope: network.Path);
    }

    /// <summary>The range of a subnet.</summary>
    public CdkValue Range(Subnet subnet) => CdkValue.Call(Cdk.Type("Fn.Select"), subnet.Ipv6!.Index, ranges);

    /// <summary>Makes a resource wait for the VPC's range, without which there is nothing to select from.</summary>
    public void AfterRange(CdkValue resource) => cdk.Run(resource.Then(".AddDependency"), range);

    /// <summary>The default route of a subnet, or null.</summary>
    public CdkValue? Route(SubnetGroup group, Subnet subnet, CdkValue routeTable)
    {
        RouteTargetKind target = subnet.Ipv6!.DefaultRoute.Kind;
        if (target == RouteTargetKind.None)
        {
            return null;
        }

        bool toInternet = target == RouteTargetKind.InternetGateway;
        CdkValue route = cdk.Local(NetworkEmitter.Id($"DefaultIpv6Route{subnet.Zone + 1}"), Ec2 + "CfnRoute", new Props(Ec2 + "CfnRouteProps")
        {
            { "RouteTableId", CdkValue.Code(routeTable.Then(".Ref")) },
            { "DestinationIpv6CidrBlock", CdkValue.Text(CidrBlock.InternetIpv6.ToString()) },
            { "GatewayId", toInternet ? CdkValue.Code(internet!.Value.Gateway.Then(".Ref")) : null },
            { "EgressOnlyInternetGatewayId", toInternet ? null : CdkValue.Code(egressOnly!.Then(".Ref")) },
        }, scope: group.Path);
        AfterRange(route);
        if (toInternet)
        {
            cdk.Run(route.Then(".AddDependency"), internet!.Value.Attachment);
        }

        return route;
    }
}
