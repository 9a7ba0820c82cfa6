using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Aloka in its stage prod: the document's architecture, with what a database of production needs.</summary>
public class AlokaStagesTests() : SampleFacts("Aloka", "prod")
{
    private Resource Database => Template.Single("AWS::RDS::DBInstance");

    [Fact]
    public void Region_StaysTheDocuments() => Assert.Equal("us-east-1", Region);

    [Fact]
    public async Task LogicalIds_AreThoseOfDev()
    {
        var dev = (await Samples.Get("Aloka")).Template;
        Assert.Equal(dev.Resources.Select(resource => resource.ToString()), Template.Resources.Select(resource => resource.ToString()));
        Assert.Equal(dev.Outputs.Keys, Template.Outputs.Keys);
    }

    [Fact]
    public async Task Stages_DifferInTheseAlone()
    {
        var dev = (await Samples.Get("Aloka")).Template;
        Assert.Equal(
            [
                "AWS::RDS::DBInstance BackupRetentionPeriod", "AWS::RDS::DBInstance DeletionPolicy", "AWS::RDS::DBInstance DeletionProtection",
                "AWS::RDS::DBInstance MultiAZ", "AWS::RDS::DBInstance UpdateReplacePolicy", "AWS::S3::Bucket BucketName",
            ],
            Template.Resources.SelectMany(resource => Differences(dev[resource.LogicalId], resource)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tag_NamesTheStageEverywhere()
    {
        var tags = Template.Resources.SelectMany(resource => resource.List("Tags")).Where(tag => tag["Key"]?.Text == "environment").Select(tag => tag["Value"]?.Text).ToList();
        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.Equal("prod", tag));
    }

    [Theory]
    [InlineData("MultiAZ", "true")]
    [InlineData("BackupRetentionPeriod", "30")]
    [InlineData("DeletionProtection", "true")]
    [InlineData("Engine", "postgres")]
    [InlineData("EngineVersion", "15.4")]
    [InlineData("DBInstanceClass", "db.t3.micro")]
    [InlineData("AllocatedStorage", "20")]
    [InlineData("DBName", "alokadb")]
    [InlineData("PubliclyAccessible", "false")]
    public void Database_Has(string property, string value) => States(Database, property, value);

    [Fact]
    public void Database_LeavesASnapshot()
    {
        Assert.Equal("Snapshot", Database.DeletionPolicy);
        Assert.Equal("Snapshot", Database.UpdateReplacePolicy);
    }

    [Fact]
    public void State_HasItsOwnName() => States(Template.Single("AWS::S3::Bucket"), "BucketName", "aloka-terraform-state-prod");

    [Fact]
    public async Task UnknownStage_IsNotSynthesised()
    {
        using var folder = new TemporaryFolder();
        var finished = await Samples.Run(Repository.SampleProgram("Aloka"), folder.Path, new Dictionary<string, string?> { ["CDK_CONTEXT_JSON"] = """{"stage":"prodd"}""" });
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains("prodd", finished.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Differences(Resource one, Resource other)
    {
        foreach (var property in one.Properties.Members.Keys.Union(other.Properties.Members.Keys).Where(property => property != "Tags"))
        {
            if (one.Property(property)?.ToString() != other.Property(property)?.ToString())
            {
                yield return $"{one.Type} {property}";
            }
        }

        if (one.DeletionPolicy != other.DeletionPolicy)
        {
            yield return $"{one.Type} DeletionPolicy";
        }

        if (one.UpdateReplacePolicy != other.UpdateReplacePolicy)
        {
            yield return $"{one.Type} UpdateReplacePolicy";
        }
    }
}
