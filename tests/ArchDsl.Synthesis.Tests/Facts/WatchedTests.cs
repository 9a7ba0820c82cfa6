using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Deployment;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Logs of requests, an encrypted topic and a protected instance, as <c>tests/Variants/Watched.cs</c> declares them.</summary>
public class WatchedTests : IAsyncLifetime
{
    private const string BalancerLogs = "logdelivery.elasticloadbalancing.amazonaws.com";
    private const string BucketLogs = "logging.s3.amazonaws.com";

    private Synthesized synthesized = null!;

    private Template Template => synthesized.Template;

    public async Task InitializeAsync() => synthesized = await Variants.Get("Watched");

    public Task DisposeAsync() => Task.CompletedTask;

    [ToolFact(Tools.CfnLint)]
    public async Task Template_HasNoFindings() => Assert.Empty(await CfnLint.Check(synthesized.TemplatePath, "eu-west-1"));

    [Fact]
    public void LoadBalancers_LogIntoTheBucket()
    {
        Assert.Equal("true", Attribute("EdgeLoadBalancer", "access_logs.s3.enabled")?.Text);
        Assert.Equal(Bucket("Logs").LogicalId, Attribute("EdgeLoadBalancer", "access_logs.s3.bucket")?.LogicalId);
        Assert.Equal("Edge/LoadBalancer", Attribute("EdgeLoadBalancer", "access_logs.s3.prefix")?.Text);
        Assert.Equal(Bucket("Logs").LogicalId, Attribute("EdgeOther", "access_logs.s3.bucket")?.LogicalId);
        Assert.Null(Attribute("EdgeOther", "access_logs.s3.prefix"));
    }

    /// <summary>Elastic Load Balancing refuses a bucket that it may not write to yet.</summary>
    [Fact]
    public void LoadBalancers_WaitForThePolicy() => Assert.All(
        Template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer"),
        balancer => Assert.Contains(Policy("Logs").LogicalId, balancer.DependsOn));

    [Fact]
    public void LoadBalancers_MayWriteToTheirFoldersAlone()
    {
        var logs = Bucket("Logs").LogicalId;
        Assert.Equal(
            [$"${{{logs}.Arn}}/AWSLogs/${{AWS::AccountId}}/*", $"${{{logs}.Arn}}/Edge/LoadBalancer/AWSLogs/${{AWS::AccountId}}/*"],
            Statements("Logs", BalancerLogs).Select(statement => statement["Resource"]!.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Invoices", "Logs", "Invoices/")]
    [InlineData("Photos", "Logs", "the/photos/")]
    [InlineData("Logs", "LogsOfLogs", "")]
    public void Bucket_LogsIntoTheOther(string source, string target, string folder)
    {
        Assert.Equal(Bucket(target).LogicalId, Bucket(source).Property("LoggingConfiguration.DestinationBucketName")?.LogicalId);
        Assert.Equal(folder, Bucket(source).Text("LoggingConfiguration.LogFilePrefix") ?? "");
        var statement = Assert.Single(Statements(target, BucketLogs), one => one["Condition"]!["ArnLike"]!["aws:SourceArn"]!.LogicalId == Bucket(source).LogicalId);
        Assert.Equal("s3:PutObject", statement["Action"]?.Text);
        Assert.Equal($"${{{Bucket(target).LogicalId}.Arn}}/{folder}*", statement["Resource"]!.ToString());
        Assert.Equal(new Value.Pseudo("AWS::AccountId"), statement["Condition"]!["StringEquals"]!["aws:SourceAccount"]);
    }

    [Fact]
    public void OtherBuckets_AdmitNoService() => Assert.All(["Invoices", "Photos"], bucket => Assert.Empty(Statements(bucket, BalancerLogs).Concat(Statements(bucket, BucketLogs))));

    [Fact]
    public void Versions_AreKeptButForLogs()
    {
        Assert.Equal("Enabled", Bucket("Invoices").Text("VersioningConfiguration.Status"));
        Assert.Null(Bucket("Logs").Property("VersioningConfiguration"));
    }

    [Fact]
    public void Topic_HasAKeyThatItsAlarmsAndUsersMayUse()
    {
        var key = Template.Single("AWS::KMS::Key");
        Assert.Equal(key.LogicalId, Template.Single("AWS::SNS::Topic").Property("KmsMasterKeyId")?.LogicalId);
        Assert.Equal("true", key.Text("EnableKeyRotation"));
        var forAlarms = Assert.Single(key.List("KeyPolicy.Statement"), statement => statement["Principal"]?["Service"]?.Text == "cloudwatch.amazonaws.com");
        Assert.Equal(["kms:Decrypt", "kms:GenerateDataKey"], forAlarms["Action"]!.Items.Select(action => action.Text));

        Identity identity = new(Template);
        var role = Assert.Single(identity.Roles, role => role.LogicalId.StartsWith("EdgeApiTaskRole", StringComparison.Ordinal));
        Assert.Equal(
            [$"allow kms:Decrypt on ${{{key.LogicalId}.Arn}}", $"allow kms:GenerateDataKey on ${{{key.LogicalId}.Arn}}"],
            identity.Grants(role.LogicalId).Where(grant => grant.Action.StartsWith("kms:", StringComparison.Ordinal)).Select(grant => grant.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Instance_IsMeasuredAndProtected()
    {
        var instance = Template.Single("AWS::EC2::Instance");
        Assert.Equal(("true", "true"), (instance.Text("Monitoring"), instance.Text("DisableApiTermination")));
        Assert.Equal("2", Template.Single("AWS::EC2::LaunchTemplate").Text("LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit"));
    }

    private Value? Attribute(string balancer, string key) =>
        Assert.Single(Template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer"), one => one.LogicalId.StartsWith(balancer, StringComparison.Ordinal))
            .List("LoadBalancerAttributes").SingleOrDefault(attribute => attribute["Key"]?.Text == key)?["Value"];

    private Resource Bucket(string name) => Assert.Single(Template.OfType("AWS::S3::Bucket"), bucket => bucket.LogicalId.StartsWith(name + "Bucket", StringComparison.Ordinal));

    private Resource Policy(string bucket) => Assert.Single(Template.OfType("AWS::S3::BucketPolicy"), policy => policy.Property("Bucket")?.LogicalId == Bucket(bucket).LogicalId);

    private IEnumerable<Value> Statements(string bucket, string service) =>
        Policy(bucket).List("PolicyDocument.Statement").Where(statement => statement["Principal"]?["Service"]?.Text == service);
}

/// <summary>The same, made in the emulator.</summary>
[Collection(EmulatorCollection.Name)]
public class WatchedDeploymentTests(Emulator emulator)
{
    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task Stack_IsCreatedInFull()
    {
        var stack = await emulator.Create("Watched", "eu-west-1", (await Variants.Get("Watched")).TemplatePath);
        Assert.Equal("CREATE_COMPLETE", stack.Status);
        Assert.Equal(stack.Template.Resources.Select(resource => resource.LogicalId).Order(StringComparer.Ordinal), stack.PhysicalIds.Keys.Order(StringComparer.Ordinal));
    }
}
