using System.Text.Json;
using System.Xml.Linq;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl diagram</c>.</summary>
public sealed class DiagramTests
{
    public static TheoryData<string> Samples => ["Aloka", "EightDigit", "LibertySocial", "MapleQuest", "TwoTier"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Mermaid_ShowsEveryComponent(string sample)
    {
        string text = ToolRun.Succeed(sample, "diagram");

        Assert.StartsWith("flowchart", text, StringComparison.Ordinal);
        Assert.All(Components(sample), name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Svg_ShowsEveryComponentAndStandsAlone(string sample)
    {
        XElement svg = XDocument.Parse(ToolRun.Succeed(sample, "diagram", "--format", "svg")).Root!;

        Assert.Equal("svg", svg.Name.LocalName);
        Assert.All(Components(sample), name => Assert.Contains(name, svg.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants(), static e => e.Name.LocalName is "script" or "image" or "foreignObject");
    }

    [Fact]
    public void Form_FollowsTheFile()
    {
        using TemporaryFolder folder = new();
        string svg = Path.Combine(folder.Path, "a.svg");
        string markdown = Path.Combine(folder.Path, "a.md");

        ToolRun.Succeed("TwoTier", "diagram", "-o", svg, "--theme", "dark");
        ToolRun.Succeed("TwoTier", "diagram", "-o", markdown);

        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
        Assert.StartsWith("```mermaid\nflowchart", File.ReadAllText(markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void SameArchitecture_IsDrawnTheSame() =>
        Assert.Equal(ToolRun.Succeed("TwoTier", "diagram", "--format", "svg"), ToolRun.Succeed("TwoTier", "diagram", "--format", "svg"));

    // What the diagram as JSON has, and the explanation of each component knows.
    private static List<string> Components(string sample)
    {
        using JsonDocument diagram = JsonDocument.Parse(ToolRun.Succeed(sample, "diagram", "--json"));
        List<string> names = [.. Manifest.ManifestReader.Read(Assembly(sample)).Single().Stages[0].Components.Select(static c => c.Name)];
        Assert.NotEmpty(names);
        Assert.NotEmpty(diagram.RootElement.EnumerateObject());
        return names;
    }

    private static string Assembly(string sample) =>
        Directory.EnumerateFiles(Path.Combine(Harness.Repository.Root, "samples", sample, "bin"), sample + ".dll", SearchOption.AllDirectories).First();
}
