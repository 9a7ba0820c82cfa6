using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>What the task of Maple Quest learns from Secrets Manager, and who may read it there.</summary>
public class MapleQuestSecretsTests() : SampleFacts("MapleQuest")
{
    private const string Read = "secretsmanager:GetSecretValue";

    private Resource Task => Template.Single("AWS::ECS::TaskDefinition");

    private string TaskRole => Task.Property("TaskRoleArn")!.LogicalId!;

    private string ExecutionRole => Task.Property("ExecutionRoleArn")!.LogicalId!;

    private Dictionary<string, Value> Injected => Assert.Single(Task.List("ContainerDefinitions"))["Secrets"]!.Items
        .ToDictionary(secret => secret["Name"]!.Text!, secret => secret["ValueFrom"]!);

    private Resource DjangoKey => Template.OfType("AWS::SecretsManager::Secret").Single(secret => secret.Text("Name") == "maple-quest/django-secret-key");

    private Resource DatabaseSecret => Template.OfType("AWS::SecretsManager::Secret").Single(secret => secret != DjangoKey);

    [Fact]
    public void Task_GetsTheseSecretsAlone() =>
        Assert.Equal(["DB_HOST", "DB_NAME", "DB_PASSWORD", "DB_PORT", "DB_USER", "SECRET_KEY"], Injected.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("DB_HOST", "host")]
    [InlineData("DB_PORT", "port")]
    [InlineData("DB_NAME", "dbname")]
    [InlineData("DB_USER", "username")]
    [InlineData("DB_PASSWORD", "password")]
    public void DatabaseVariable_ComesFromTheGeneratedSecret(string variable, string key)
    {
        var from = Injected[variable];
        var source = Assert.Single(from.References());
        Assert.Equal($"${{{source}}}:{key}::", from.ToString());
        var attachment = Template.Single("AWS::SecretsManager::SecretTargetAttachment");
        Assert.Contains(source, new[] { attachment.LogicalId, DatabaseSecret.LogicalId });
    }

    [Fact]
    public void Attachment_TiesTheSecretToTheDatabase()
    {
        var attachment = Template.Single("AWS::SecretsManager::SecretTargetAttachment");
        Assert.Equal("AWS::RDS::DBInstance", attachment.Text("TargetType"));
        Assert.Equal(DatabaseSecret, Template.Target(attachment.Property("SecretId")));
        Assert.Equal("AWS::RDS::DBInstance", Template.Target(attachment.Property("TargetId"))?.Type);
    }

    [Fact]
    public void DjangoKey_IsGeneratedAndInjected()
    {
        Assert.NotNull(DjangoKey.Property("GenerateSecretString"));
        Assert.Equal(DjangoKey.LogicalId, Injected["SECRET_KEY"].LogicalId);
    }

    [Fact]
    public void ExecutionRole_ReadsBoth()
    {
        foreach (var (variable, from) in Injected)
        {
            Assert.True(from.References().Any(source => Identity.Can(ExecutionRole, Read, source) || Identity.Can(ExecutionRole, Read, DatabaseSecret.LogicalId)), variable);
        }

        Assert.True(Identity.Can(ExecutionRole, Read, DjangoKey.LogicalId));
    }

    [Fact]
    public void NobodyElse_ReadsAny()
    {
        var others = Identity.Roles.Select(role => role.LogicalId).Where(role => role != ExecutionRole);
        Assert.DoesNotContain(others.SelectMany(Identity.Grants), grant => grant.Allowed && grant.Covers(Read));
    }

    [Fact]
    public void TaskRole_ReadsAndWritesTheImagesAlone()
    {
        var images = Template.Single("AWS::S3::Bucket").LogicalId;
        Assert.True(Identity.Can(TaskRole, "s3:GetObject", images));
        Assert.True(Identity.Can(TaskRole, "s3:PutObject", images));
        Assert.False(Identity.Can(TaskRole, "s3:DeleteObject", images));
        Assert.False(Identity.Can(TaskRole, "s3:PutBucketPolicy", images));
        Assert.All(Identity.Grants(TaskRole), grant => Assert.Equal([images], grant.Resource.References()));
        Assert.Empty(Identity.ForeignPolicies(TaskRole));
    }

    [Fact]
    public void Roles_AreForEcsTasksAlone() => Assert.All([TaskRole, ExecutionRole], role =>
        Assert.Equal("ecs-tasks.amazonaws.com", Assert.Single(Template[role].Property("AssumeRolePolicyDocument")!["Statement"]!.Items)["Principal"]!["Service"]?.Text));
}
