using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Liberty Social, what runs: cluster, service, task definition, image, logs, alarms.</summary>
public class LibertySocialServiceTests() : SampleFacts("LibertySocial")
{
    private FargateService Api => new(Template, Template.Single("AWS::ECS::Service"));

    private Resource Images => Template.Single("AWS::ECR::Repository");

    private Resource Alarm(string name) => Named("AWS::CloudWatch::Alarm", "AlarmName", name);

    [Fact]
    public void Cluster_HasItsName() => States(Template.Single("AWS::ECS::Cluster"), "ClusterName", "liberty-social-backend");

    [Fact]
    public void Cluster_TracksTasksAndNetwork() =>
        Assert.Equal("{Name: containerInsights, Value: enabled}", Assert.Single(Template.Single("AWS::ECS::Cluster").List("ClusterSettings")).ToString());

    [Theory]
    [InlineData("ServiceName", "liberty-social-backend-service")]
    [InlineData("DesiredCount", "2")]
    [InlineData("LaunchType", "FARGATE")]
    [InlineData("NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp", "DISABLED")]
    public void Service_Has(string property, string value) => States(Api.Service, property, value);

    [Fact]
    public void Service_RunsInTheCluster() => Assert.Equal(Template.Single("AWS::ECS::Cluster"), Template.Target(Api.Service.Property("Cluster")));

    [Fact]
    public void Service_RunsTheTaskDefinition() => Assert.Equal(Template.Single("AWS::ECS::TaskDefinition"), Api.Task);

    [Fact]
    public void Service_IsRegisteredToItsTargetGroup()
    {
        States(Api.TargetGroup, "Name", "liberty-social-backend-tg");
        Assert.Equal("8000", Api.Registration["ContainerPort"]?.Text);
        Assert.Equal("liberty-social-backend", Api.Registration["ContainerName"]?.Text);
    }

    [Fact]
    public void Service_Scales()
    {
        var target = Template.Single("AWS::ApplicationAutoScaling::ScalableTarget");
        Assert.Contains(Api.LogicalId, target.Property("ResourceId")!.References());
        States(target, "MinCapacity", "2");
        Assert.Single(Template.OfType("AWS::ApplicationAutoScaling::ScalingPolicy"), policy => policy.Property("ScalingTargetId")?.LogicalId == target.LogicalId);
    }

    [Theory]
    [InlineData("Family", "liberty-social-backend")]
    [InlineData("NetworkMode", "awsvpc")]
    [InlineData("Cpu", "256")]
    [InlineData("Memory", "512")]
    public void TaskDefinition_Has(string property, string value) => States(Api.Task, property, value);

    [Fact]
    public void TaskDefinition_RequiresFargateAlone() => Assert.Equal(["FARGATE"], Texts(Api.Task.Property("RequiresCompatibilities")));

    [Fact]
    public void TaskDefinition_HasBothRoles()
    {
        States(Template[Api.ExecutionRole], "RoleName", "ecsTaskExecutionRole");
        States(Template[Api.TaskRole], "RoleName", "ecsTaskRole");
    }

    [Fact]
    public void Container_HasItsName() => Assert.Equal("liberty-social-backend", Api.Container["Name"]?.Text);

    [Fact]
    public void Container_RunsTheLatestImageOfTheRepository() => Assert.Equal(FargateService.ImageIn(Images, "latest"), Api.Container["Image"]!.ToString());

    [Fact]
    public void Container_MapsItsPort()
    {
        Assert.Equal("8000", Api.Port["ContainerPort"]?.Text);
        Assert.Equal("8000", Api.Port["HostPort"]?.Text);
    }

    [Fact]
    public void Container_IsToldWhereItsStoresAre()
    {
        Assert.Equal(Template.Single("AWS::S3::Bucket").LogicalId, Api.Variables["UPLOADS_BUCKET_NAME"].LogicalId);
        var cache = Template.Single("AWS::ElastiCache::ReplicationGroup").LogicalId;
        Assert.Equal(new Value.Attribute(cache, "PrimaryEndPoint.Address"), Api.Variables["CACHE_HOST"]);
        Assert.Equal(new Value.Attribute(cache, "PrimaryEndPoint.Port"), Api.Variables["CACHE_PORT"]);
    }

    [Fact]
    public void Logs_GoByTheAwslogsDriver() => Assert.Equal("awslogs", Api.Container["LogConfiguration"]?["LogDriver"]?.Text);

