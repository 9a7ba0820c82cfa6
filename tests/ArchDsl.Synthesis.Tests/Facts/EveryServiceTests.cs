using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>What every Fargate service of the samples needs to start, and no more.</summary>
public class EveryServiceTests
{
    public static TheoryData<string> Samples => ["MapleQuest", "LibertySocial", "EightDigit", "TwoTier"];

    [Theory, MemberData(nameof(Samples))]
    public async Task TaskDefinition_IsForFargate(string sample) => Assert.All((await Services(sample)).Services, service =>
    {
        Assert.Equal("AWS::ECS::TaskDefinition", service.Task.Type);
        Assert.Equal("awsvpc", service.Task.Text("NetworkMode"));
        Assert.Equal(["FARGATE"], service.Task.List("RequiresCompatibilities").Select(item => item.Text));
        Assert.Equal("FARGATE", service.Service.Text("LaunchType"));
    });

    [Theory, MemberData(nameof(Samples))]
    public async Task Container_PublishesItsPort(string sample) => Assert.All((await Services(sample)).Services, service =>
    {
        Assert.Equal("tcp", service.Port["Protocol"]?.Text);
        Assert.Equal(service.Port["ContainerPort"], service.Port["HostPort"]);
        Assert.NotEqual("false", service.Container["Essential"]?.Text);
    });

    [Theory, MemberData(nameof(Samples))]
    public async Task Registration_NamesTheContainerAndItsPort(string sample) =>
        Assert.All((await Services(sample)).Services.Where(service => service.Service.Property("LoadBalancers") is not null), service =>
        {
            Assert.Equal("AWS::ElasticLoadBalancingV2::TargetGroup", service.TargetGroup.Type);
            Assert.Equal("HTTP", service.TargetGroup.Text("Protocol"));
            Assert.Equal(service.Container["Name"], service.Registration["ContainerName"]);
            Assert.Equal(service.Port["ContainerPort"], service.Registration["ContainerPort"]);
        });

    [Theory, MemberData(nameof(Samples))]
    public async Task Logs_AreWrittenToAGroupInTheRegion(string sample)
    {
        var (synthesized, services) = await Services(sample);
        Assert.All(services, service =>
        {
            Assert.Equal("awslogs", service.Container["LogConfiguration"]?["LogDriver"]?.Text);
            Assert.Equal("AWS::Logs::LogGroup", service.LogGroup.Type);
            Assert.NotNull(service.LogGroup.Property("RetentionInDays"));
            Assert.Equal(synthesized.Region ?? "${AWS::Region}", service.Logging("awslogs-region")?.ToString());
        });
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Roles_AreTwoForEcsTasksAlone(string sample) => Assert.All((await Services(sample)).Services, service =>
    {
        Assert.NotEqual(service.TaskRole, service.ExecutionRole);
        Assert.All([service.Template[service.TaskRole], service.Template[service.ExecutionRole]], role =>
        {
            Assert.Equal("AWS::IAM::Role", role.Type);
            var trust = Assert.Single(role.List("AssumeRolePolicyDocument.Statement"));
            Assert.Equal("Allow", trust["Effect"]?.Text);
            Assert.Equal("sts:AssumeRole", trust["Action"]?.Text);
            Assert.Equal("{Service: ecs-tasks.amazonaws.com}", trust["Principal"]?.ToString());
        });
    });

    /// <summary>It writes the task's logs, pulls the task's image, reads the task's secrets.</summary>
    [Theory, MemberData(nameof(Samples))]
    public async Task ExecutionRole_StartsTheTaskAlone(string sample) => Assert.All((await Services(sample)).Services, service =>
    {
        var identity = new Identity(service.Template);
        Assert.Equal(Needed(service).Order(StringComparer.Ordinal), identity.Grants(service.ExecutionRole).Select(grant => grant.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(identity.ForeignPolicies(service.ExecutionRole));
    });

    [Theory, MemberData(nameof(Samples))]
    public async Task ScalingTargets_AreTheServices(string sample)
    {
        var (synthesized, services) = await Services(sample);
        var cluster = synthesized.Template.Single("AWS::ECS::Cluster").LogicalId;
        Assert.All(synthesized.Template.OfType("AWS::ApplicationAutoScaling::ScalableTarget"), target =>
        {
            Assert.Contains(target.Property("ResourceId")!.ToString(), services.Select(service => $"service/${{{cluster}}}/${{{service.LogicalId}.Name}}"));
            Assert.Equal("ecs", target.Text("ServiceNamespace"));
            Assert.Equal("ecs:service:DesiredCount", target.Text("ScalableDimension"));
        });
    }

    private static IEnumerable<string> Needed(FargateService service)
    {
        string[] log = ["logs:CreateLogStream", "logs:PutLogEvents"];
        string[] pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
        string[] read = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
        var repository = service.Container["Image"]!.References().SingleOrDefault();
        var secrets = service.Secrets.Values.SelectMany(secret => secret.References()).Distinct();
        return
        [
            .. log.Select(action => $"allow {action} on ${{{service.LogGroup.LogicalId}.Arn}}"),
            .. repository is null ? [] : pull.Select(action => $"allow {action} on ${{{repository}.Arn}}").Append("allow ecr:GetAuthorizationToken on *"),
            .. secrets.SelectMany(_ => read, (secret, action) => $"allow {action} on ${{{secret}}}"),
        ];
    }

    private static async Task<(Synthesized Synthesized, IReadOnlyList<FargateService> Services)> Services(string sample)
    {
        var synthesized = await Running.Samples.Get(sample);
        IReadOnlyList<FargateService> services = [.. synthesized.Template.OfType("AWS::ECS::Service").Select(service => new FargateService(synthesized.Template, service))];
        Assert.NotEmpty(services);
        return (synthesized, services);
    }
}
