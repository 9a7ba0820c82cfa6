using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>The generated constructor takes the program of the stage that it is given.</summary>
public sealed class StageProgramsTests
{
    [Fact]
    public void ValueThatDiffers_IsChosenByTheStage()
    {
        string text = Text("""
            [Architecture("shop"), Stage("dev"), Stage("prod")]
            public partial class Shop
            {
                [S3, S3(Versioned = false, Stage = "prod")]
                public partial class Images;
            }
            """);

        Assert.Contains("this(scope, id, global::ArchDsl.Runtime.Stages.Select(scope, stage, \"dev\", \"prod\"), props, null)", text, StringComparison.Ordinal);
        Assert.Contains("StackDefaults.Apply(props, \"shop-prod\", ", Constructor(text), StringComparison.Ordinal);
        Assert.Contains("switch (Root.StageName) { case \"dev\": default: Define_dev(); break; case \"prod\": Define_prod(); break; }", Flat(text), StringComparison.Ordinal);
        Assert.Contains("Versioned = true,", Method(text, "Define_dev"), StringComparison.Ordinal);
        Assert.Contains("Versioned = false,", Method(text, "Define_prod"), StringComparison.Ordinal);
    }

    [Fact]
    public void ComponentOfOneStage_IsMadeInItAlone()
    {
        string text = Text("""
            [Vpc, PublicSubnet, Stage("dev"), Stage("test"), Stage("prod")]
            public partial class Shop
            {
                [S3(Stage = "prod")]
                public partial class Archive;

                [Fargate(Image = "i"), Uses<Archive>(Stage = "prod")]
                public partial class Api;
            }
            """);

        // In the stages without it the class is a folder: its method does nothing there.
        Assert.Contains("switch (stage) { case \"dev\": case \"test\": default: node_Api.Define(); break; case \"prod\": node_Archive.Define(); node_Api.Define(); break; }", Flat(text), StringComparison.Ordinal);
        Assert.Contains("case \"prod\": Define_prod(); break;", Flat(Class(text, "Archive")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bucket", Method(Class(text, "Archive"), "Define_dev"), StringComparison.Ordinal);
        Assert.Contains("new global::Amazon.CDK.AWS.S3.Bucket(", Method(Class(text, "Archive"), "Define_prod"), StringComparison.Ordinal);
        Assert.DoesNotContain("ARCHIVE_BUCKET_NAME", Method(Class(text, "Api"), "Define_dev"), StringComparison.Ordinal);
        Assert.Contains("ARCHIVE_BUCKET_NAME", Method(Class(text, "Api"), "Define_prod"), StringComparison.Ordinal);
    }

    private static string Text(string source) => Verify.VerifyGenerator(TestProgram.Of(source)).Text;

    private static string Constructor(string text) => text.Split('\n').First(static line => line.Contains(": base(scope, id, ", StringComparison.Ordinal));

    private static string Class(string text, string name) => text[text.IndexOf($"partial class {name} :", StringComparison.Ordinal)..];

    // From the head of a method to the line with its closing brace.
    private static string Method(string text, string name)
    {
        string[] lines = text.Split('\n');
        int head = Array.FindIndex(lines, line => line.EndsWith($" void {name}()", StringComparison.Ordinal));
        string end = lines[head][..^lines[head].TrimStart().Length] + "}";
        return string.Join('\n', lines[head..(Array.IndexOf(lines, end, head) + 1)]);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
