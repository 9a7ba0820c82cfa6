using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>The flat form: a database alone in a private network.</summary>
public class OrdersTests() : SampleFacts("Orders")
{
    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    [Fact]
    public void Network_HasNoWayInOrOut()
    {
        Assert.Empty(Template.OfType("AWS::EC2::InternetGateway"));
        Assert.Empty(Template.OfType("AWS::EC2::NatGateway"));
        Assert.Empty(Template.OfType("AWS::EC2::Route"));
    }

    [Fact]
    public void Database_StandsInTwoZones() => Assert.Equal(2, Reach[Database.LogicalId].Subnets.Select(subnet => subnet.Zone).Distinct().Count());

    [Fact]
    public void Database_IsPrivate()
    {
        States(Database, "PubliclyAccessible", "false");
        var port = Reach[Database.LogicalId].Port;
        Assert.NotNull(port);
        Assert.Empty(Reach.Connectors(Database.LogicalId, port.Value));
    }

    [Fact]
    public void Database_IsKept()
    {
        States(Database, "DeletionProtection", "true");
        Assert.Equal("Snapshot", Database.DeletionPolicy);
        Assert.Equal("Snapshot", Database.UpdateReplacePolicy);
    }

    [Fact]
    public void Region_IsTheUsers() => Assert.Null(Region);
}
