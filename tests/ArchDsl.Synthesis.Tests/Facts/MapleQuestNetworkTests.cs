using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Maple Quest, the recommended network: everything public but the database, and the three security groups to the letter.</summary>
public class MapleQuestNetworkTests() : SampleFacts("MapleQuest")
{
    private Resource LoadBalancer => Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer");

    private FargateService Api => new(Template, Template.Single("AWS::ECS::Service"));

    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    private GroupRules Rules => new(Reach.Groups, new Dictionary<string, string>
    {
        ["alb"] = Assert.Single(Reach[LoadBalancer.LogicalId].Groups),
        ["task"] = Assert.Single(Reach[Api.LogicalId].Groups),
        ["database"] = Assert.Single(Reach[Database.LogicalId].Groups),
    });

    [Theory]
    [InlineData("alb", "tcp 80 from 0.0.0.0/0")]
    [InlineData("task", "tcp 8000 from alb")]
    [InlineData("database", "tcp 5432 from task")]
    public void SecurityGroup_AdmitsExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Ingress(name));

    [Theory]
    [InlineData("alb", "tcp 8000 to task")]
    [InlineData("task", "tcp 443 to 0.0.0.0/0", "tcp 5432 to database")]
    [InlineData("database", "icmp 252-86 to 255.255.255.255/32")] // CloudFormation's way to write "nothing"
    public void SecurityGroup_LetsOutExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Egress(name));

    [Fact]
    public void SecurityGroups_AreThree() => Assert.Equal(3, Template.OfType("AWS::EC2::SecurityGroup").Count());

    [Fact]
    public void LoadBalancer_StandsInThePublicSubnets() => Assert.All(
        Reach[LoadBalancer.LogicalId].Subnets,
        subnet => Assert.NotNull(Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void Tasks_HavePublicAddresses()
    {
        States(Api.Service, "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "ENABLED");
        Assert.All(Reach[Api.LogicalId].Subnets, subnet => Assert.NotNull(Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));
    }

    [Fact]
    public void Database_StandsInTwoZones() => Assert.Equal(2, Reach[Database.LogicalId].Subnets.Select(subnet => subnet.Zone).Distinct().Count());

    [Fact]
    public void Database_StandsWhereNoRouteLeadsOut() => Assert.DoesNotContain(
        Template.OfType("AWS::EC2::Route"),
        route => Reach[Database.LogicalId].Subnets.Any(subnet => subnet.RouteTable == route.Property("RouteTableId")?.LogicalId));

    [Theory]
    [InlineData("MasterUsername", "postgres")]
    [InlineData("Port", "5432")]
    public void Database_Has(string property, string value) => States(Database, property, value);

    [Fact]
    public void Password_IsGeneratedAndResolved()
    {
        var secret = Template.Target(Template.Single("AWS::SecretsManager::SecretTargetAttachment").Property("SecretId"))!;
        States(secret, "GenerateSecretString.GenerateStringKey", "password");
        States(secret, "GenerateSecretString.SecretStringTemplate", """{"username":"postgres"}""");
        Assert.Equal($"{{{{resolve:secretsmanager:${{{secret.LogicalId}}}:SecretString:password::}}}}", Database.Property("MasterUserPassword")?.ToString());
    }

    [Fact]
    public void Service_RunsOnFargateInACluster()
    {
        States(Api.Service, "LaunchType", "FARGATE");
        Assert.Equal(Template.Single("AWS::ECS::Cluster"), Template.Target(Api.Service.Property("Cluster")));
        Assert.Equal(["FARGATE"], Texts(Api.Task.Property("RequiresCompatibilities")));
    }

    [Fact]
    public void Logs_HaveTheRegion() => Assert.Equal("us-west-2", Api.Logging("awslogs-region")?.Text);

    [Fact]
    public void ExecutionRole_WritesTheLogsAlone() => Assert.Equal(
        [$"allow logs:CreateLogStream on ${{{Api.LogGroup.LogicalId}.Arn}}", $"allow logs:PutLogEvents on ${{{Api.LogGroup.LogicalId}.Arn}}"],
        Identity.Grants(Api.ExecutionRole).Select(grant => grant.ToString()).Where(grant => grant.Contains("logs:", StringComparison.Ordinal)));

    [Fact]
    public void Outputs_NameWhatADeploymentNeeds()
    {
        Assert.Equal($"${{{LoadBalancer.LogicalId}.DNSName}}", Template.Outputs["PublicLoadBalancerDnsName"].ToString());
        Assert.Equal($"${{{Database.LogicalId}.Endpoint.Address}}:${{{Database.LogicalId}.Endpoint.Port}}", Template.Outputs["PrivateDatabaseEndpoint"].ToString());
        Assert.Equal(Template.Single("AWS::S3::Bucket").LogicalId, Template.Outputs["ImagesName"].LogicalId);
    }
}
