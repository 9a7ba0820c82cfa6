namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Facts of Liberty Social's document that defaults leave unsaid, and that its template says all the same.</summary>
public class LibertySocialGapsTests() : SampleFacts("LibertySocial")
{
    private FargateService Api => new(Template, Template.Single("AWS::ECS::Service"));

    [Fact]
    public void Repository_StatesItsEncryption() => States(Template.Single("AWS::ECR::Repository"), "EncryptionConfiguration.EncryptionType", "AES256");

    [Fact]
    public void TaskRole_MayOnlyGetSecrets() =>
        Assert.DoesNotContain(Identity.Grants(Api.TaskRole), grant => grant.Action == "secretsmanager:DescribeSecret");

    [Fact]
    public void Policies_HaveTheirNames()
    {
        Assert.Equal(["SecretsManagerAccess"], Template[Api.ExecutionRole].List("Policies").Select(policy => policy["PolicyName"]?.Text).Intersect(["SecretsManagerAccess"]));
        Assert.Equal(["S3Access", "SecretsManagerAccess"], Template[Api.TaskRole].List("Policies").Select(policy => policy["PolicyName"]?.Text).Order(StringComparer.Ordinal));
    }
}
