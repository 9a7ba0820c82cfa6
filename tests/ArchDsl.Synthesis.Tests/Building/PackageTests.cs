using System.IO.Compression;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>The packed package in an empty console project: what a user gets.</summary>
[Collection(BuildsCollection.Name)]
public class PackageTests(Builds builds)
{
    [Fact]
    public async Task Package_HoldsWhatItPromises()
    {
        Assert.True(File.Exists(Path.Combine(await builds.Feed, $"ArchDsl.{builds.PackageVersion}.snupkg")));
        using var package = await Open("ArchDsl");
        Assert.Equal(
            [
                "ArchDsl.nuspec",
                "README.md",
                "[Content_Types].xml",
                "analyzers/dotnet/cs/ArchDsl.Analyzers.dll",
                "analyzers/dotnet/cs/ArchDsl.Generators.dll",
                "analyzers/dotnet/cs/ArchDsl.Model.dll",
                "analyzers/dotnet/cs/ArchDsl.Reader.dll",
                "analyzers/dotnet/roslyn4.14/cs/ArchDsl.CodeFixes.dll",
                "build/ArchDsl.baseline.globalconfig",
                "build/ArchDsl.foundational.globalconfig",
                "build/ArchDsl.props",
                "build/ArchDsl.strict.globalconfig",
                "build/ArchDsl.targets",
                "buildTransitive/ArchDsl.baseline.globalconfig",
                "buildTransitive/ArchDsl.foundational.globalconfig",
                "buildTransitive/ArchDsl.props",
                "buildTransitive/ArchDsl.strict.globalconfig",
                "buildTransitive/ArchDsl.targets",
                "icon.png",
                "lib/net8.0/ArchDsl.Model.dll",
                "lib/net8.0/ArchDsl.Model.xml",
                "lib/net8.0/ArchDsl.dll",
                "lib/net8.0/ArchDsl.xml",
            ],
            Entries(package));

        using var nuspec = new StreamReader(package.GetEntry("ArchDsl.nuspec")!.Open());
        var manifest = await nuspec.ReadToEndAsync();
        Assert.Contains("<license type=\"expression\">Apache-2.0</license>", manifest, StringComparison.Ordinal);
        Assert.Contains("id=\"Amazon.CDK.Lib\" version=\"[2.160.0, 3.0.0)\"", manifest, StringComparison.Ordinal);
    }