    [Fact]
    public void Logs_HaveTheRegion() => Assert.Equal("us-east-1", Api.Logging("awslogs-region")?.Text);

    [Fact]
    public void Logs_HaveTheStreamPrefix() => Assert.Equal("ecs", Api.Logging("awslogs-stream-prefix")?.Text);

    [Theory]
    [InlineData("LogGroupName", "/ecs/liberty-social-backend")]
    [InlineData("RetentionInDays", "30")]
    public void LogGroup_Has(string property, string value) => States(Api.LogGroup, property, value);

    [Theory]
    [InlineData("RepositoryName", "liberty-social-backend")]
    [InlineData("ImageScanningConfiguration.ScanOnPush", "true")]
    public void Repository_Has(string property, string value) => States(Images, property, value);

    [Fact]
    public void Repository_IsEncryptedAsTheDocumentSays()
    {
        // AES256 is what ECR does where a template says nothing.
        Assert.Contains(Images.Text("EncryptionConfiguration.EncryptionType"), new[] { null, "AES256" });
    }

    [Fact]
    public void Alarms_AreTheThreeNamed() => Assert.Equal(
        ["liberty-backend-cpu-high", "liberty-backend-memory-high", "liberty-backend-task-failures"],
        Template.OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Text("AlarmName")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("liberty-backend-cpu-high", "80")]
    [InlineData("liberty-backend-memory-high", "80")]
    [InlineData("liberty-backend-task-failures", "1")]
    public void Alarm_RingsFrom(string name, string threshold)
    {
        States(Alarm(name), "Threshold", threshold);
        States(Alarm(name), "ComparisonOperator", "GreaterThanOrEqualToThreshold");
    }

    [Theory]
    [InlineData("liberty-backend-cpu-high", "CPUUtilization")]
    [InlineData("liberty-backend-memory-high", "MemoryUtilization")]
    public void Alarm_WatchesTheService(string name, string metric)
    {
        States(Alarm(name), "Namespace", "AWS/ECS");
        States(Alarm(name), "MetricName", metric);
        Assert.Equal(OfTheService, Alarm(name).Property("Dimensions")!.ToString());
    }

    [Fact]
    public void TaskFailures_AreTasksThatShouldRunAndDoNot()
    {
        var metrics = Alarm("liberty-backend-task-failures").List("Metrics").ToDictionary(metric => metric["Id"]!.Text!);
        Assert.Equal("desired - running", metrics["failures"]["Expression"]?.Text);
        Assert.Equal("TaskFailures", metrics["failures"]["Label"]?.Text);
        Assert.Equal("DesiredTaskCount", metrics["desired"]["MetricStat"]?["Metric"]?["MetricName"]?.Text);
        Assert.Equal("RunningTaskCount", metrics["running"]["MetricStat"]?["Metric"]?["MetricName"]?.Text);
        Assert.All([metrics["desired"], metrics["running"]], metric => Assert.Equal(OfTheService, metric["MetricStat"]?["Metric"]?["Dimensions"]?.ToString()));
    }

    [Theory]
    [InlineData("liberty-backend-cpu-high")]
    [InlineData("liberty-backend-memory-high")]
    [InlineData("liberty-backend-task-failures")]
    public void Alarm_NotifiesTheTopic(string name) => Assert.Equal(Template.Single("AWS::SNS::Topic"), Template.Target(Assert.Single(Alarm(name).List("AlarmActions"))));

    [Fact]
    public void Topic_LetsAlarmsPublish()
    {
        var topic = Template.Single("AWS::SNS::Topic");
        var policy = Assert.Single(Template.OfType("AWS::SNS::TopicPolicy"), policy => policy.List("Topics").Any(one => one.LogicalId == topic.LogicalId));
        Assert.Contains(policy.List("PolicyDocument.Statement"), statement =>
            statement["Effect"]?.Text == "Allow" && statement["Action"]?.Text == "sns:Publish"
            && statement["Resource"]?.LogicalId == topic.LogicalId && statement["Principal"]?["Service"]?.Text == "cloudwatch.amazonaws.com");
    }

    private string OfTheService => $"[{{Name: ClusterName, Value: ${{{Template.Single("AWS::ECS::Cluster").LogicalId}}}}}, {{Name: ServiceName, Value: ${{{Api.LogicalId}.Name}}}}]";
}
