namespace ArchDsl.Model;

/// <summary>Writes VPCs and security groups with L1 constructs: L2 ones choose address ranges and rules of their own.</summary>
internal static class NetworkEmitter
{
    /// <summary>The property of a subnet class that holds its default routes.</summary>
    public const string Routes = "Routes";

    /// <summary>The property of the class of a VPC that holds its gateway endpoints.</summary>
    public const string GatewayEndpoints = "GatewayEndpoints";

    /// <summary>The property of the class of a VPC that holds its interface endpoints.</summary>
    public const string InterfaceEndpoints = "InterfaceEndpoints";

    private const string Ec2 = "AWS.EC2.";

    /// <summary>The name by which constructs select the subnets of a class.</summary>
    public static string GroupName(NodePath group) => group.IsRoot ? "Root" : group.Value;

    /// <summary>Writes a VPC with its gateways, subnets and routes, and the L2 view of it that other constructs take.</summary>
    public static void EmitNetwork(Network network, CdkScope cdk)
    {
        CdkValue vpc = cdk.Local(Id("Vpc"), Ec2 + "CfnVPC", new Props(Ec2 + "CfnVPCProps")
        {
            { "CidrBlock", CdkValue.Text(network.Cidr.ToString()) },
            { "EnableDnsHostnames", true },
            { "EnableDnsSupport", true },
            { "Tags", Name(network.Path, "Vpc", cdk) },
        }, scope: network.Path);
        CdkValue vpcId = CdkValue.Code(vpc.Then(".Ref"));
        (CdkValue Gateway, CdkValue Attachment)? internet = network.InternetGateway ? InternetGateway(network, vpcId, cdk) : null;
        Ipv6Emitter? ipv6 = network.Ipv6 ? new Ipv6Emitter(network, vpc, internet, cdk) : null;

        Dictionary<NodePath, List<(CdkValue Subnet, CdkValue RouteTable)>> subnets = [];
        foreach (SubnetGroup group in network.SubnetGroups)
        {
            subnets[group.Path] = [.. group.Subnets.Select(subnet => Subnet(group, subnet, vpcId, ipv6, cdk))];
        }

        List<CdkValue> nats = [.. network.NatGateways.Select(nat => NatGateway(nat, subnets[nat.SubnetGroup][nat.Zone].Subnet, internet!.Value.Attachment, cdk))];
        foreach (SubnetGroup group in network.SubnetGroups)
        {
            EmitRoutes(group, subnets[group.Path], internet, nats, ipv6, cdk);
        }

        CdkValue routeTables = CdkValue.List("string", subnets.Values.SelectMany(static s => s).Select(static s => CdkValue.Code(s.RouteTable.Then(".Ref"))));
        cdk.SetAwaited(network.Path, GatewayEndpoints, "The gateway endpoints of the VPC.", [.. cdk.Topology.EndpointsOf(network.Path).Where(static e => e.IsGateway).Select(endpoint => Endpoint(endpoint, new Props(Ec2 + "CfnVPCEndpointProps")
        {
            { "VpcId", vpcId },
            { "VpcEndpointType", CdkValue.Text("Gateway") },
            { "RouteTableIds", routeTables },
        }, cdk))]);

        Props attributes = new(Ec2 + "VpcAttributes")
        {
            { "VpcId", vpcId },
            { "VpcCidrBlock", CdkValue.Text(network.Cidr.ToString()) },
            { "AvailabilityZones", CdkValue.List("string", Enumerable.Range(0, network.AvailabilityZones).Select(Zone)) },
        };
        foreach (IGrouping<SubnetKind, SubnetGroup> kind in network.SubnetGroups.GroupBy(static g => g.Kind).OrderBy(static g => g.Key))
        {
            attributes.Add($"{kind.Key}SubnetIds", CdkValue.List("string", kind.SelectMany(g => subnets[g.Path]).Select(static s => CdkValue.Code(s.Subnet.Then(".Ref")))));
            attributes.Add($"{kind.Key}SubnetRouteTableIds", CdkValue.List("string", kind.SelectMany(g => subnets[g.Path]).Select(static s => CdkValue.Code(s.RouteTable.Then(".Ref")))));
            attributes.Add($"{kind.Key}SubnetNames", CdkValue.List("string", kind.Select(static g => CdkValue.Text(GroupName(g.Path)))));
        }

        cdk.Assign(network.Path, "Vpc", Ec2 + "IVpc", Id("VpcReference"), Ec2 + "Vpc.FromVpcAttributes", attributes, "The VPC with its subnets, for constructs of your own.", isFactory: true);
        EmitFlowLogs(network, cdk);
    }

