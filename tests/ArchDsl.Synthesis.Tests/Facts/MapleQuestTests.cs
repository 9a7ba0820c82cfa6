using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Maple Quest: Internet -> load balancer -> Fargate task -> database, images in a bucket.</summary>
public class MapleQuestTests() : SampleFacts("MapleQuest")
{
    private Resource LoadBalancer => Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer");

    private Resource Api => Template.Single("AWS::ECS::Service");

    private Resource Task => Template.Single("AWS::ECS::TaskDefinition");

    private Value Container => Assert.Single(Task.List("ContainerDefinitions"));

    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    [Fact]
    public void Region_IsTheDeclaredOne() => Assert.Equal("us-west-2", Region);

    [Fact]
    public void Network_HasTwoZonesAndNoNatGateway()
    {
        Assert.Equal(4, Reach.Network.Subnets.Count);
        Assert.Equal(2, Reach.Network.Subnets.Select(subnet => subnet.Zone).Distinct().Count());
        Assert.Empty(Template.OfType("AWS::EC2::NatGateway"));
        Assert.Empty(Template.OfType("AWS::EC2::EIP"));
        Assert.Single(Template.OfType("AWS::EC2::InternetGateway"));
    }

    [Fact]
    public void Request_TravelsFromTheInternetToTheDatabase()
    {
        Assert.NotNull(Reach.InternetPathTo(LoadBalancer.LogicalId, 80));
        Assert.Equal([$"{LoadBalancer.LogicalId}:80", $"{Api.LogicalId}:8000"], Reach.ForwardedInternetPathTo(Api.LogicalId, 8000)?.TakeLast(2));
        Assert.Equal(Answer.Yes, Reach.CanConnect(LoadBalancer.LogicalId, Api.LogicalId, 8000));
        Assert.Equal(Answer.Yes, Reach.CanConnect(Api.LogicalId, Database.LogicalId, 5432));
    }

    [Fact]
    public void Reach_IsTheDeclaredOneAlone()
    {
        Assert.Null(Reach.InternetPathTo(Api.LogicalId, 8000));
        Assert.Equal([LoadBalancer.LogicalId], Reach.Connectors(Api.LogicalId, 8000));
        Assert.Equal([Api.LogicalId], Reach.Connectors(Database.LogicalId, 5432));
        Assert.Empty(Reach.Connectors(LoadBalancer.LogicalId, 80));
        Assert.All(Reach.Hosts, host => Assert.Empty(Reach.Connectors(host.LogicalId, 22)));
    }

    [Fact]
    public void LoadBalancer_IsInternetFacingOnPort80()
    {
        States(LoadBalancer, "Scheme", "internet-facing");
        var listener = Template.Single("AWS::ElasticLoadBalancingV2::Listener");
        States(listener, "Port", "80");
        States(listener, "Protocol", "HTTP");
        var targets = Template.Single("AWS::ElasticLoadBalancingV2::TargetGroup");
        States(targets, "Port", "8000");
        States(targets, "TargetType", "ip");
        States(targets, "HealthCheckPath", "/health/");
    }

    [Fact]
    public void LoadBalancer_CoversTheZonesOfItsTargets() => Assert.Equal(
        Reach[Api.LogicalId].Subnets.Select(subnet => subnet.Zone).Order(),
        Reach[LoadBalancer.LogicalId].Subnets.Select(subnet => subnet.Zone).Order());

    [Fact]
    public void Service_WaitsForItsListenerAndTheSecret()
    {
        var before = Template.MadeBefore(Api.LogicalId);
        Assert.Contains(Template.Single("AWS::ElasticLoadBalancingV2::Listener").LogicalId, before);
        Assert.Contains(Template.Single("AWS::SecretsManager::SecretTargetAttachment").LogicalId, before);
    }

    [Fact]
    public void Task_IsOfTheDeclaredSize()
    {
        States(Task, "Cpu", "512");
        States(Task, "Memory", "1024");
        States(Api, "DesiredCount", "1");
        Assert.Equal("public.ecr.aws/docker/library/python:3.12", Container["Image"]?.Text);
        Assert.Equal("8000", Assert.Single(Container["PortMappings"]!.Items)["ContainerPort"]?.Text);
    }

    [Fact]
    public void Task_CanPullItsImage() => Assert.NotNull(Reach.PathToInternet(Api.LogicalId, 443));

    [Fact]
    public void Service_Scales()
    {
        var target = Template.Single("AWS::ApplicationAutoScaling::ScalableTarget");
        States(target, "MinCapacity", "1");
        States(target, "MaxCapacity", "4");
        Assert.Contains(Api.LogicalId, target.Property("ResourceId")!.References());
        var policy = Template.Single("AWS::ApplicationAutoScaling::ScalingPolicy");
        States(policy, "TargetTrackingScalingPolicyConfiguration.TargetValue", "70");
        States(policy, "TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType", "ECSServiceAverageCPUUtilization");
    }

    [Fact]
    public void Logs_GoToTheDeclaredGroup()
    {
        var logging = Container["LogConfiguration"]!;
        Assert.Equal("awslogs", logging["LogDriver"]?.Text);
        var group = Template.Target(logging["Options"]?["awslogs-group"])!;
        Assert.Equal("AWS::Logs::LogGroup", group.Type);
        States(group, "LogGroupName", "/ecs/maple-quest-new");
        States(group, "RetentionInDays", "7");
    }

    [Fact]
    public void Environment_IsTheDeclaredOne()
    {
        var variables = Container["Environment"]!.Items.ToDictionary(variable => variable["Name"]!.Text!, variable => variable["Value"]!);
        Assert.Equal(["ALLOWED_HOSTS", "AWS_REGION", "DEBUG", "S3_BUCKET_NAME"], variables.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("False", variables["DEBUG"].Text);
        Assert.Equal("*", variables["ALLOWED_HOSTS"].Text);
        Assert.Equal("us-west-2", variables["AWS_REGION"].Text);
        Assert.Equal(Template.Single("AWS::S3::Bucket").LogicalId, variables["S3_BUCKET_NAME"].LogicalId);
    }

    [Fact]
    public void Database_IsAsDeclared()
    {
        States(Database, "DBInstanceIdentifier", "maple-quest-db");
        States(Database, "Engine", "postgres");
        States(Database, "EngineVersion", "15");
        States(Database, "DBInstanceClass", "db.t4g.micro");
        States(Database, "DBName", "maplequest");
        States(Database, "PubliclyAccessible", "false");
        States(Database, "StorageEncrypted", "true");
        Assert.Equal(5432, Reach[Database.LogicalId].Port);
    }

    [Fact]
    public void Database_IsKept()
    {
        States(Database, "DeletionProtection", "true");
        Assert.Equal("Snapshot", Database.DeletionPolicy);
        Assert.Equal("Snapshot", Database.UpdateReplacePolicy);
    }

    [Fact]
    public void Database_StandsApartFromThePublicSubnets() => Assert.Empty(RangesOf(Database).Intersect(RangesOf(Api)));
}
