using ArchDsl.Model;

namespace ArchDsl.Tests.Reach;

/// <summary>Which of several rules opens a connection, how certain it is, and where there is none.</summary>
public sealed class ConnectionTests
{
    // The subnets of the host are 10.0.0.0/24 and 10.0.1.0/24, but an instance stands in the first.
    private const string Shop = """
        [Vpc("10.0.0.0/16")]
        public partial class Shop
        {
            [PublicSubnet("10.0.0.0/24", "10.0.1.0/24"), Ec2("t3.micro"), HOST] public partial class Host;
            [IsolatedSubnet, Rds, DATABASE] public partial class Database;
        }
        """;

    [Theory]
    [InlineData("Ingress(\"10.0.0.0/28\", 5000, 6000), Ingress(\"10.0.0.0/24\", 5432)", "10.0.0.0/24", true)] // the certain one, though another comes first
    [InlineData("Ingress(\"10.0.0.0/24\", 5000, 6000), Ingress(\"10.0.0.0/28\", 5432)", "10.0.0.0/24", true)]
    [InlineData("Ingress(\"10.0.0.64/28\", 5432), Ingress(\"10.0.0.0/28\", 5432)", "10.0.0.0/28", false)] // the first of those that are not
    [InlineData("Ingress(\"10.0.0.0/25\", 5432)", "10.0.0.0/25", false)]
    [InlineData("Ingress(\"10.0.0.0/25\", 5432), Ingress(\"10.0.0.128/25\", 5432)", "10.0.0.0/25, 10.0.0.128/25", true)] // halves add up
    [InlineData("Ingress(\"10.0.0.0/25\", 5432), Ingress(\"10.0.0.192/26\", 5432)", "10.0.0.0/25", false)]
    [InlineData("Ingress(\"10.0.0.128/25\", 5432), Ingress(\"10.0.0.0/26\", 5432)", "10.0.0.0/26", false)]
    public void BestOfSeveralRules_IsTaken(string ingress, string ranges, bool certain)
    {
        Hop hop = Between(Shop.Replace("HOST", "Egress(\"10.0.0.0/16\")", StringComparison.Ordinal).Replace("DATABASE", ingress, StringComparison.Ordinal), "Host", "Database")!;

        Assert.Equal((ranges, certain), (string.Join(", ", hop.Rules.Select(static rule => rule.Peer.Cidr)), hop.IsCertain));
        Assert.Equal(hop.Rules.Select(static rule => rule.Origin), hop.Origins);
    }

    /// <summary>What is open from a part of a subnet is listed, too.</summary>
    [Theory]
    [InlineData("10.0.0.0/24", true)]
    [InlineData("10.0.0.0/28", false)]
    public void Connections_ListWhatIsNotCertain(string range, bool certain)
    {
        ArchitectureTopology topology = TestProgram.Lower(Shop
            .Replace("HOST", "Egress(\"10.0.0.0/16\")", StringComparison.Ordinal)
            .Replace("DATABASE", $"Ingress(\"{range}\", 5432)", StringComparison.Ordinal));

        Connection connection = Assert.Single(new Reachability(topology).Connections());
        Assert.Equal(("Host", "Database", certain), (connection.From.Single().Path.Value, connection.To.Single().Path.Value, connection.Certain));
    }

    [Theory]
    [InlineData("Ingress<Host>")]
    [InlineData("Ingress(\"10.0.0.0/8\"), Egress(\"10.0.0.0/8\")")]
    public void NoComponent_ConnectsToItself(string rules) =>
        Assert.Null(Between($"[Vpc, PublicSubnet] public partial class Shop {{ [Ec2(\"t3.micro\"), {rules}] public partial class Host; }}", "Host", "Host"));

    // Two networks with the same addresses: nothing but the internet leads from one to the other.
    private const string Networks = """
        [Architecture("networks")]
        public partial class Networks
        {
            [Vpc("10.0.0.0/16")] public partial class A { [SUBNET, Ec2("t3.micro"), HOST] public partial class Host; }
            [Vpc("10.0.0.0/16")] public partial class B { [PublicSubnet, Ec2("t3.micro"), OTHER] public partial class Other; }
        }
        """;

    [Fact]
    public void RangesOfAnotherNetwork_OpenNothing() => Assert.Null(Between(
        Networks.Replace("SUBNET", "PublicSubnet", StringComparison.Ordinal).Replace("HOST", "Egress(\"10.0.0.0/16\")", StringComparison.Ordinal).Replace("OTHER", "Ingress(\"10.0.0.0/16\")", StringComparison.Ordinal),
        "A.Host",
        "B.Other"));

    [Theory]
    [InlineData("PublicSubnet", "Egress(Cidr.Internet)", "Ingress(Cidr.Internet, 22)", true)]
    [InlineData("PublicSubnet", "Egress(\"0.0.0.0/1\")", "Ingress(Cidr.Internet, 22)", false)] // if the public address is among them
    [InlineData("PublicSubnet", "Egress(Cidr.Internet)", "Ingress(\"203.0.113.0/24\", 22)", false)]
    [InlineData("IsolatedSubnet", "Egress(Cidr.Internet)", "Ingress(Cidr.Internet, 22)", null)] // no route
    [InlineData("PublicSubnet", "Egress(\"10.0.0.0/8\")", "Ingress(Cidr.Internet, 22)", null)] // to nobody outside
    [InlineData("PublicSubnet", "Egress(Cidr.Internet)", "Ingress(\"10.0.0.0/8\", 22)", null)] // from nobody outside
    public void WayOverTheInternet_TakesPublicRangesAndRoutes(string subnet, string host, string other, bool? certain)
    {
        ArchitectureTopology topology = TestProgram.Lower(Networks
            .Replace("SUBNET", subnet, StringComparison.Ordinal).Replace("HOST", host, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal));

        Assert.Equal(certain is not null, Reaches(new SpreadQuery { Outside = true }));
        Assert.Equal(certain is true, Reaches(new SpreadQuery { Outside = true, Certain = true }));
        Assert.False(Reaches(new SpreadQuery()));

        bool Reaches(SpreadQuery query) =>
            new Reachability(topology).SpreadFrom([topology.Component(new NodePath("A.Host"))!], query).Reached.Contains(topology.Component(new NodePath("B.Other"))!);
    }

    private static Hop? Between(string source, string from, string to)
    {
        ArchitectureTopology topology = TestProgram.Lower(source);
        return new Reachability(topology).Between(topology.Component(new NodePath(from))!, topology.Component(new NodePath(to))!);
    }
}
