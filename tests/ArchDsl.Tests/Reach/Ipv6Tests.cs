using ArchDsl.Model;

namespace ArchDsl.Tests.Reach;

/// <summary>Addresses, routes and reach of IPv6.</summary>
public sealed class Ipv6Tests
{
    private static readonly NodePath Host = new("Host");

    [Theory]
    [InlineData("PublicSubnet", "", RouteTargetKind.InternetGateway)]
    [InlineData("PrivateSubnet", "", RouteTargetKind.None)] // nothing goes out over IPv6
    [InlineData("PrivateSubnet", ", Egress(Cidr.Internet)", RouteTargetKind.None)]
    [InlineData("PrivateSubnet", ", Egress(\"fd00::/8\")", RouteTargetKind.None)]
    [InlineData("PrivateSubnet", ", Egress(Cidr.InternetIpv6, 443)", RouteTargetKind.EgressOnlyInternetGateway)]
    [InlineData("PrivateSubnet", ", Egress(\"2001:db8:7::/48\", 443)", RouteTargetKind.EgressOnlyInternetGateway)]
    [InlineData("IsolatedSubnet", ", Egress(Cidr.InternetIpv6, 443)", RouteTargetKind.None)]
    public void DefaultRoute_FollowsFromTheKindOfSubnet(string subnet, string attributes, RouteTargetKind target)
    {
        Network network = Lower("Vpc(Ipv6 = true)", $"[PublicSubnet] public partial class Edge; [{subnet}, Ec2(\"t3.micro\"){attributes}] public partial class Host;").Networks[0];

        Assert.All(network.SubnetGroups.Single(static g => g.Path == Host).Subnets, s => Assert.Equal(target, s.Ipv6!.DefaultRoute.Kind));
        Assert.Equal(target == RouteTargetKind.EgressOnlyInternetGateway, network.EgressOnlyInternetGateway);
        Assert.Equal(attributes.Contains("Cidr.Internet)", StringComparison.Ordinal) && subnet == "PrivateSubnet" ? 2 : 0, network.NatGateways.Count);
    }

    [Fact]
    public void Subnets_HaveARangeEach()
    {
        Network network = Lower("Vpc(Ipv6 = true, AvailabilityZones = 3)", "[PublicSubnet] public partial class B; [PrivateSubnet] public partial class C; [PublicSubnet] public partial class A;").Networks[0];

        Assert.Equal(
            ["A 0", "A 1", "A 2", "B 3", "B 4", "B 5", "C 6", "C 7", "C 8"],
            network.SubnetGroups.SelectMany(static g => g.Subnets.Select(s => $"{g.Path} {s.Ipv6!.Index}")));
    }

    [Theory]
    [InlineData(86, true)] // in 3 zones
    [InlineData(85, false)]
    public void RangeOfAVpc_HasRoomFor256Subnets(int groups, bool full)
    {
        string classes = string.Concat(Enumerable.Range(0, groups).Select(static i => $"[IsolatedSubnet] public partial class S{i};"));
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true, AvailabilityZones = 3)", classes);

        Assert.Equal(full, topology.Findings.Any(static f => f.RuleId == "ARCH0024" && f.Arguments[1].StartsWith("its IPv6 range has room for 256 subnets", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutIt_ThereIsNone()
    {
        ArchitectureTopology topology = Lower("Vpc", "[PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.InternetIpv6, 22)] public partial class Host;");

        Assert.All(topology.Networks[0].SubnetGroups[0].Subnets, static s => Assert.Null(s.Ipv6));
        Assert.False(topology.Component(Host)!.HasIpv6Address);
        Assert.Empty(topology.SecurityGroup(Host)!.Rules);
    }

    /// <summary>The world is all of it.</summary>
    [Theory]
    [InlineData("PublicSubnet", "Alb, HttpListener(80)", "Ingress 80 0.0.0.0/0, Ingress 80 ::/0")]
    [InlineData("PublicSubnet", "Alb, HttpListener(80), Ingress(\"203.0.113.0/24\", 80)", "Ingress 80 203.0.113.0/24")]
    [InlineData("PrivateSubnet", "Alb, HttpListener(80)", "")]
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\")", "")]
    public void LoadBalancer_AdmitsTheWorldOnBoth(string subnet, string attributes, string rules)
    {
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true)", $"[{subnet}, {attributes}] public partial class Host;");

        Assert.Equal(rules, string.Join(", ", topology.SecurityGroup(Host)!.Rules.Select(static r => $"{r.Direction} {r.Ports} {r.Peer.Cidr}")));
        Assert.Equal(rules.Contains("0.0.0.0/0", StringComparison.Ordinal) ? 1 : 0, topology.Edges.Count(static e => e.From is null));
    }

