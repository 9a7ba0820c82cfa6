namespace ArchDsl.CloudFormation;

/// <summary>Something with an address in a VPC.</summary>
/// <param name="Resource">Its resource.</param>
/// <param name="Subnets">Where its interfaces are, or may be.</param>
/// <param name="Groups">The security groups that guard it.</param>
/// <param name="HasPublicAddress">Whether it has a public IPv4 address.</param>
/// <param name="HasIpv6">Whether it has an IPv6 address.</param>
/// <param name="Filtered">False for a network load balancer without security groups, which admits everything.</param>
public sealed record Host(Resource Resource, IReadOnlyList<Subnet> Subnets, IReadOnlyList<string> Groups, bool HasPublicAddress, bool HasIpv6, bool Filtered = true)
{
    /// <summary>The logical id of its resource.</summary>
    public string LogicalId => Resource.LogicalId;

    /// <summary>Whether packets from the internet get to its IPv6 address, where routes and rules let them; they do unless AWS says otherwise.</summary>
    public bool HasPublicIpv6 { get; init; } = HasIpv6;

    /// <summary>The port of a data store; null for what listens as it likes.</summary>
    public int? Port => Resource.Type switch
    {
        "AWS::RDS::DBInstance" => Resource.Property("Port")?.Number ?? Resource.Text("Engine") switch
        {
            "postgres" or "aurora-postgresql" => 5432,
            "mysql" or "mariadb" or "aurora-mysql" => 3306,
            { } engine when engine.StartsWith("oracle-", StringComparison.Ordinal) => 1521,
            { } engine when engine.StartsWith("sqlserver-", StringComparison.Ordinal) => 1433,
            _ => null,
        },
        "AWS::ElastiCache::CacheCluster" => Resource.Property("Port")?.Number ?? (Resource.Text("Engine") == "memcached" ? 11211 : 6379),
        "AWS::ElastiCache::ReplicationGroup" => Resource.Property("Port")?.Number ?? 6379,
        _ => null,
    };
}

/// <summary>Finds the hosts of a template.</summary>
internal sealed class HostReader(Template template, Network network, SecurityGroups groups, ICollection<string> unknowns)
{
    /// <summary>Types that have addresses in a VPC, or change how packets travel, and are not read here.</summary>
    private static readonly HashSet<string> NotRead = new(StringComparer.Ordinal)
    {
        "AWS::AutoScaling::AutoScalingGroup", "AWS::DocDB::DBCluster", "AWS::EC2::NetworkAcl", "AWS::EC2::NetworkAclEntry",
        "AWS::EC2::NetworkInterface", "AWS::EC2::TransitGateway", "AWS::EC2::TransitGatewayAttachment", "AWS::EC2::VPCPeeringConnection",
        "AWS::EC2::VPNConnection", "AWS::EC2::VPNGateway", "AWS::EFS::MountTarget", "AWS::EKS::Cluster", "AWS::ElasticLoadBalancing::LoadBalancer",
        "AWS::GlobalAccelerator::Accelerator", "AWS::NetworkFirewall::Firewall", "AWS::Neptune::DBCluster", "AWS::OpenSearchService::Domain",
        "AWS::RDS::DBProxy", "AWS::Redshift::Cluster", "AWS::ApiGatewayV2::VpcLink", "AWS::CloudFront::VpcOrigin",
    };

    public IEnumerable<Host> Read()
    {
        foreach (var resource in template.Resources)
        {
            if (NotRead.Contains(resource.Type) || (resource.Type == "AWS::Lambda::Function" && resource.Property("VpcConfig") is not null))
            {
                unknowns.Add($"{resource} is not read");
            }

            if (ReadOne(resource) is { } host)
            {
                yield return host;
            }
        }
    }

    private Host? ReadOne(Resource resource) => resource.Type switch
    {
        "AWS::RDS::DBInstance" => Database(resource),
        "AWS::ElastiCache::CacheCluster" => Cache(resource, "VpcSecurityGroupIds"),
        "AWS::ElastiCache::ReplicationGroup" => Cache(resource, "SecurityGroupIds"),
        "AWS::EC2::VPCEndpoint" when resource.Text("VpcEndpointType") == "Interface" => Private(resource, resource.List("SubnetIds"), resource.List("SecurityGroupIds")),
        "AWS::ECS::Service" when resource.Property("NetworkConfiguration.AwsvpcConfiguration") is { } settings => Service(resource, settings),
        "AWS::EC2::Instance" => Instance(resource),
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => LoadBalancer(resource),
        _ => null,
    };

    private Host Database(Resource database)
    {
        var settings = template.Target(database.Property("DBClusterIdentifier")) ?? database;
        var host = Private(database, SubnetGroup(settings, "DBSubnetGroupName", "SubnetIds"), [.. settings.List("VPCSecurityGroups"), .. settings.List("VpcSecurityGroupIds")]);

        // Where nothing is said, RDS makes a database public in a VPC that has an internet gateway.
        var isPublic = database.Property("PubliclyAccessible") is { } stated ? stated.Flag != false : host.Subnets.Any(subnet => network.HasInternetGateway(subnet.Vpc));

        // "Private dual-stack mode DB instances have IPv6 endpoints that RDS restricts to VPC access only":
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
        var isDual = settings.Text("NetworkType") == "DUAL";
        return host with { HasPublicAddress = isPublic, HasIpv6 = isDual, HasPublicIpv6 = isPublic && isDual };
    }