    /// <summary>What a team compiles its own rules against.</summary>
    [Fact]
    public async Task RulesSdk_HoldsWhatItPromises()
    {
        using var package = await Open("ArchDsl.Rules.Sdk");
        Assert.Equal(
            [
                "ArchDsl.Rules.Sdk.nuspec",
                "README.md",
                "[Content_Types].xml",
                "build/ArchDsl.Rules.Sdk.props",
                "build/ArchDsl.Rules.Sdk.targets",
                "icon.png",
                "lib/netstandard2.0/ArchDsl.Analyzers.dll",
                "lib/netstandard2.0/ArchDsl.Analyzers.xml",
                "lib/netstandard2.0/ArchDsl.Model.dll",
                "lib/netstandard2.0/ArchDsl.Model.xml",
                "lib/netstandard2.0/ArchDsl.Reader.dll",
                "lib/netstandard2.0/ArchDsl.Reader.xml",
            ],
            Entries(package));

        using var nuspec = new StreamReader(package.GetEntry("ArchDsl.Rules.Sdk.nuspec")!.Open());
        Assert.Contains("id=\"Microsoft.CodeAnalysis.CSharp\" version=\"4.8.0\"", await nuspec.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>What tests of architectures are written with.</summary>
    [Fact]
    public async Task Testing_HoldsWhatItPromises()
    {
        using var package = await Open("ArchDsl.Testing");
        Assert.Equal(
            [
                "ArchDsl.Testing.nuspec",
                "[Content_Types].xml",
                "icon.png",
                "lib/net8.0/ArchDsl.Manifest.dll",
                "lib/net8.0/ArchDsl.Manifest.xml",
                "lib/net8.0/ArchDsl.Testing.dll",
                "lib/net8.0/ArchDsl.Testing.xml",
                "testing.md",
            ],
            Entries(package));

        using var nuspec = new StreamReader(package.GetEntry("ArchDsl.Testing.nuspec")!.Open());
        Assert.Contains($"id=\"ArchDsl\" version=\"{builds.PackageVersion}\"", await nuspec.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private async Task<ZipArchive> Open(string package) => ZipFile.OpenRead(Path.Combine(await builds.Feed, $"{package}.{builds.PackageVersion}.nupkg"));

    private static IEnumerable<string> Entries(ZipArchive package) => package.Entries.Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [Fact]
    public async Task MapleQuest_BuildsAndSynthesisesTheSameTemplate()
    {
        var consumer = (await Consumer.Create(builds, "Recommended")).With("MapleQuest");
        var build = (await consumer.Build()).Succeeded();
        Assert.Empty(Diagnostic.Read(build.Output));

        var synthesized = await consumer.Synthesize();
        var sample = await Samples.Get("MapleQuest");
        Assert.Equal(await File.ReadAllBytesAsync(sample.TemplatePath), await File.ReadAllBytesAsync(synthesized.TemplatePath));
    }

    /// <summary>With every analyzer of the SDK on and each warning an error, the form of the language is no fault, in a program or in a library.</summary>
    [Theory]
    [InlineData("Exe")]
    [InlineData("Library")]
    public async Task Form_TripsNoAnalyzer(string output)
    {
        var consumer = (await Consumer.Create(builds, "Strict" + output)).With("MapleQuest").With("Aloka");
        if (output == "Library")
        {
            consumer.Write("Program.cs", "");
        }

        consumer.Write("Names.cs", Names);
        (await consumer.Build($"-p:OutputType={output}", "-p:AnalysisLevel=latest-all", "-p:AnalysisMode=All", "-p:TreatWarningsAsErrors=true", "-p:GenerateDocumentationFile=true")).Succeeded();

        // A name of the same kind on any other class is still told.
        consumer.Write("Names.cs", Names + "\n\n/// <summary>A queue.</summary>\npublic sealed class PlainQueue;\n");
        Assert.Contains(await consumer.Diagnose($"-p:OutputType={output}", "-p:AnalysisLevel=latest-all", "-p:AnalysisMode=All"), static diagnostic => diagnostic.Id == "CA1711");
    }

    private const string Names = """
        using Amazon.CDK.AWS.SNS;
        using ArchDsl;

        namespace Names;

        [Architecture("names")]
        public partial class Shop
        {
            public partial class Internal
            {
                [Topic(Encrypted = true)]
                public partial class OrderQueue;

                [Topic(Encrypted = true)]
                internal partial class Error;

                [Topic(Encrypted = true)]
                public partial class System
                {
                    partial void Configure(TopicProps props) => props.DisplayName = "System";
                }
            }
        }
        """;

    [Fact]
    public async Task MapleQuestCurrent_GetsTheError() => ExpectedErrors.Assert(await (await Consumer.Create(builds, "Current")).With("MapleQuest.Current").Build());

    /// <summary>The order of members in the source is nothing that CloudFormation would notice.</summary>
    [Fact]
    public async Task ReorderedMembers_KeepTheirLogicalIds()
    {
        var consumer = (await Consumer.Create(builds, "Reordered")).With("MapleQuest", Members.Reversed);
        (await consumer.Build()).Succeeded();
        var reordered = await consumer.Synthesize();
        var sample = await Samples.Get("MapleQuest");
        Assert.Equal(
            sample.Template.Resources.Select(resource => resource.ToString()).Order(StringComparer.Ordinal),
            reordered.Template.Resources.Select(resource => resource.ToString()).Order(StringComparer.Ordinal));
    }
}