    /// <summary>Writes a hosted zone.</summary>
    public static void EmitHostedZone(HostedZone zone, CdkScope cdk)
    {
        const string Summary = "The hosted zone.";
        if (zone.Id is null)
        {
            cdk.Assign(zone.Path, "HostedZone", "AWS.Route53.IHostedZone", Id("HostedZone"), "AWS.Route53.PublicHostedZone", new Props("AWS.Route53.PublicHostedZoneProps")
            {
                { "ZoneName", CdkValue.Literal(zone.DomainName) },
            }, Summary, isFactory: false);
        }
        else
        {
            cdk.Assign(zone.Path, "HostedZone", "AWS.Route53.IHostedZone", Id("HostedZone"), "AWS.Route53.HostedZone.FromHostedZoneAttributes", new Props("AWS.Route53.HostedZoneAttributes")
            {
                { "HostedZoneId", CdkValue.Literal(zone.Id) },
                { "ZoneName", CdkValue.Literal(zone.DomainName) },
            }, Summary, isFactory: true);
        }
    }

    /// <summary>Writes an ECS cluster.</summary>
    public static void EmitCluster(EcsCluster cluster, CdkScope cdk) => cdk.Assign(
        cluster.Path,
        "Cluster",
        "AWS.ECS.Cluster",
        Id("Cluster"),
        "AWS.ECS.Cluster",
        new Props("AWS.ECS.ClusterProps")
        {
            { "ClusterName", cluster.Name is null ? null : CdkValue.Name(cluster.Name) },
            { "Vpc", CdkValue.Code(cdk.Member(cluster.Network, "Vpc")) },
            { "ContainerInsights", cluster.ContainerInsights },
        },
        "The ECS cluster.",
        isFactory: false);

    /// <summary>Writes the security groups. Those that others name come first; rules that name each other in a circle follow on their own.</summary>
    public static void EmitSecurityGroups(IReadOnlyList<SecurityGroup> groups, CdkScope cdk)
    {
        EgressOrder order = new(groups);
        foreach (SecurityGroup group in order.Groups)
        {
            List<CdkValue> ingress = [.. group.Rules.Where(IsInlineIngress).Select(r => Rule(r, Ec2 + "CfnSecurityGroup.IngressProperty", cdk))];
            List<CdkValue> egress = [.. group.Rules.Where(r => order.IsInlineEgress(group, r)).Select(r => Rule(r, Ec2 + "CfnSecurityGroup.EgressProperty", cdk))];
            if (egress.Count == 0)
            {
                // AWS lets everything out of a group that has no egress rule at all; this one matches no packet.
                egress.Add(new Props(Ec2 + "CfnSecurityGroup.EgressProperty")
                {
                    { "CidrIp", CdkValue.Text("255.255.255.255/32") },
                    { "IpProtocol", CdkValue.Text("icmp") },
                    { "FromPort", 252 },
                    { "ToPort", 86 },
                    { "Description", CdkValue.Text("Nothing may leave") },
                });
            }

            (NodePath owner, string id, string guarded) = VpcEndpoint.Of(group.Path) is { } endpoint
                ? (endpoint.Network, endpoint.Service + "EndpointSecurityGroup", $"the endpoint for {endpoint.Service}")
                : (group.Path, "SecurityGroup", group.Path.IsRoot ? cdk.StackName : group.Path.Value);
            cdk.Assign(
                owner,
                id,
                Ec2 + "CfnSecurityGroup",
                owner == group.Path ? id : Id(id),
                Ec2 + "CfnSecurityGroup",
                new Props(Ec2 + "CfnSecurityGroupProps")
                {
                    { "GroupName", group.Name is null ? null : CdkValue.Name(group.Name) },
                    { "GroupDescription", CdkValue.Text(LoweringContext.Description("Guards " + guarded)) },
                    { "VpcId", CdkValue.Code(cdk.Member(group.Network, "Vpc") + ".VpcId") },
                    { "SecurityGroupIngress", ingress.Count == 0 ? null : CdkValue.List("object", ingress) },
                    { "SecurityGroupEgress", CdkValue.List("object", egress) },
                    { "Tags", Name(owner, id, cdk) },
                },
                "The security group, with exactly the rules of the architecture.",
                isFactory: false);
        }

        foreach (SecurityGroup group in groups)
        {
            EmitStandalone(group, order, cdk);
        }
    }

