using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>TwoTier, its two services: each with a task definition, an image, a target group and a load balancer of its own.</summary>
public class TwoTierServicesTests() : SampleFacts("TwoTier")
{
    private const string Read = "secretsmanager:GetSecretValue";

    private FargateService Backend => Service("backend");

    private Resource Secret => Template.Single("AWS::SecretsManager::Secret");

    private FargateService Service(string name) => new(Template, Named("AWS::ECS::Service", "ServiceName", $"{name}-service"));

    private Resource LoadBalancer(string scheme) => Named("AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", scheme);

    private Resource Listener(string scheme) =>
        Assert.Single(Template.OfType("AWS::ElasticLoadBalancingV2::Listener"), listener => listener.Property("LoadBalancerArn")?.LogicalId == LoadBalancer(scheme).LogicalId);

    [Fact]
    public void Services_AreTheTwoNamed() => Assert.Equal(
        ["backend-service", "frontend-service"],
        Template.OfType("AWS::ECS::Service").Select(service => service.Text("ServiceName")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Service_RunsOnFargateInTheOneCluster(string name)
    {
        States(Service(name).Service, "LaunchType", "FARGATE");
        Assert.Equal(Template.Single("AWS::ECS::Cluster"), Template.Target(Service(name).Service.Property("Cluster")));
    }

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Service_UsesAwsvpcNetworking(string name)
    {
        States(Service(name).Task, "NetworkMode", "awsvpc");
        States(Service(name).Service, "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "DISABLED");
    }

    [Fact]
    public void Services_HaveTheirOwnTaskDefinitions()
    {
        Assert.NotEqual(Service("frontend").Task, Backend.Task);
        Assert.Equal(2, Template.OfType("AWS::ECS::TaskDefinition").Count());
    }

    [Fact]
    public void Services_HaveTheirOwnTargetGroups()
    {
        Assert.NotEqual(Service("frontend").TargetGroup, Backend.TargetGroup);
        Assert.Equal(2, Template.OfType("AWS::ElasticLoadBalancingV2::TargetGroup").Count());
    }

    [Fact]
    public void Services_HaveTheirOwnRoles() =>
        Assert.Equal(4, new[] { Service("frontend").TaskRole, Service("frontend").ExecutionRole, Backend.TaskRole, Backend.ExecutionRole }.Distinct().Count());

    [Theory]
    [InlineData("frontend", "3000")]
    [InlineData("backend", "8080")]
    public void Service_IsRegisteredOnItsPort(string name, string port)
    {
        Assert.Equal(port, Service(name).Registration["ContainerPort"]?.Text);
        Assert.Equal(port, Service(name).Port["ContainerPort"]?.Text);
        States(Service(name).TargetGroup, "Port", port);
        States(Service(name).TargetGroup, "TargetType", "ip");
    }

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Service_RunsTheImageOfItsRepository(string name) =>
        Assert.Equal(FargateService.ImageIn(Named("AWS::ECR::Repository", "RepositoryName", name), "latest"), Service(name).Container["Image"]!.ToString());

    [Fact]
    public void Repositories_AreTwo() => Assert.Equal(2, Template.OfType("AWS::ECR::Repository").Count());

    [Theory]
    [InlineData("frontend", "backend")]
    [InlineData("backend", "frontend")]
    public void Service_PullsFromItsRepositoryAlone(string name, string other)
    {
        Assert.True(Identity.Can(Service(name).ExecutionRole, "ecr:BatchGetImage", Named("AWS::ECR::Repository", "RepositoryName", name).LogicalId));
        Assert.False(Identity.Can(Service(name).ExecutionRole, "ecr:BatchGetImage", Named("AWS::ECR::Repository", "RepositoryName", other).LogicalId));
    }

    [Theory]
    [InlineData("internet-facing", "80", "frontend")]
    [InlineData("internal", "8080", "backend")]
    public void LoadBalancer_ForwardsHttpTo(string scheme, string port, string service)
    {
        States(LoadBalancer(scheme), "Type", "application");
        States(Listener(scheme), "Protocol", "HTTP");
        States(Listener(scheme), "Port", port);
        var action = Assert.Single(Listener(scheme).List("DefaultActions"));
        Assert.Equal("forward", action["Type"]?.Text);
        Assert.Equal(Service(service).TargetGroup, Template.Target(action["TargetGroupArn"]));
    }

    [Fact]
    public void Frontend_KnowsTheBackendsLoadBalancer() =>
        Assert.Equal($"http://${{{LoadBalancer("internal").LogicalId}.DNSName}}:8080", Service("frontend").Variables["BACKEND_ALB_URL"].ToString());

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void TargetGroup_ChecksHealth(string name)
    {
        States(Service(name).TargetGroup, "HealthCheckProtocol", "HTTP");
        Assert.NotNull(Service(name).TargetGroup.Text("HealthCheckPath"));
        Assert.NotEqual("false", Service(name).TargetGroup.Text("HealthCheckEnabled"));
    }

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Container_ChecksNoHealth(string name) => Assert.Null(Service(name).Container["HealthCheck"]);

    [Fact]
    public void Secret_IsInjectedByReference() => Assert.Equal($"${{{Secret.LogicalId}}}", Backend.Secrets["API_KEY"].ToString());

    [Fact]
    public void Secret_IsNotInPlainText()
    {
        Assert.Null(Secret.Property("SecretString"));
        Assert.DoesNotContain("API_KEY", Backend.Variables.Keys);
    }

    [Fact]
    public void Secret_IsReadByTheBackendsExecutionRoleAlone() => Assert.Equal(
        [Backend.ExecutionRole],
        Identity.Roles.Select(role => role.LogicalId).Where(role => Identity.Can(role, Read, Secret.LogicalId)));

    [Fact]
    public void Frontend_GetsNoSecret() => Assert.Empty(Service("frontend").Secrets);

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void TaskRole_MayNothing(string name) => Assert.Empty(Identity.Grants(Service(name).TaskRole));

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Logs_GoToAGroupOfTheService(string name) => Assert.Equal("AWS::Logs::LogGroup", Service(name).LogGroup.Type);

    [Fact]
    public void Outputs_NameThePublicLoadBalancer() =>
        Assert.Equal($"${{{LoadBalancer("internet-facing").LogicalId}.DNSName}}", Template.Outputs["PublicFrontendAlbDnsName"].ToString());
}
