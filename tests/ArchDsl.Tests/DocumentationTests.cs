using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests;

/// <summary>What the guide and the samples' pages show is what there is.</summary>
public sealed class DocumentationTests
{
    /// <summary>The samples that have a page.</summary>
    public static TheoryData<string> Samples => [.. TestProgram.Samples.Where(static name => File.Exists(Path.Combine(Repository.Root, "samples", name, "README.md")))];

    [Theory]
    [InlineData("docs/language.md", 3)]
    [InlineData("docs/stages.md", 1)]
    [InlineData("docs/cost.md", 1)]
    [InlineData("docs/from-cdk.md", 2)]
    [InlineData("docs/from-terraform.md", 1)]
    public async Task Programs_CompileAndBreakNoRule(string path, int count)
    {
        DocumentationPage page = DocumentationPage.Of(path.Split('/'));
        List<string> programs = [.. page.Blocks("csharp").Select(static block => block.Text).Where(static text => text.StartsWith("using ", StringComparison.Ordinal))];

        Assert.Equal(count, programs.Count);
        foreach (string program in programs)
        {
            (IReadOnlyList<Diagnostic> architecture, IReadOnlyList<Diagnostic> errors) = await page.Check(program);
            Assert.Empty(architecture);
            Assert.Empty(errors);
        }
    }

    /// <summary>The programs of the tutorial, in the order in which a reader meets them: what starts it, one that is right, one that is not, one with stages.</summary>
    [Fact]
    public async Task Tutorial_SaysWhatHappens()
    {
        DocumentationPage page = DocumentationPage.Of("docs", "tutorial.md");
        string[] programs = [.. page.Blocks("csharp").Select(static block => block.Text)];

        Assert.Equal(4, programs.Length);
        foreach (string program in new[] { programs[1], programs[3] })
        {
            (IReadOnlyList<Diagnostic> architecture, IReadOnlyList<Diagnostic> errors) = await page.Check(program);
            Assert.Empty(architecture);
            Assert.Empty(errors);
        }

        Diagnostic broken = Assert.Single((await page.Check(programs[2])).Architecture);
        Assert.Equal(page.Blocks("text").First().Text.TrimEnd(), $"error {broken.Id}: {broken.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        Report report = CdkProgramBuilder.Build(TestProgram.Declare(programs[1]))!.Stages[0].Report;
        Assert.Contains(page.Blocks("text").ElementAt(1).Text.Trim().Split('\n')[^1].Trim(), report.Proven);
    }

    /// <summary>The first program on the page of a sample is an excerpt from it.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void SamplePage_QuotesTheSample(string name)
    {
        string[] source = Lines(File.ReadAllText(Path.Combine(Repository.Root, "samples", name, name + ".cs")));
        string[] excerpt = Lines(PageOf(name).Blocks("csharp").First().Text);

        Assert.True(IsIn(source, excerpt), "The excerpt does not stand in the sample.");
    }

    /// <summary>The output on the page of a sample is what the compiler established, below a line that synthesis knows.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void SamplePage_ShowsTheSummary(string name)
    {
        Report report = CdkProgramBuilder.Build(TestProgram.Declare(TestProgram.OfSample(name)))!.Stages[0].Report;
        string[] shown = [.. PageOf(name).Blocks("text").Select(static block => block.Text.Split('\n')).Single(static lines => lines.Contains("  Built"))];

        Assert.Matches($@"^{report.Name}: [0-9]+ resources in cdk\.out/{name}\.template\.json$", shown[0]);
        Assert.Equal(
            [.. List("Built", report.Built), .. List("Proven", report.Proven), .. List("Accepted", report.Accepted), .. List("Not proven", report.Unproven), ""],
            shown.Skip(1));

        static IEnumerable<string> List(string title, EquatableArray<string> entries) =>
            entries.Count == 0 ? [] : ["", "  " + title, .. entries.Select(static entry => "    " + entry)];
    }

    /// <summary>The page about rules of one's own shows the rules of its sample.</summary>
    [Fact]
    public void OrgRulesPage_QuotesTheSample()
    {
        List<string[]> sources = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "OrgRules", "Acme.ArchRules"), "*.cs").Select(static file => Lines(File.ReadAllText(file)))];
        List<string[]> excerpts = [.. DocumentationPage.Of("samples", "OrgRules", "README.md").Blocks("csharp").Select(static block => Lines(block.Text))];

        Assert.Equal(2, excerpts.Count);
        Assert.All(excerpts, excerpt => Assert.Contains(sources, source => IsIn(source, excerpt)));
    }

    private static DocumentationPage PageOf(string sample) => DocumentationPage.Of("samples", sample, "README.md");

    private static bool IsIn(string[] source, string[] excerpt) =>
        Enumerable.Range(0, source.Length).Any(i => source.Skip(i).Take(excerpt.Length).SequenceEqual(excerpt));

    // Excerpts are indented less than the source.
    private static string[] Lines(string text) => [.. text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];
}
