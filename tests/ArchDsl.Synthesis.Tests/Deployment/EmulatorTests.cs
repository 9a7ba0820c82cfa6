using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Reading;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Deployment;

/// <summary>The emulator says no where AWS does: else "the stack was created" would mean nothing.</summary>
[Collection(EmulatorCollection.Name)]
public class EmulatorTests(Emulator emulator)
{
    private const string Region = "eu-west-1";

    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task UnknownType_IsNotCreated()
    {
        var stack = await Create(nameof(UnknownType_IsNotCreated), new SmallTemplate().Add("Odd", "AWS::Odd::Thing", "{}").Add("Topic", "AWS::SNS::Topic", "{}"));
        Assert.Contains("Topic", stack.PhysicalIds.Keys);
        Assert.DoesNotContain("Odd", stack.PhysicalIds.Keys);
    }

    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task StatedEgress_ReplacesTheDefault()
    {
        const string Rule = """ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0" """;
        var stack = await Create(nameof(StatedEgress_ReplacesTheDefault), new SmallTemplate()
            .Group("Unsaid")
            .Group("Stated", egress: $"[{{{Rule}}}]")
            .Group("Beside")
            .Add("Rule", "AWS::EC2::SecurityGroupEgress", $$"""{ "GroupId": { "Ref": "Beside" }, {{Rule}} }"""));
        var egress = (await LiveGroups.Read(emulator, stack)).Egress;
        Assert.Equal("all 0.0.0.0/0", egress["Unsaid"]);
        Assert.Equal("tcp 443-443 0.0.0.0/0", egress["Stated"]);
        Assert.Equal("all 0.0.0.0/0 | tcp 443-443 0.0.0.0/0", egress["Beside"]);
    }

    [ToolTheory(Tools.Moto, Tools.AwsCli)]
    [InlineData("""{ "BlockPublicPolicy": false }""", true)]
    [InlineData("""{ "BlockPublicPolicy": true }""", false)]
    [InlineData(null, false)]
    public async Task PublicBucketPolicy_NeedsAnOpenBucket(string? block, bool accepted)
    {
        var template = new SmallTemplate()
            .Add("Bucket", "AWS::S3::Bucket", "{}")
            .Add("Policy", "AWS::S3::BucketPolicy", """
                { "Bucket": { "Ref": "Bucket" }, "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                  { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": { "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "/*"]] } } ] } }
                """);
        if (block is not null)
        {
            template.Set("Bucket", "PublicAccessBlockConfiguration", block);
        }

        var name = $"Policy-{accepted}-{block is null}";
        if (accepted)
        {
            Assert.Contains("Policy", (await Create(name, template)).PhysicalIds.Keys);
        }
        else
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Create(name, template));
            Assert.Contains("AccessDenied", refused.Message, StringComparison.Ordinal);
        }
    }

    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task SecretReference_NeedsItsMember()
    {
        static SmallTemplate Reading(string member) => new SmallTemplate()
            .Add("Secret", "AWS::SecretsManager::Secret", """{ "GenerateSecretString": { "SecretStringTemplate": "{\"username\":\"postgres\"}", "GenerateStringKey": "password" } }""")
            .Add("Parameter", "AWS::SSM::Parameter", $$$"""{ "Name": "{{{member}}}", "Type": "String", "Value": { "Fn::Join": ["", ["{{resolve:secretsmanager:", { "Ref": "Secret" }, ":SecretString:{{{member}}}::}}"]] } }""");

        var stack = await Create("Member", Reading("username"));
        var parameter = await emulator.Aws(Region, "ssm", "get-parameter", "--name", "username");
        Assert.Equal("postgres", parameter["Parameter"]!["Value"]!.GetValue<string>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Create("NoMember", Reading("nothing")));
    }

    private async Task<DeployedStack> Create(string name, SmallTemplate template)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["template.json"], template.Read().Json.ToJsonString());
        return await emulator.Create(name.Replace('_', '-'), Region, folder["template.json"]);
    }
}