    private static void EmitStandalone(SecurityGroup group, EgressOrder order, CdkScope cdk)
    {
        foreach (SecurityRule rule in group.Rules)
        {
            bool inline = rule.Direction == Direction.Ingress ? IsInlineIngress(rule) : order.IsInlineEgress(group, rule);
            if (!inline)
            {
                string type = Ec2 + (rule.Direction == Direction.Ingress ? "CfnSecurityGroupIngress" : "CfnSecurityGroupEgress");
                Props props = Rule(rule, type + "Props", cdk);
                props.Add("GroupId", cdk.SecurityGroupId(group.Path));
                string peer = rule.Peer.Group is { } other ? (other.IsRoot ? "Root" : other.Value) : rule.Peer.Cidr.ToString();
                string id = $"{rule.Direction} {peer} {rule.Ports.Protocol} {rule.Ports}".Replace('/', '_');
                if (VpcEndpoint.Of(group.Path) is { } endpoint)
                {
                    cdk.Make(Id($"{endpoint.Service}Endpoint {id}"), type, props, endpoint.Network);
                }
                else
                {
                    cdk.Make(id, type, props, group.Path);
                }
            }
        }
    }

    /// <summary>Writes the interface endpoints. They take the service's own names, so that code in the VPC finds them without a change.</summary>
    public static void EmitInterfaceEndpoints(ArchitectureTopology topology, CdkScope cdk)
    {
        foreach (IGrouping<NodePath, VpcEndpoint> endpoints in topology.VpcEndpoints.Where(static e => !e.IsGateway).GroupBy(static e => e.Network))
        {
            cdk.SetAwaited(endpoints.Key, InterfaceEndpoints, "The interface endpoints of the VPC.", [.. endpoints.Select(endpoint => Endpoint(endpoint, new Props(Ec2 + "CfnVPCEndpointProps")
            {
                { "VpcId", CdkValue.Code(cdk.Member(endpoint.Network, "Vpc") + ".VpcId") },
                { "VpcEndpointType", CdkValue.Text("Interface") },
                { "PrivateDnsEnabled", true },
                { "SubnetIds", cdk.SubnetIds(endpoint.Network, endpoint.SubnetGroup!.Value) },
                { "SecurityGroupIds", CdkValue.List("string", [cdk.SecurityGroupId(endpoint.Path)]) },
            }, cdk))]);
        }
    }

    private static CdkValue Endpoint(VpcEndpoint endpoint, Props props, CdkScope cdk)
    {
        props.Add("ServiceName", CdkValue.Call(Cdk.Type("Fn.Sub"), CdkValue.Text(AwsServices.EndpointName(endpoint.Service, cdk.Topology.Stack.Region))));
        return cdk.Local(Id(endpoint.Service + "Endpoint"), Ec2 + "CfnVPCEndpoint", props, scope: endpoint.Network);
    }

    private static bool IsInlineIngress(SecurityRule rule) => rule.Direction == Direction.Ingress && rule.Peer.Cidr is not null && rule.Ports.Protocol != Protocol.All;

    private static Props Rule(SecurityRule rule, string type, CdkScope cdk)
    {
        bool ingress = rule.Direction == Direction.Ingress;
        return new Props(type)
        {
            { rule.Peer.Cidr is { IsIpv6: true } ? "CidrIpv6" : "CidrIp", rule.Peer.Cidr is { } cidr ? CdkValue.Text(cidr.ToString()) : null },
            { ingress ? "SourceSecurityGroupId" : "DestinationSecurityGroupId", rule.Peer.Group is { } group ? cdk.SecurityGroupId(group) : null },
            { "IpProtocol", CdkValue.Text(rule.Ports.Protocol == Protocol.All ? "-1" : rule.Ports.Protocol.ToString().ToLowerInvariant()) },
            { "FromPort", rule.Ports.Protocol == Protocol.All ? null : (CdkValue)rule.Ports.From },
            { "ToPort", rule.Ports.Protocol == Protocol.All ? null : (CdkValue)rule.Ports.To },
            { "Description", CdkValue.Text(rule.Description) },
        };
    }

    private static (CdkValue Gateway, CdkValue Attachment) InternetGateway(Network network, CdkValue vpcId, CdkScope cdk)
    {
        CdkValue gateway = cdk.Local(Id("InternetGateway"), Ec2 + "CfnInternetGateway", new Props(Ec2 + "CfnInternetGatewayProps") { { "Tags", Name(network.Path, "InternetGateway", cdk) } }, scope: network.Path);
        CdkValue attachment = cdk.Local(Id("InternetGatewayAttachment"), Ec2 + "CfnVPCGatewayAttachment", new Props(Ec2 + "CfnVPCGatewayAttachmentProps")
        {
            { "VpcId", vpcId },
            { "InternetGatewayId", CdkValue.Code(gateway.Then(".Ref")) },
        }, scope: network.Path);
        return (gateway, attachment);
    }

