using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>EightDigit: a Flask application on Fargate in public subnets, its table behind a VPC endpoint, no private subnets.</summary>
public class EightDigitTests() : SampleFacts("EightDigit")
{
    private FargateService App => new(Template, Template.Single("AWS::ECS::Service"));

    private Resource Endpoint => Template.Single("AWS::EC2::VPCEndpoint");

    private GroupRules Rules => new(Reach.Groups, new Dictionary<string, string> { ["app"] = Template.Single("AWS::EC2::SecurityGroup").LogicalId });

    [Fact]
    public void Vpc_HasItsRange() => States(Template.Single("AWS::EC2::VPC"), "CidrBlock", "10.0.0.0/16");

    [Fact]
    public void Subnets_AreTheTwoListed() => Assert.Equal(
        ["10.0.1.0/24", "10.0.2.0/24"],
        Reach.Network.Subnets.Select(subnet => subnet.Resource.Text("CidrBlock")).Order(StringComparer.Ordinal));

    [Fact]
    public void FirstSubnet_IsInTheFirstZone()
    {
        var zones = Reach.Network.Subnets.ToDictionary(subnet => subnet.Resource.Text("CidrBlock")!, subnet => subnet.Resource.Property("AvailabilityZone"));
        Assert.Equal(new Value.Zone(0), zones["10.0.1.0/24"]);
        Assert.Equal(new Value.Zone(1), zones["10.0.2.0/24"]);
    }

    [Fact]
    public void Subnets_AreAllPublic() => Assert.All(
        Reach.Network.Subnets,
        subnet => Assert.Equal(Template.Single("AWS::EC2::InternetGateway").LogicalId, Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void InternetGateway_IsAttachedToTheVpc() => Assert.True(Reach.Network.HasInternetGateway(Template.Single("AWS::EC2::VPC").LogicalId));

    [Fact]
    public void PublicRouteTables_LeadEverythingToTheInternetGateway() => Assert.All(
        Template.OfType("AWS::EC2::Route"),
        route =>
        {
            States(route, "DestinationCidrBlock", "0.0.0.0/0");
            Assert.Equal(Template.Single("AWS::EC2::InternetGateway"), Template.Target(route.Property("GatewayId")));
        });

    [Theory]
    [InlineData("AWS::EC2::NatGateway")]
    [InlineData("AWS::EC2::EIP")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer")]
    [InlineData("AWS::RDS::DBInstance")]
    public void Template_HasNo(string type) => Assert.Empty(Template.OfType(type));

    [Fact]
    public void Service_RunsInACluster() => Assert.Equal(Template.Single("AWS::ECS::Cluster"), Template.Target(App.Service.Property("Cluster")));

    [Theory]
    [InlineData("LaunchType", "FARGATE")]
    [InlineData("DesiredCount", "2")]
    [InlineData("NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "ENABLED")]
    public void Service_Has(string property, string value) => States(App.Service, property, value);

    [Fact]
    public void Tasks_StandInBothPublicSubnets() => Assert.Equal(["10.0.1.0/24", "10.0.2.0/24"], RangesOf(App.Service).Order(StringComparer.Ordinal));

    [Fact]
    public void Tasks_SpreadOverTwoZones() => Assert.Equal(2, Reach[App.LogicalId].Subnets.Select(subnet => subnet.Zone).Distinct().Count());

    [Theory]
    [InlineData("NetworkMode", "awsvpc")]
    [InlineData("Cpu", "256")]
    [InlineData("Memory", "512")]
    public void TaskDefinition_Has(string property, string value) => States(App.Task, property, value);

    [Fact]
    public void TaskDefinition_RequiresFargateAlone() => Assert.Equal(["FARGATE"], Texts(App.Task.Property("RequiresCompatibilities")));

    [Fact]
    public void Container_ListensOnThePort() => Assert.Equal("5000", App.Port["ContainerPort"]?.Text);

    [Fact]
    public void Container_RunsTheImageOfTheRepository() =>
        Assert.Equal(FargateService.ImageIn(Template.Single("AWS::ECR::Repository"), "latest"), App.Container["Image"]!.ToString());

    [Fact]
    public void Container_KnowsItsTable() => Assert.Equal(Template.Single("AWS::DynamoDB::Table").LogicalId, App.Variables["TABLE_NAME"].LogicalId);

    [Fact]
    public void SecurityGroup_GuardsTheTasks() => Assert.Equal([Template.Single("AWS::EC2::SecurityGroup").LogicalId], Reach[App.LogicalId].Groups);

    [Fact]
    public void SecurityGroup_AdmitsExactlyThePort() => Assert.Equal(["tcp 5000 from 0.0.0.0/0"], Rules.Ingress("app"));

    [Fact]
    public void SecurityGroup_LetsOutEverything() => Assert.Equal(["all to 0.0.0.0/0"], Rules.Egress("app"));

    [Fact]
    public void Users_ReachTheTasksStraight() => Assert.Equal(
        ["Internet", Template.Single("AWS::EC2::InternetGateway").LogicalId],
        Reach.InternetPathTo(App.LogicalId, 5000)?.Take(2));

    [Theory]
    [InlineData(22)]
    [InlineData(80)]
    [InlineData(443)]
    [InlineData(4999)]
    [InlineData(5001)]
    public void Users_ReachNoOtherPort(int port) => Assert.Null(Reach.InternetPathTo(App.LogicalId, port));

    [Fact]
    public void Tasks_CanAnswerAndPull() => Assert.NotNull(Reach.PathToInternet(App.LogicalId, 443));

    [Theory]
    [InlineData("RepositoryName", "flask-app")]
    [InlineData("ImageScanningConfiguration.ScanOnPush", "true")]
    public void Repository_Has(string property, string value) => States(Template.Single("AWS::ECR::Repository"), property, value);

    [Theory]
    [InlineData("VpcEndpointType", "Gateway")]
    public void Endpoint_Has(string property, string value) => States(Endpoint, property, value);

    [Fact]
    public void Endpoint_IsForDynamoDb() => Assert.Equal("com.amazonaws.${AWS::Region}.dynamodb", Endpoint.Property("ServiceName")?.ToString());

    [Fact]
    public void Endpoint_IsInTheVpc() => Assert.Equal(Template.Single("AWS::EC2::VPC"), Template.Target(Endpoint.Property("VpcId")));

    [Fact]
    public void Endpoint_ServesEverySubnetOfTheTasks() => Assert.Equal(
        Reach[App.LogicalId].Subnets.Select(subnet => subnet.RouteTable).Order(StringComparer.Ordinal),
        Endpoint.List("RouteTableIds").Select(table => table.LogicalId).Order(StringComparer.Ordinal));

    [Fact]
    public void Logs_GoToTheGroup() => Assert.Equal("awslogs", App.Container["LogConfiguration"]?["LogDriver"]?.Text);

    [Theory]
    [InlineData("LogGroupName", "/ecs/flask-app")]
    [InlineData("RetentionInDays", "7")]
    public void LogGroup_Has(string property, string value) => States(App.LogGroup, property, value);
}
