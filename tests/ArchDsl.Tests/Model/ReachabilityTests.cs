using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Who can open a connection to whom, whatever was declared.</summary>
public sealed class ReachabilityTests
{
    [Fact]
    public void LoadBalancer_LeadsToItsTarget()
    {
        Assert.Equal("Internet -> Lb:80, Lb -> Api:8000", Path("Api", """
            [Vpc, PublicSubnet]
            public partial class Shop
            {
                [Alb, HttpListener, RoutesTo<Api>] public partial class Lb;
                [Fargate(Image = "i", Port = 8000)] public partial class Api;
            }
            """));
    }

    [Theory]
    [InlineData("PrivateSubnet", "")] // internal
    [InlineData("PublicSubnet", ", Ingress(\"203.0.113.0/24\", 80)")] // the world is not admitted
    public void ClosedLoadBalancer_LeadsNowhere(string subnet, string ingress) => Assert.Null(Path("Api", $$"""
        [Vpc, {{subnet}}]
        public partial class Shop
        {
            [Alb, HttpListener, RoutesTo<Api>{{ingress}}] public partial class Lb;
            [Ec2("t3.micro")] public partial class Api;
        }
        """));

    [Theory]
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22)", "Internet -> Host:22")]
    [InlineData("PublicSubnet", "Ec2(\"t3.micro\")", null)]
    [InlineData("PrivateSubnet", "Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22)", null)]
    [InlineData("PublicSubnet", "Rds(Public = true), Ingress(Cidr.Internet, 0, 65535)", "Internet -> Host:5432")]
    [InlineData("PublicSubnet", "Rds, Ingress(Cidr.Internet, 5432)", null)]
    public void DirectWay_NeedsAddressRouteAndRule(string subnet, string attributes, string? path) =>
        Assert.Equal(path, Path("Host", $"[Vpc] public partial class Shop {{ [{subnet}, {attributes}] public partial class Host; }}"));

    [Theory]
    [InlineData("Uses<Database>", "", true)]
    [InlineData("", "Ingress<Host>(5432)", true)]
    [InlineData("Egress<Database>(5432)", "", true)]
    [InlineData("Egress<Database>(5433)", "", false)]
    [InlineData("Egress(\"10.0.0.0/16\", 5432)", "Ingress(\"10.0.0.0/16\", 5432)", true)]
    [InlineData("Egress(\"10.0.0.0/16\")", "Ingress(\"10.0.0.0/16\")", true)]
    [InlineData("Egress(\"10.0.0.0/16\")", "Ingress(\"10.1.0.0/16\")", false)] // another network
    [InlineData("Egress(\"10.0.0.0/16\")", "", false)] // nobody lets it in
    [InlineData("", "Ingress(\"10.0.0.0/16\")", false)] // nobody lets it out
    [InlineData("", "", false)]
    public void Connection_NeedsARuleOnEitherSide(string host, string database, bool reachable)
    {
        ArchitectureTopology topology = TestProgram.Lower($$"""
            [Vpc, PublicSubnet]
            public partial class Shop
            {
                [Ec2("t3.micro"){{(host.Length == 0 ? "" : ", " + host)}}] public partial class Host;
                [Rds{{(database.Length == 0 ? "" : ", " + database)}}] public partial class Database;
            }
            """);

        Hop? hop = new Reachability(topology).Between(Component("Host"), Component("Database"), PortRange.Tcp(5432));

        Assert.Equal(reachable, hop is not null);

        Component Component(string name) => topology.Component(new NodePath(name))!;
    }

    private static string? Path(string component, string source)
    {
        ArchitectureTopology topology = TestProgram.Lower(source);
        IReadOnlyList<Hop>? hops = new Reachability(topology).FromInternet(topology.Component(new NodePath(component))!);
        return hops is null ? null : string.Join(", ", hops.Select(static hop => $"{hop.From?.Path.Value ?? "Internet"} -> {hop.To.Path}:{(hop.To is Instance ? hop.Rules[0].Ports : hop.Ports)}"));
    }
}
