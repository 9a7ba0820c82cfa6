using System.Text.Json;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Verification;

/// <summary><c>archdsl verify</c>: what was compiled, held against what was synthesised.</summary>
public sealed class VerifyTests
{
    // The table stands in docs/cli.md.
    private const int Same = 0;
    private const int PathOpened = 2;
    private const int NoInput = 4;

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task Sample_IsWhatWasCompiled(string sample) => AssertEqual(await Run(await Samples.Get(sample), sample));

    [Fact]
    public async Task OtherStage_IsKnownByTheNameOfItsStack() => AssertEqual(await Run(await Samples.Get("Aloka", "prod"), "Aloka"), "(prod)");

    [Theory]
    [InlineData("DualStack")]
    [InlineData("Watched")]
    public async Task Variant_IsWhatWasCompiled(string variant) => AssertEqual(await Run(await Running.Variants.Get(variant), "Variants", "--architecture", variant));

    [Fact]
    public async Task HookThatOpensAPort_IsFound()
    {
        var (code, output) = await Run(await Running.Variants.Get("Hooked"), "Variants", "--architecture", "Hooked");

        Assert.Equal(PathOpened, code);
        Assert.Contains("Edge.Worker can connect to Data.Database:5432; compiled, it could not. (Hooked.cs:", output, StringComparison.Ordinal);
        Assert.Contains("Data.Database admits 10.0.0.0/16 on 5432; the source does not say so.", output, StringComparison.Ordinal);
        Assert.Contains("(AWS::EC2::Instance) is in the template and not in the architecture.", output, StringComparison.Ordinal);
        Assert.Contains("which is not in the architecture, can connect to Data.Database:5432.", output, StringComparison.Ordinal);
        Assert.Contains("Classes with hooks: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_AsJson()
    {
        var (code, output) = await Run(await Running.Variants.Get("Hooked"), "Variants", "--architecture", "Hooked", "--json");

        Assert.Equal(PathOpened, code);
        using var stacks = JsonDocument.Parse(output);
        var difference = stacks.RootElement[0].GetProperty("differences")[0];
        Assert.Equal("Reach", difference.GetProperty("kind").GetString());
        Assert.True(difference.GetProperty("opensData").GetBoolean());
    }

    /// <summary>What an aspect or an escape hatch may do to any resource.</summary>
    [Theory]
    [InlineData("\"PubliclyAccessible\": false", "\"PubliclyAccessible\": true", "Database has a public address; the source does not say so.")]
    [InlineData("\"FromPort\": 8000", "\"FromPort\": 7000", "on 7000-8000; the source does not say so.")]
    [InlineData("\"s3:GetObject\"", "\"s3:*\"", "may s3:*")]
    public async Task ChangedTemplate_IsFound(string text, string replacement, string message)
    {
        var sample = await Samples.Get("LibertySocial");
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(sample.TemplatePath)!))
        {
            var content = await File.ReadAllTextAsync(file);
            Assert.True(file != sample.TemplatePath || content.Contains(text, StringComparison.Ordinal), text);
            await File.WriteAllTextAsync(Path.Combine(folder.Path, Path.GetFileName(file)), content.Replace(text, replacement, StringComparison.Ordinal));
        }

        var (code, output) = await Run(folder.Path, "LibertySocial");

        Assert.NotEqual(Same, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputOfAnotherArchitecture_IsNoProof()
    {
        var (code, output) = await Run(await Samples.Get("Orders"), "LibertySocial");

        Assert.Equal(NoInput, code);
        Assert.Contains("No stack of Samples.LibertySocial.LibertySocial", output, StringComparison.Ordinal);
    }

    private static void AssertEqual((int Code, string Output) run, string stage = "")
    {
        Assert.True(run.Code == Same, run.Output);
        Assert.Contains($"{stage}: what was compiled is what will be deployed.", run.Output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> Run(Synthesized one, string program, params string[] options) => Run(Path.GetDirectoryName(one.TemplatePath)!, program, options);

    private static async Task<(int Code, string Output)> Run(string folder, string program, params string[] options)
    {
        var run = await Command.Run(Command.Dotnet, [Repository.SampleProgram("archdsl"), "verify", folder, "-p", Repository.SampleProgram(program), .. options]);
        return (run.ExitCode, run.Output + run.Error);
    }
}