    private Host Cache(Resource cache, string securityGroups) =>
        Private(cache, SubnetGroup(cache, "CacheSubnetGroupName", "SubnetIds"), cache.List(securityGroups)) with { HasIpv6 = cache.Text("NetworkType") is "dual_stack" or "ipv6" };

    private Host Service(Resource service, Value settings)
    {
        var host = Private(service, settings["Subnets"]?.Items ?? [], settings["SecurityGroups"]?.Items ?? []);

        // "If your VPC is configured for dual-stack mode and you use a subnet with an IPv6 CIDR block, your task's ENI also receives an
        // IPv6 address": https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
        var isDual = host.Subnets.Any(subnet => subnet.HasIpv6);
        return host with { HasPublicAddress = settings["AssignPublicIp"]?.Text == "ENABLED", HasIpv6 = isDual, HasPublicIpv6 = isDual };
    }

    private Host Instance(Resource instance)
    {
        // What the instance itself states comes before its launch template.
        var launch = template.Target(instance.Property("LaunchTemplate.LaunchTemplateId")) ?? LaunchTemplateByName(instance);
        Value? Setting(string name) => instance.Property(name) ?? launch?.Property($"LaunchTemplateData.{name}");

        var first = Setting("NetworkInterfaces")?.Items is [var only, ..] ? only : null;
        var subnets = first?["SubnetId"] ?? Setting("SubnetId");
        var host = Private(
            instance,
            subnets is null ? [] : [subnets],
            (first?["GroupSet"] ?? first?["Groups"] ?? Setting("SecurityGroupIds"))?.Items ?? []);
        var elastic = template.OfType("AWS::EC2::EIP").Concat(template.OfType("AWS::EC2::EIPAssociation"))
            .Any(address => address.Property("InstanceId")?.LogicalId == instance.LogicalId);
        var isDual = host.Subnets.Any(subnet => subnet.GivesIpv6Address || (subnet.HasIpv6 && (first?["Ipv6AddressCount"] ?? Setting("Ipv6AddressCount"))?.Number > 0));
        return host with
        {
            HasPublicAddress = elastic || (first?["AssociatePublicIpAddress"]?.Flag ?? host.Subnets.Any(subnet => subnet.GivesPublicAddress)),
            HasIpv6 = isDual,
            HasPublicIpv6 = isDual,
        };
    }

    private Host LoadBalancer(Resource balancer)
    {
        var subnets = balancer.Property("Subnets")?.Items ?? [.. balancer.List("SubnetMappings").Select(mapping => mapping["SubnetId"]).OfType<Value>()];
        var secured = balancer.List("SecurityGroups");
        var filtered = balancer.Text("Type") != "network" || secured.Count > 0;
        var host = filtered ? Private(balancer, subnets, secured) : new Host(balancer, Subnets(balancer, subnets), [], false, false, Filtered: false);
        var facing = balancer.Text("Scheme") is null or "internet-facing";
        var isDual = balancer.Text("IpAddressType") is "dualstack" or "dualstack-without-public-ipv4";
        return host with { HasPublicAddress = facing, HasIpv6 = isDual, HasPublicIpv6 = facing && isDual };
    }

    /// <summary>A host without a public address; the callers above add one where there is one.</summary>
    private Host Private(Resource resource, IReadOnlyList<Value> subnets, IReadOnlyList<Value> securityGroups)
    {
        var home = Subnets(resource, subnets);
        var known = new List<string>();
        foreach (var group in securityGroups)
        {
            if (group.LogicalId is { } logicalId && groups.Contains(logicalId))
            {
                known.Add(logicalId);
            }
            else
            {
                unknowns.Add($"{resource}: security group {group}");
            }
        }

        if (securityGroups.Count == 0)
        {
            known.AddRange(home.Select(subnet => SecurityGroups.DefaultOf(subnet.Vpc)).Distinct());
        }

        return new Host(resource, home, known, false, false);
    }

    private List<Subnet> Subnets(Resource resource, IReadOnlyList<Value> subnets)
    {
        var found = subnets.Select(subnet => network.Find(subnet.LogicalId)).ToList();
        if (found.Count == 0 || found.Contains(null))
        {
            unknowns.Add($"{resource}: subnets {string.Join(", ", subnets)}");
        }

        return [.. found.OfType<Subnet>()];
    }

    private IReadOnlyList<Value> SubnetGroup(Resource resource, string property, string subnets) => resource.Property(property) switch
    {
        { LogicalId: not null } reference => template.Target(reference)?.List(subnets) ?? [],
        { Text: { } name } => template.Resources.FirstOrDefault(group => group.Text(property) == name && group != resource)?.List(subnets) ?? [],
        _ => [],
    };

    private Resource? LaunchTemplateByName(Resource instance) =>
        instance.Property("LaunchTemplate.LaunchTemplateName") is { } name
            ? template.OfType("AWS::EC2::LaunchTemplate").FirstOrDefault(found => found.Property("LaunchTemplateName")?.ToString() == name.ToString())
            : null;
}
