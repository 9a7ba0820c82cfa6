using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Liberty Social, its network: the VPC, who stands where, and the four security groups to the letter.</summary>
public class LibertySocialTests() : SampleFacts("LibertySocial")
{
    private Resource Vpc => Template.Single("AWS::EC2::VPC");

    private Resource Api => Template.Single("AWS::ECS::Service");

    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    private Resource Cache => Template.Single("AWS::ElastiCache::ReplicationGroup");

    private Resource LoadBalancer => Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer");

    private IEnumerable<Subnet> Public => Reach.Network.Subnets.Where(subnet => subnet.Cidr.ToString() is "10.0.1.0/24" or "10.0.2.0/24");

    private IEnumerable<Subnet> Private => Reach.Network.Subnets.Except(Public);

    private GroupRules Rules => new(Reach.Groups, Template.OfType("AWS::EC2::SecurityGroup").ToDictionary(group => group.Text("GroupName")!, group => group.LogicalId));

    [Fact]
    public void Region_IsTheDocuments() => Assert.Equal("us-east-1", Region);

    [Fact]
    public void Vpc_HasItsRange() => States(Vpc, "CidrBlock", "10.0.0.0/16");

    [Fact]
    public void Subnets_AreTheFourListed() => Assert.Equal(
        ["10.0.1.0/24", "10.0.10.0/24", "10.0.11.0/24", "10.0.2.0/24"],
        Reach.Network.Subnets.Select(subnet => subnet.Resource.Text("CidrBlock")).Order(StringComparer.Ordinal));

    [Fact]
    public void Subnets_OfEachKindStandInTwoZones()
    {
        Assert.Equal(2, Public.Select(subnet => subnet.Zone).Distinct().Count());
        Assert.Equal(2, Private.Select(subnet => subnet.Zone).Distinct().Count());
    }

    [Fact]
    public void PublicSubnets_LeadToTheInternetGateway() =>
        Assert.All(Public, subnet => Assert.Equal(Template.Single("AWS::EC2::InternetGateway").LogicalId, Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void PrivateSubnets_LeadToTheOnlyNatGateway() =>
        Assert.All(Private, subnet => Assert.Equal(Template.Single("AWS::EC2::NatGateway").LogicalId, Reach.Network.OutboundGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void PrivateSubnets_DoNotLeadToTheInternetGateway() =>
        Assert.All(Private, subnet => Assert.All(Cidr.Internet, address => Assert.Null(Reach.Network.InternetGateway(subnet, address))));

    [Fact]
    public void NatGateway_StandsInAPublicSubnet() =>
        Assert.Contains(Template.Single("AWS::EC2::NatGateway").Property("SubnetId")?.LogicalId, Public.Select(subnet => subnet.LogicalId));

    [Fact]
    public void NatGateway_HasAnElasticAddress() =>
        Assert.Equal(Template.Single("AWS::EC2::EIP"), Template.Target(Template.Single("AWS::EC2::NatGateway").Property("AllocationId")));

    [Fact]
    public void LoadBalancer_StandsInThePublicSubnets() => Assert.Equal(["10.0.1.0/24", "10.0.2.0/24"], RangesOf(LoadBalancer).Order(StringComparer.Ordinal));

    [Fact]
    public void Tasks_StandInThePrivateSubnets() => Assert.Equal(["10.0.10.0/24", "10.0.11.0/24"], RangesOf(Api).Order(StringComparer.Ordinal));

    [Fact]
    public void Database_StandsInThePrivateSubnets() => Assert.Equal(["10.0.10.0/24", "10.0.11.0/24"], RangesOf(Database).Order(StringComparer.Ordinal));

    [Fact]
    public void Cache_StandsInThePrivateSubnets() => Assert.Equal(["10.0.10.0/24", "10.0.11.0/24"], RangesOf(Cache).Order(StringComparer.Ordinal));

    [Fact]
    public void SecurityGroups_AreTheFourNamed() => Assert.Equal(
        ["alb-sg", "ecs-sg", "elasticache-sg", "rds-sg"],
        Template.OfType("AWS::EC2::SecurityGroup").Select(group => group.Text("GroupName")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("alb-sg", "AWS::ElasticLoadBalancingV2::LoadBalancer")]
    [InlineData("ecs-sg", "AWS::ECS::Service")]
    [InlineData("rds-sg", "AWS::RDS::DBInstance")]
    [InlineData("elasticache-sg", "AWS::ElastiCache::ReplicationGroup")]
    public void SecurityGroup_Guards(string name, string type) =>
        Assert.Equal([Named("AWS::EC2::SecurityGroup", "GroupName", name).LogicalId], Reach[Template.Single(type).LogicalId].Groups);

    [Theory]
    [InlineData("alb-sg", "tcp 443 from 0.0.0.0/0", "tcp 80 from 0.0.0.0/0")]
    [InlineData("ecs-sg", "tcp 8000 from alb-sg")]
    [InlineData("rds-sg", "tcp 5432 from ecs-sg")]
    [InlineData("elasticache-sg", "tcp 6379 from ecs-sg")]
    public void SecurityGroup_AdmitsExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Ingress(name));

    [Theory]
    [InlineData("alb-sg", "all to 0.0.0.0/0")]
    [InlineData("ecs-sg", "tcp 443 to 0.0.0.0/0", "tcp 5432 to rds-sg", "tcp 6379 to elasticache-sg")]
    [InlineData("rds-sg", "all to 0.0.0.0/0")]
    [InlineData("elasticache-sg", "all to 0.0.0.0/0")]
    public void SecurityGroup_LetsOutExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Egress(name));

    [Fact]
    public void Requests_TravelFromTheInternetToTheStores()
    {
        Assert.Equal([$"{LoadBalancer.LogicalId}:443", $"{Api.LogicalId}:8000"], Reach.ForwardedInternetPathTo(Api.LogicalId, 8000)?.TakeLast(2));
        Assert.Equal(Answer.Yes, Reach.CanConnect(Api.LogicalId, Database.LogicalId, 5432));
        Assert.Equal(Answer.Yes, Reach.CanConnect(Api.LogicalId, Cache.LogicalId, 6379));
    }

    [Fact]
    public void Tasks_AreReachedThroughTheLoadBalancerAlone()
    {
        Assert.Null(Reach.InternetPathTo(Api.LogicalId, 8000));
        Assert.Equal([LoadBalancer.LogicalId], Reach.Connectors(Api.LogicalId, 8000));
    }

    [Fact]
    public void Stores_AreReachedByTheTasksAlone()
    {
        Assert.Equal([Api.LogicalId], Reach.Connectors(Database.LogicalId, 5432));
        Assert.Equal([Api.LogicalId], Reach.Connectors(Cache.LogicalId, 6379));
    }

    [Fact]
    public void Tasks_CallTheInternetOnHttpsAlone()
    {
        Assert.NotNull(Reach.PathToInternet(Api.LogicalId, 443));
        Assert.Null(Reach.PathToInternet(Api.LogicalId, 80));
    }

    [Fact]
    public void Outputs_NameWhatADeploymentNeeds()
    {
        Assert.Equal($"${{{LoadBalancer.LogicalId}.DNSName}}", Template.Outputs["EdgeLoadBalancerDnsName"].ToString());
        Assert.Equal($"${{{Database.LogicalId}.Endpoint.Address}}:${{{Database.LogicalId}.Endpoint.Port}}", Template.Outputs["AppDatabaseEndpoint"].ToString());
        Assert.Equal(Template.Single("AWS::S3::Bucket").LogicalId, Template.Outputs["UploadsName"].LogicalId);
    }
}