    private static void EmitFlowLogs(Network network, CdkScope cdk)
    {
        if (network.FlowLogs == FlowLogs.None)
        {
            return;
        }

        CdkValue logGroup = cdk.Local(Id("FlowLogGroup"), "AWS.Logs.LogGroup", new Props("AWS.Logs.LogGroupProps")
        {
            { "Retention", Cdk.Static("AWS.Logs.RetentionDays.ONE_YEAR") },
            { "RemovalPolicy", Cdk.Static("RemovalPolicy.DESTROY") },
        }, scope: network.Path);
        cdk.Make(Id("FlowLog"), Ec2 + "FlowLog", new Props(Ec2 + "FlowLogProps")
        {
            { "ResourceType", CdkValue.Call(Cdk.Type(Ec2 + "FlowLogResourceType.FromVpc"), CdkValue.Code(cdk.Member(network.Path, "Vpc"))) },
            { "TrafficType", Cdk.Static(Ec2 + "FlowLogTrafficType." + (network.FlowLogs == FlowLogs.All ? "ALL" : "REJECT")) },
            { "Destination", CdkValue.Call(Cdk.Type(Ec2 + "FlowLogDestination.ToCloudWatchLogs"), logGroup) },
        }, network.Path);
    }

    private static (CdkValue Subnet, CdkValue RouteTable) Subnet(SubnetGroup group, Subnet subnet, CdkValue vpcId, Ipv6Emitter? ipv6, CdkScope cdk)
    {
        int number = subnet.Zone + 1;
        CdkValue resource = cdk.Local(Id($"Subnet{number}"), Ec2 + "CfnSubnet", new Props(Ec2 + "CfnSubnetProps")
        {
            { "VpcId", vpcId },
            { "CidrBlock", CdkValue.Text(subnet.Cidr.ToString()) },
            { "AvailabilityZone", Zone(subnet.Zone) },

            // Who gets a public address says so itself.
            { "MapPublicIpOnLaunch", false },
            { "Ipv6CidrBlock", ipv6?.Range(subnet) },
            { "AssignIpv6AddressOnCreation", ipv6 is null ? null : true },
            { "Tags", Name(group.Path, $"Subnet{number}", cdk) },
        }, scope: group.Path);
        ipv6?.AfterRange(resource);
        CdkValue table = cdk.Local(Id($"RouteTable{number}"), Ec2 + "CfnRouteTable", new Props(Ec2 + "CfnRouteTableProps")
        {
            { "VpcId", vpcId },
            { "Tags", Name(group.Path, $"RouteTable{number}", cdk) },
        }, scope: group.Path);
        cdk.Make(Id($"RouteTableAssociation{number}"), Ec2 + "CfnSubnetRouteTableAssociation", new Props(Ec2 + "CfnSubnetRouteTableAssociationProps")
        {
            { "SubnetId", CdkValue.Code(resource.Then(".Ref")) },
            { "RouteTableId", CdkValue.Code(table.Then(".Ref")) },
        }, group.Path);
        return (resource, table);
    }

    private static CdkValue NatGateway(NatGateway nat, CdkValue subnet, CdkValue attachment, CdkScope cdk)
    {
        int number = nat.Zone + 1;
        CdkValue address = cdk.Local(Id($"NatAddress{number}"), Ec2 + "CfnEIP", new Props(Ec2 + "CfnEIPProps")
        {
            { "Domain", CdkValue.Text("vpc") },
            { "Tags", Name(nat.SubnetGroup, $"NatGateway{number}", cdk) },
        }, scope: nat.SubnetGroup);
        CdkValue gateway = cdk.Local(Id($"NatGateway{number}"), Ec2 + "CfnNatGateway", new Props(Ec2 + "CfnNatGatewayProps")
        {
            { "AllocationId", CdkValue.Code(address.Then(".AttrAllocationId")) },
            { "SubnetId", CdkValue.Code(subnet.Then(".Ref")) },
            { "Tags", Name(nat.SubnetGroup, $"NatGateway{number}", cdk) },
        }, scope: nat.SubnetGroup);
        cdk.Run(address.Then(".AddDependency"), attachment);
        cdk.Run(gateway.Then(".AddDependency"), attachment);
        return gateway;
    }

