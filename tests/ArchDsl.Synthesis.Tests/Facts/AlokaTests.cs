using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Aloka: one instance in public subnets, a database in private ones.</summary>
public class AlokaTests() : SampleFacts("Aloka")
{
    private Resource App => Template.Single("AWS::EC2::Instance");

    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    private Resource GroupNamed(string name) => Template.OfType("AWS::EC2::SecurityGroup").Single(group => group.Text("GroupName") == name);

    [Fact]
    public void Region_IsTheDeclaredOne() => Assert.Equal("us-east-1", Region);

    [Fact]
    public void Ranges_StandToTheLetter()
    {
        States(Template.Single("AWS::EC2::VPC"), "CidrBlock", "10.0.0.0/16");
        var byRange = Reach.Network.Subnets.ToDictionary(subnet => subnet.Resource.Text("CidrBlock")!, subnet => subnet.Zone);
        Assert.Equal(["10.0.1.0/24", "10.0.10.0/24", "10.0.11.0/24", "10.0.2.0/24"], byRange.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(byRange["10.0.1.0/24"], byRange["10.0.10.0/24"]);
        Assert.Equal(byRange["10.0.2.0/24"], byRange["10.0.11.0/24"]);
        Assert.NotEqual(byRange["10.0.1.0/24"], byRange["10.0.2.0/24"]);
        Assert.Equal(["10.0.10.0/24", "10.0.11.0/24"], RangesOf(Database).Order(StringComparer.Ordinal));
        Assert.Contains(Assert.Single(RangesOf(App)), new[] { "10.0.1.0/24", "10.0.2.0/24" });
    }

    [Fact]
    public void Network_NamesItsHosts()
    {
        States(Template.Single("AWS::EC2::VPC"), "EnableDnsHostnames", "true");
        States(Template.Single("AWS::EC2::VPC"), "EnableDnsSupport", "true");
    }

    /// <summary>One NAT gateway, in a public subnet, for both private ones.</summary>
    [Fact]
    public void PrivateSubnets_ShareOneNatGateway()
    {
        var nat = Template.Single("AWS::EC2::NatGateway");
        var homes = Reach.Network.Subnets.Where(subnet => subnet.Cidr!.Value.ToString() is "10.0.10.0/24" or "10.0.11.0/24");
        Assert.All(homes, home => Assert.Equal(nat.LogicalId, Reach.Network.OutboundGateway(home, Cidr.Internet[0])));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(443)]
    public void App_IsOpenOn(int port) => Assert.NotNull(Reach.InternetPathTo(App.LogicalId, port));

    [Theory]
    [InlineData(22)]
    [InlineData(2375)]
    [InlineData(5432)]
    [InlineData(8080)]
    public void App_IsClosedOn(int port) => Assert.Null(Reach.InternetPathTo(App.LogicalId, port));

    [Fact]
    public void App_ReachesTheDatabase()
    {
        Assert.Equal(Answer.Yes, Reach.CanConnect(App.LogicalId, Database.LogicalId, 5432));
        Assert.Equal([App.LogicalId], Reach.Connectors(Database.LogicalId, 5432));
        Assert.Equal(Answer.No, Reach.CanConnect(App.LogicalId, Database.LogicalId, 22));
    }

    [Fact]
    public void App_ReachesItselfAndTheInternet()
    {
        Assert.Equal(Answer.Yes, Reach.CanConnect(App.LogicalId, App.LogicalId, 4711));
        Assert.NotNull(Reach.PathToInternet(App.LogicalId, 443));
        Assert.NotNull(Reach.PathToInternet(App.LogicalId, 80));
    }

    [Fact]
    public void App_IsAsDeclared()
    {
        States(App, "InstanceType", "t3.small");
        var image = Assert.IsType<Value.Parameter>(App.Property("ImageId"));
        Assert.Equal("AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", image.Type);
        Assert.StartsWith("/aws/service/ami-amazon-linux-latest/amzn2-ami-", image.Default, StringComparison.Ordinal);
    }

    [Fact]
    public void UserData_IsTheScript()
    {
        var script = File.ReadAllText(Repository.File("samples", "Aloka", "install-docker.sh"));
        Assert.Equal(script.ReplaceLineEndings("\n").Trim(), App.Text("UserData")?.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public void Database_IsAsDeclared()
    {
        States(Database, "Engine", "postgres");
        States(Database, "EngineVersion", "15.4");
        States(Database, "DBInstanceClass", "db.t3.micro");
        States(Database, "AllocatedStorage", "20");
        States(Database, "DBName", "alokadb");
        States(Database, "BackupRetentionPeriod", "0");
        States(Database, "PubliclyAccessible", "false");
        States(Database, "StorageEncrypted", "true");
        Assert.Equal(5432, Reach[Database.LogicalId].Port);
    }

    [Fact]
    public void Database_GoesWithTheStack()
    {
        Assert.NotEqual("true", Database.Text("DeletionProtection"));
        Assert.Equal("Delete", Database.DeletionPolicy);
        Assert.Equal("Delete", Database.UpdateReplacePolicy);
    }

    [Fact]
    public void SecurityGroups_HaveTheirNames()
    {
        Assert.Equal([GroupNamed("aloka-app-sg").LogicalId], Reach[App.LogicalId].Groups);
        Assert.Equal([GroupNamed("aloka-db-sg").LogicalId], Reach[Database.LogicalId].Groups);
    }

    [Fact]
    public void State_IsVersionedAndClosed()
    {
        var state = Template.OfType("AWS::S3::Bucket").Single(bucket => bucket.Text("BucketName") == "aloka-terraform-state");
        States(state, "VersioningConfiguration.Status", "Enabled");
        Assert.Equal("Retain", state.DeletionPolicy);
        Assert.All(["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"], block => States(state, $"PublicAccessBlockConfiguration.{block}", "true"));
    }

    /// <summary>The outputs of the seed's Terraform; logical ids of CloudFormation have no underscores.</summary>
    [Fact]
    public void Outputs_HaveThoseOfTheSeed()
    {
        Assert.Equal(Template.Single("AWS::EC2::VPC").LogicalId, Template.Outputs["VpcId"].LogicalId);
        Assert.Equal(new Value.Attribute(App.LogicalId, "PublicIp"), Template.Outputs["AppPublicIp"]);
        Assert.Equal(new Value.Attribute(App.LogicalId, "PublicDnsName"), Template.Outputs["AppPublicDns"]);
        Assert.Equal(GroupNamed("aloka-app-sg").LogicalId, Template.Outputs["AppSecurityGroupId"].LogicalId);
        Assert.Equal(GroupNamed("aloka-db-sg").LogicalId, Template.Outputs["DbSecurityGroupId"].LogicalId);
        Assert.Equal(Template.Single("AWS::RDS::DBSubnetGroup").LogicalId, Template.Outputs["DbSubnetGroupName"].LogicalId);
        Assert.Equal($"${{{Database.LogicalId}.Endpoint.Address}}:${{{Database.LogicalId}.Endpoint.Port}}", Template.Outputs["DbEndpoint"].ToString());
    }
}
