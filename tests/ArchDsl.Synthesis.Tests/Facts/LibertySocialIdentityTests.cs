using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Liberty Social, who may do what: five secrets, how they reach the task, and its two roles.</summary>
public class LibertySocialIdentityTests() : SampleFacts("LibertySocial")
{
    private const string Get = "secretsmanager:GetSecretValue";
    private const string Describe = "secretsmanager:DescribeSecret";

    private FargateService Api => new(Template, Template.Single("AWS::ECS::Service"));

    private Resource Secret(string name) => Named("AWS::SecretsManager::Secret", "Name", $"liberty-social/{name}");

    private string Uploads => Template.Single("AWS::S3::Bucket").LogicalId;

    private IEnumerable<string> SecretIds => Template.Resources
        .Where(resource => resource.Type is "AWS::SecretsManager::Secret" or "AWS::SecretsManager::SecretTargetAttachment") // both name the secret
        .Select(resource => resource.LogicalId);

    [Fact]
    public void Secrets_AreTheFiveNamed() => Assert.Equal(
        ["liberty-social/AWS_ACCESS_KEY_ID", "liberty-social/AWS_SECRET_ACCESS_KEY", "liberty-social/DB_PASSWORD", "liberty-social/DEFAULT_FROM_EMAIL", "liberty-social/SECRET_KEY"],
        Template.OfType("AWS::SecretsManager::Secret").Select(secret => secret.Text("Name")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("SECRET_KEY")]
    [InlineData("DEFAULT_FROM_EMAIL")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public void Secret_ReachesTheTaskUnderItsName(string name) => Assert.Equal($"${{{Secret(name).LogicalId}}}", Api.Secrets[name].ToString());

    [Theory]
    [InlineData("DB_HOST", "host")]
    [InlineData("DB_PORT", "port")]
    [InlineData("DB_NAME", "dbname")]
    [InlineData("DB_USER", "username")]
    [InlineData("DB_PASSWORD", "password")]
    public void DatabaseSecret_ReachesTheTask(string variable, string key)
    {
        var attachment = Template.Single("AWS::SecretsManager::SecretTargetAttachment");
        Assert.Equal(Secret("DB_PASSWORD"), Template.Target(attachment.Property("SecretId")));
        Assert.Equal("AWS::RDS::DBInstance", Template.Target(attachment.Property("TargetId"))?.Type);
        Assert.Equal($"${{{attachment.LogicalId}}}:{key}::", Api.Secrets[variable].ToString());
    }

    [Fact]
    public void Task_GetsNoOtherSecret() => Assert.Equal(9, Api.Secrets.Count);

    [Fact]
    public void DjangoKey_IsGenerated() => Assert.NotNull(Secret("SECRET_KEY").Property("GenerateSecretString"));

    [Fact]
    public void DatabasePassword_IsGeneratedForTheUser()
    {
        States(Secret("DB_PASSWORD"), "GenerateSecretString.GenerateStringKey", "password");
        States(Secret("DB_PASSWORD"), "GenerateSecretString.SecretStringTemplate", """{"username":"postgres"}""");
    }

    [Fact]
    public void NoSecret_IsInPlainText() => Assert.All(Template.OfType("AWS::SecretsManager::Secret"), secret => Assert.Null(secret.Property("SecretString")));

    [Fact]
    public void Task_HasNoSecretAmongItsVariables() => Assert.Empty(Api.Variables.Keys.Intersect(Api.Secrets.Keys));

    [Theory]
    [InlineData("ecsTaskExecutionRole")]
    [InlineData("ecsTaskRole")]
    public void Role_IsForEcsTasksAlone(string name)
    {
        var statement = Assert.Single(Named("AWS::IAM::Role", "RoleName", name).Property("AssumeRolePolicyDocument")!["Statement"]!.Items);
        Assert.Equal("{Service: ecs-tasks.amazonaws.com}", statement["Principal"]!.ToString());
        Assert.Equal("sts:AssumeRole", statement["Action"]?.Text);
    }

    /// <summary>The six actions of AWS's managed policy, on this image repository and log group instead of on everything.</summary>
    [Fact]
    public void ExecutionRole_PullsAndLogsAndReadsSecretsAlone()
    {
        var repository = Template.Single("AWS::ECR::Repository").LogicalId;
        Assert.Equal(
            [
                $"allow ecr:BatchCheckLayerAvailability on ${{{repository}.Arn}}",
                $"allow ecr:BatchGetImage on ${{{repository}.Arn}}",
                "allow ecr:GetAuthorizationToken on *",
                $"allow ecr:GetDownloadUrlForLayer on ${{{repository}.Arn}}",
                $"allow logs:CreateLogStream on ${{{Api.LogGroup.LogicalId}.Arn}}",
                $"allow logs:PutLogEvents on ${{{Api.LogGroup.LogicalId}.Arn}}",
            ],
            Grants(Api.ExecutionRole, but: [Get, Describe]));
        Assert.Empty(Identity.ForeignPolicies(Api.ExecutionRole));
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Describe)]
    public void ExecutionRole_MayOnEverySecretAlone(string action) => AssertOnEverySecretAlone(Api.ExecutionRole, action);

    [Fact]
    public void TaskRole_GetsEverySecretAlone() => AssertOnEverySecretAlone(Api.TaskRole, Get);

    [Fact]
    public void TaskRole_UsesTheUploadsAlone()
    {
        Assert.Equal(
            [
                $"allow s3:DeleteObject on ${{{Uploads}.Arn}}/*",
                $"allow s3:GetObject on ${{{Uploads}.Arn}}/*",
                $"allow s3:ListBucket on ${{{Uploads}.Arn}}",
                $"allow s3:PutObject on ${{{Uploads}.Arn}}/*",
            ],
            Grants(Api.TaskRole, but: [Get]));
        Assert.Empty(Identity.ForeignPolicies(Api.TaskRole));
    }

    [Fact]
    public void Wildcards_AreForTheRegistrysTokenAlone() => Assert.Equal(
        ["ecr:GetAuthorizationToken"],
        Identity.Roles.SelectMany(role => Identity.Grants(role.LogicalId)).Where(grant => grant.IsForEverything || grant.HasActionWildcard).Select(grant => grant.Action));

    private IEnumerable<string> Grants(string role, string[] but) =>
        Identity.Grants(role).Where(grant => !but.Contains(grant.Action)).Select(grant => grant.ToString()).Order(StringComparer.Ordinal);

    private void AssertOnEverySecretAlone(string role, string action)
    {
        var resources = Identity.Grants(role).Where(grant => grant.Allowed && grant.Covers(action)).Select(grant => Assert.Single(grant.Resource.References())).ToList();
        Assert.Equal(5, resources.Distinct().Count());
        Assert.All(resources, resource => Assert.Contains(resource, SecretIds));
    }
}