    private static void EmitRoutes(
        SubnetGroup group,
        List<(CdkValue Subnet, CdkValue RouteTable)> subnets,
        (CdkValue Gateway, CdkValue Attachment)? internet,
        List<CdkValue> nats,
        Ipv6Emitter? ipv6,
        CdkScope cdk)
    {
        List<CdkValue> routes = [];
        foreach (Subnet subnet in group.Subnets.Where(static s => s.DefaultRoute.Kind != RouteTargetKind.None))
        {
            bool toInternet = subnet.DefaultRoute.Kind == RouteTargetKind.InternetGateway;
            CdkValue route = cdk.Local(Id($"DefaultRoute{subnet.Zone + 1}"), Ec2 + "CfnRoute", new Props(Ec2 + "CfnRouteProps")
            {
                { "RouteTableId", CdkValue.Code(subnets[subnet.Zone].RouteTable.Then(".Ref")) },
                { "DestinationCidrBlock", CdkValue.Text(CidrBlock.Internet.ToString()) },
                { "GatewayId", toInternet ? CdkValue.Code(internet!.Value.Gateway.Then(".Ref")) : null },
                { "NatGatewayId", toInternet ? null : CdkValue.Code(nats[subnet.DefaultRoute.NatGateway].Then(".Ref")) },
            }, scope: group.Path);
            if (toInternet)
            {
                cdk.Run(route.Then(".AddDependency"), internet!.Value.Attachment);
            }

            routes.Add(route);
        }

        routes.AddRange(group.Subnets.Select(subnet => ipv6?.Route(group, subnet, subnets[subnet.Zone].RouteTable)).OfType<CdkValue>());

        cdk.SetAwaited(group.Path, Routes, "The default routes of the subnets.", routes);
    }

    // Classes stand beside these constructs, under their own names: no class has an "@" in its name, and logical ids drop it.
    internal static string Id(string id) => "@" + id;

    // No account look-up: the zones are whatever the region has first.
    private static CdkValue Zone(int index) => CdkValue.Call(Cdk.Type("Fn.Select"), index, CdkValue.Call(Cdk.Type("Fn.GetAzs")));

    // The name that the console shows: the path of the construct, as the CDK's own L2 constructs have it.
    internal static CdkValue Name(NodePath node, string id, CdkScope cdk)
    {
        string path = string.Join("/", new[] { cdk.StackName, node.Value.Replace('.', '/'), id }.Where(static part => part.Length > 0));
        return CdkValue.List(Cdk.Type("ICfnTag"), [new Props("CfnTag") { { "Key", CdkValue.Text("Name") }, { "Value", CdkValue.Literal(path) } }]);
    }

    /// <summary>An order in which every security group can name those that its egress rules lead to, as far as they form no circle.</summary>
    private sealed class EgressOrder
    {
        private readonly Dictionary<NodePath, SecurityGroup> groups;
        private readonly Dictionary<NodePath, int> position = [];

        public EgressOrder(IReadOnlyList<SecurityGroup> groups)
        {
            this.groups = groups.ToDictionary(static g => g.Path);
            Groups = Ordering.DependenciesFirst(groups.Select(static g => g.Path), path => Targets(this.groups[path]))
                .Select(path => this.groups[path])
                .ToList();
            for (int i = 0; i < Groups.Count; i++)
            {
                position[Groups[i].Path] = i;
            }
        }

        public IReadOnlyList<SecurityGroup> Groups { get; }

        public bool IsInlineEgress(SecurityGroup group, SecurityRule rule) =>
            rule.Direction == Direction.Egress && (rule.Peer.Group is not { } target || position[target] < position[group.Path]);

        private static IEnumerable<NodePath> Targets(SecurityGroup group) => group.Rules
            .Where(static r => r.Direction == Direction.Egress && r.Peer.Group is not null)
            .Select(static r => r.Peer.Group!.Value);
    }
}

/// <summary>Orders by dependency.</summary>
internal static class Ordering
{
    /// <summary>Puts every node behind those that it depends on; where they form a circle, one of them comes too early.</summary>
    public static List<NodePath> DependenciesFirst(IEnumerable<NodePath> nodes, Func<NodePath, IEnumerable<NodePath>> dependencies)
    {
        List<NodePath> order = [];
        HashSet<NodePath> seen = [];
        Stack<(NodePath Node, IEnumerator<NodePath> Needs)> open = new();
        foreach (NodePath start in nodes)
        {
            Open(start);
            while (open.Count > 0)
            {
                (NodePath node, IEnumerator<NodePath> needs) = open.Peek();
                if (needs.MoveNext())
                {
                    Open(needs.Current);
                }
                else
                {
                    order.Add(node);
                    open.Pop();
                }
            }
        }

        return order;

        void Open(NodePath node)
        {
            if (seen.Add(node))
            {
                open.Push((node, dependencies(node).OrderBy(static n => n).GetEnumerator()));
            }
        }
    }
}
