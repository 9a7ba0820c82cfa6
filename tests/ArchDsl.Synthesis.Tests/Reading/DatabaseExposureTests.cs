using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

/// <summary>A database is on the internet by three legs together: a route, a public address, an open rule.</summary>
public class DatabaseExposureTests
{
    private const string World = """{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "0.0.0.0/0" }""";

    private static SmallTemplate Exposed(string rule = World) => new SmallTemplate().Group("Open", $"[{rule}]").Database("Database", "Public", "Open", isPublic: true);

    private static IReadOnlyList<string>? Path(SmallTemplate template) => template.Reach().InternetPathTo("Database", 5432);

    [Fact]
    public void AllThreeLegs_AreAPath() => Assert.Equal(["Internet", "Igw", "Public", "Database:5432"], Path(Exposed()));

    [Fact]
    public void WithoutThePublicAddress_ThereIsNone() => Assert.Null(Path(Exposed().Set("Database", "PubliclyAccessible", "false")));

    [Fact]
    public void WithoutTheRule_ThereIsNone() => Assert.Null(Path(Exposed().Set("Open", "SecurityGroupIngress", "[]")));

    [Fact]
    public void WithoutTheRoute_ThereIsNone() => Assert.Null(Path(Exposed().Remove("PublicDefault")));

    [Fact]
    public void WithoutTheAttachment_ThereIsNone() => Assert.Null(Path(Exposed().Remove("Attachment")));

    [Fact]
    public void WithoutTheAssociation_TheMainTableCounts_WhichRoutesNowhere() => Assert.Null(Path(Exposed().Remove("PublicAssociation")));

    [Fact]
    public void UnsaidPublicAccess_IsPublicWhereTheVpcHasAGateway()
    {
        Assert.NotNull(Path(Exposed().Unset("Database", "PubliclyAccessible")));
        Assert.Null(Path(Exposed().Unset("Database", "PubliclyAccessible").Remove("Attachment")));
    }

    [Theory]
    [InlineData("""{ "IpProtocol": "-1", "CidrIp": "0.0.0.0/0" }""", true)]
    [InlineData("""{ "IpProtocol": "-1", "FromPort": -1, "ToPort": -1, "CidrIp": "0.0.0.0/0" }""", true)]
    [InlineData("""{ "IpProtocol": "6", "FromPort": 0, "ToPort": 65535, "CidrIp": "0.0.0.0/0" }""", true)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5000, "ToPort": 6000, "CidrIp": "0.0.0.0/0" }""", true)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5433, "ToPort": 6000, "CidrIp": "0.0.0.0/0" }""", false)]
    [InlineData("""{ "IpProtocol": "udp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "0.0.0.0/0" }""", false)]
    [InlineData("""{ "IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "CidrIp": "0.0.0.0/0" }""", false)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "128.0.0.0/1" }""", true)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "203.0.113.0/24" }""", false)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "10.0.0.0/8" }""", false)]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIpv6": "::/0" }""", false)]
    public void Rule_OpensThePort(string rule, bool open) => Assert.Equal(open, Path(Exposed(rule)) is not null);

    [Fact]
    public void StandaloneRule_Counts() => Assert.NotNull(Path(Exposed()
        .Set("Open", "SecurityGroupIngress", "[]")
        .Add("Rule", "AWS::EC2::SecurityGroupIngress", """{ "GroupId": { "Ref": "Open" }, "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "0.0.0.0/0" }""")));

    [Fact]
    public void MoreSpecificRoute_Wins() => Assert.Equal(
        ["Internet", "Igw", "Public", "Database:5432"],
        Path(Exposed()
            .Remove("PublicDefault")
            .Route("Public", """ "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": { "Ref": "Nat" } """)
            .Route("Public", """ "DestinationCidrBlock": "0.0.0.0/1", "GatewayId": { "Ref": "Igw" } """, "Half")));

    [Fact]
    public void Ipv6_NeedsItsOwnAddressRouteAndRule()
    {
        var dual = Exposed("""{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIpv6": "::/0" }""")
            .Set("Database", "NetworkType", "\"DUAL\"")
            .Set("Public", "Ipv6CidrBlock", "\"2600:1f13::/64\"");

        Assert.Null(Path(dual));
        Assert.NotNull(Path(dual.Route("Public", """ "DestinationIpv6CidrBlock": "::/0", "GatewayId": { "Ref": "Igw" } """, "Ipv6")));
        Assert.Null(Path(dual.Unset("Public", "Ipv6CidrBlock")));
    }

    [Theory]
    [InlineData("postgres", 5432)]
    [InlineData("mysql", 3306)]
    [InlineData("sqlserver-ex", 1433)]
    [InlineData("oracle-se2", 1521)]
    public void Port_IsTheEngines(string engine, int port) => Assert.Equal(port, Exposed().Set("Database", "Engine", $"\"{engine}\"").Reach()["Database"].Port);

    [Fact]
    public void Port_IsTheStatedOne() => Assert.Equal(6000, Exposed().Set("Database", "Port", "6000").Reach()["Database"].Port);
}
