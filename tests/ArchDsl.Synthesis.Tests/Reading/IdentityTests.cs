using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

public class IdentityTests
{
    private const string Trust = """ "AssumeRolePolicyDocument": {} """;

    private static string Document(string effect, string action, string resource) =>
        $$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "{{effect}}", "Action": {{action}}, "Resource": {{resource}} }] }""";

    private static Identity Read(string policies, string beside = "[]") => new(new SmallTemplate()
        .Add("Secret", "AWS::SecretsManager::Secret", "{}")
        .Add("Other", "AWS::SecretsManager::Secret", "{}")
        .Add("Role", "AWS::IAM::Role", $$"""{ {{Trust}}, "Policies": [{ "PolicyName": "inline", "PolicyDocument": {{policies}} }] }""")
        .Add("Policy", "AWS::IAM::Policy", $$"""{ "Roles": {{beside}}, "PolicyDocument": {{Document("Allow", "[\"s3:GetObject\", \"s3:PutObject\"]", "\"*\"")}} }""")
        .Read());

    [Fact]
    public void InlinePolicy_GrantsItsResourceAlone()
    {
        var identity = Read(Document("Allow", "\"secretsmanager:GetSecretValue\"", """{ "Ref": "Secret" }"""));
        Assert.True(identity.Can("Role", "secretsmanager:GetSecretValue", "Secret"));
        Assert.False(identity.Can("Role", "secretsmanager:GetSecretValue", "Other"));
        Assert.False(identity.Can("Role", "secretsmanager:PutSecretValue", "Secret"));
    }

    [Fact]
    public void Wildcards_CoverAndAreSeen()
    {
        var identity = Read(Document("Allow", "\"secretsmanager:Get*\"", "\"*\""));
        Assert.True(identity.Can("Role", "secretsmanager:GetSecretValue", "Other"));
        var grant = Assert.Single(identity.Grants("Role"));
        Assert.True(grant.HasActionWildcard && grant.IsForEverything);
    }

    [Fact]
    public void Deny_Wins() => Assert.False(Read("""
        { "Statement": [
          { "Effect": "Allow", "Action": "*", "Resource": "*" },
          { "Effect": "Deny", "Action": "secretsmanager:*", "Resource": { "Ref": "Secret" } } ] }
        """).Can("Role", "secretsmanager:GetSecretValue", "Secret"));

    [Fact]
    public void PolicyBesideTheRole_Counts()
    {
        var document = Document("Allow", "\"logs:PutLogEvents\"", "\"*\"");
        Assert.Equal(3, Read(document, """[{ "Ref": "Role" }]""").Grants("Role").Count);
        Assert.Single(Read(document).Grants("Role"));
    }

    [Fact]
    public void Everyone_IsFoundInABucketPolicy()
    {
        var policy = Template.Parse("""
            { "Resources": { "Policy": { "Type": "AWS::S3::BucketPolicy", "Properties": { "PolicyDocument": { "Statement": [
              { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },
              { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*" } ] } } } } }
            """)["Policy"];
        Assert.Equal(["allow s3:GetObject on arn:aws:s3:::b/*"], Identity.GrantsToEveryone(policy.Property("PolicyDocument")!).Select(grant => grant.ToString()));
    }
}
