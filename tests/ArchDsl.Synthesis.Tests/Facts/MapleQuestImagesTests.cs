using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>The bucket of Maple Quest: everyone may read its objects, and no more.</summary>
public class MapleQuestImagesTests() : SampleFacts("MapleQuest")
{
    private Resource Images => Template.Single("AWS::S3::Bucket");

    [Fact]
    public void Name_HasAccountAndRegion() =>
        Assert.Contains(Images.Property("BucketName")!.ToString(), new[] { "maple-quest-images-${AWS::AccountId}-${AWS::Region}", "maple-quest-images-${AWS::AccountId}-us-west-2" });

    [Fact]
    public void Cors_IsAsDeclared()
    {
        var rule = Assert.Single(Images.List("CorsConfiguration.CorsRules"));
        Assert.Equal(["*"], rule["AllowedOrigins"]!.Items.Select(item => item.Text));
        Assert.Equal(["GET", "PUT"], rule["AllowedMethods"]!.Items.Select(item => item.Text));
        Assert.Equal(["*"], rule["AllowedHeaders"]!.Items.Select(item => item.Text));
    }

    [Fact]
    public void Everyone_ReadsObjectsAlone()
    {
        var grants = Template.OfType("AWS::S3::BucketPolicy")
            .Where(policy => policy.Property("Bucket")?.LogicalId == Images.LogicalId)
            .SelectMany(policy => Identity.GrantsToEveryone(policy.Property("PolicyDocument")!));
        Assert.Equal(
            [$"allow s3:GetObject on ${{{Images.LogicalId}.Arn}}/*"],
            grants.Where(grant => grant.Allowed).Select(grant => grant.ToString()));
    }

    /// <summary>A new bucket refuses public policies until told otherwise; access lists stay blocked.</summary>
    [Fact]
    public void PublicAccessBlock_LetsThePolicyThroughAlone()
    {
        States(Images, "PublicAccessBlockConfiguration.BlockPublicPolicy", "false");
        States(Images, "PublicAccessBlockConfiguration.RestrictPublicBuckets", "false");
        States(Images, "PublicAccessBlockConfiguration.BlockPublicAcls", "true");
        States(Images, "PublicAccessBlockConfiguration.IgnorePublicAcls", "true");
    }

    [Fact]
    public void Bucket_IsEncryptedAndKept()
    {
        Assert.NotEmpty(Images.List("BucketEncryption.ServerSideEncryptionConfiguration"));
        Assert.Equal("Retain", Images.DeletionPolicy);
        Assert.Equal("Retain", Images.UpdateReplacePolicy);
    }
}
