using ArchDsl.Harness;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

public sealed class HooksTests
{
    private const string Images = """
        using Amazon.CDK.AWS.S3;

        [Architecture("hooks")]
        public partial class Shop
        {
            [S3]
            public partial class Images
            {
                HERE
            }
        }
        """;

    private const string NotProven = "Images has a hook: what it does is not analysed.";
    private const string Proven = "No public access to Images.";

    [Fact]
    public void WithoutHook_TheNodeIsProven()
    {
        string text = Verified(Images.Replace("HERE", "public int Other() => 1;", StringComparison.Ordinal));

        Assert.Contains(Proven, text, StringComparison.Ordinal);
        Assert.DoesNotContain(NotProven, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial void Configure(BucketProps props) => props.Versioned = true;")]
    [InlineData("partial void Created(Bucket construct) => construct.AddLifecycleRule(new LifecycleRule { Enabled = true });")]
    [InlineData("partial void Configure(BucketProps props) { } partial void Created(Bucket construct) { }")]
    public void Hook_MarksTheNodeUnproven(string hook) => IsUnproven(Verified(Images.Replace("HERE", hook, StringComparison.Ordinal)));

    [Fact]
    public void HookInAnotherFile_MarksTheNodeUnproven() => IsUnproven(Verified(
        Images.Replace("HERE", "", StringComparison.Ordinal),
        "partial class Shop { partial class Images { partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } } }"));

    [Fact]
    public void HookOfTheRoot_MarksEverythingUnproven()
    {
        string text = Verified("""
            [Vpc]
            [PrivateSubnet]
            [Rds]
            public partial class Orders
            {
                partial void Configure(Amazon.CDK.AWS.RDS.DatabaseInstanceProps props) => props.PubliclyAccessible = true;
            }
            """);

        Assert.Contains("Orders has a hook", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No path from the internet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void HookOfAnotherNode_QualifiesTheProof()
    {
        string text = Verified(Images.Replace("HERE", "", StringComparison.Ordinal)
            + "partial class Shop { [Secret] public partial class Key { partial void Created(Amazon.CDK.AWS.SecretsManager.Secret construct) { } } }");

        Assert.Contains("No public access to Images, unless a hook opens one.", text, StringComparison.Ordinal);
        Assert.Contains("Key has a hook", text, StringComparison.Ordinal);
    }

    /// <summary>A hook is called around the construct: with its properties before, with itself after.</summary>
    [Fact]
    public void Hooks_StandAroundTheConstruct()
    {
        string[] lines = [.. Verified(Images.Replace("HERE", "", StringComparison.Ordinal)).Split('\n').Select(static line => line.Trim())];

        int made = Array.FindIndex(lines, static line => line.StartsWith("Bucket = new", StringComparison.Ordinal));
        Assert.Equal("Configure(bucketProps);", lines[made - 1]);
        Assert.Equal("Created(Bucket);", lines[made + 1]);
        Assert.EndsWith(", bucketProps);", lines[made], StringComparison.Ordinal);
    }

    private static void IsUnproven(string text)
    {
        Assert.Contains(NotProven, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Proven, text, StringComparison.Ordinal);
    }

    private static string Verified(params string[] sources) => Verify.VerifyGenerator(TestProgram.Of(sources)).Text;
}