    [Theory]
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\")", "InternetIpv6", true)]
    [InlineData("PublicSubnet", "Fargate(Image = \"i\")", "InternetIpv6", true)]
    [InlineData("PublicSubnet", "Rds(Public = true)", "InternetIpv6", true)]
    [InlineData("PublicSubnet", "Rds", "InternetIpv6", false)]
    [InlineData("PublicSubnet", "Alb, HttpListener", "InternetIpv6", true)]
    [InlineData("PrivateSubnet", "Ec2(\"t3.micro\"), Egress(Cidr.InternetIpv6)", "InternetIpv6", false)] // out, but not in
    [InlineData("PrivateSubnet", "Ec2(\"t3.micro\"), Egress(Cidr.InternetIpv6), Egress(Cidr.Internet)", "InternetIpv6", false)]
    [InlineData("IsolatedSubnet", "Ec2(\"t3.micro\")", "InternetIpv6", false)]
    public void Internet_NeedsAddressRouteAndRule(string subnet, string attributes, string range, bool reachable)
    {
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true)", $"[{subnet}, {attributes}, Ingress(Cidr.{range})] public partial class Host;");

        Assert.Equal(reachable, new Reachability(topology).Direct(topology.Component(Host)!) is not null);
    }

    [Theory]
    [InlineData("Cidr.InternetIpv6", "Cidr.InternetIpv6", true)]
    [InlineData("\"2000::/3\"", "Cidr.InternetIpv6", true)]
    [InlineData("Cidr.Internet", "Cidr.InternetIpv6", null)] // no packet is of both families
    [InlineData("Cidr.InternetIpv6", "\"10.0.0.0/16\"", null)]
    [InlineData("\"fd00::/8\"", "Cidr.InternetIpv6", null)] // nobody's here
    [InlineData("\"2600:1f00::/24\"", "Cidr.InternetIpv6", false)] // perhaps
    [InlineData("Cidr.Internet", "Cidr.Internet", true)]
    public void Connection_IsOfOneFamily(string egress, string ingress, bool? certain)
    {
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true)", $$"""
            [PublicSubnet, Ec2("t3.micro"), Egress({{egress}})] public partial class Host;
            [IsolatedSubnet, Rds, Ingress({{ingress}}, 5432)] public partial class Database;
            """);
        Reachability reachability = new(topology);
        Component host = topology.Component(Host)!;
        Component database = topology.Component(new NodePath("Database"))!;

        Assert.Equal(certain, reachability.Between(host, database)?.IsCertain);
        Assert.Equal(certain is not null, reachability.SpreadFrom([host], new SpreadQuery()).Reached.Contains(database));
        SecurityRule entry = topology.SecurityGroup(database.Path)!.Rules[0];
        Assert.Equal(certain == true ? 1 : 0, reachability.UndeclaredCallers(database, entry, PortRange.Tcp(5432)).Count);
    }

    /// <summary>A cache has no IPv6 address, so that rules for these lead nowhere.</summary>
    [Fact]
    public void Connection_NeedsTheAddressOnEitherSide()
    {
        ArchitectureTopology topology = Lower("Vpc(Ipv6 = true)", """
            [PublicSubnet, Ec2("t3.micro"), Egress(Cidr.InternetIpv6)] public partial class Host;
            [IsolatedSubnet, ElastiCache, Ingress<Host>(6379)] public partial class Cache;
            """);
        SecurityRule exit = Assert.Single(topology.SecurityGroup(Host)!.Rules, static r => r.Peer.Cidr is not null);
        ArchitectureTopology without = topology with
        {
            SecurityGroups = topology.SecurityGroups.Select(g => g.Path == Host ? g with { Rules = EquatableArray.Of(exit) } : g).ToEquatableArray(),
        };

        Assert.NotNull(Between(topology));
        Assert.Null(Between(without));

        static Hop? Between(ArchitectureTopology topology) =>
            new Reachability(topology).Between(topology.Component(Host)!, topology.Component(new NodePath("Cache"))!);
    }

    private static ArchitectureTopology Lower(string vpc, string classes) => TestProgram.Lower($"[{vpc}] public partial class Shop {{ {classes} }}");
}
