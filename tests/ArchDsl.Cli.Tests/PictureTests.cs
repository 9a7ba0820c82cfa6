using System.Xml.Linq;
using ArchDsl.Cli.Drawing;

namespace ArchDsl.Cli.Tests;

/// <summary>Pictures: what stands where, and what text may do in them.</summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // What Mermaid, HTML, Markdown or XML might read as more than text.
    private const string Hostile = "a\"] --> b; <script>alert(1)</script> `md` #quot; &amp; %%{init: {}}%% ]]> end\n\u0001";

    public static TheoryData<string> Samples => ["Aloka", "EightDigit", "LibertySocial", "MapleQuest", "TwoTier"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nodes_DoNotOverlap(string sample)
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, sample + ".svg");
        Assert.Equal(0, ToolRun.InSample(sample, "diagram", "-o", file).Code);

        XDocument svg = XDocument.Load(file);
        List<Area> shapes = [.. svg.Descendants(Svg + "rect").Where(static r => (string?)r.Attribute("class") == "shape").Select(AreaOf)];

        Assert.NotEmpty(shapes);
        Assert.DoesNotContain(shapes.SelectMany((one, i) => shapes.Take(i).Select(other => Meet(one, other))), static meet => meet);
        Assert.Empty(svg.Descendants().Attributes("href"));
    }

    [Fact]
    public void Mermaid_HighlightsThePathFromTheInternet()
    {
        string text = ToolRun.Succeed("TwoTier", "diagram");

        Assert.StartsWith("flowchart LR\n", text, StringComparison.Ordinal);
        Assert.Contains("internet_Internet -->|\"80\"|", text, StringComparison.Ordinal);
        Assert.Contains("linkStyle 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Theme_IsFixedOrFollowsTheReader()
    {
        Picture picture = ElkLayout.Lay(Small("Api"), ElkEngine.Run);

        Assert.Contains("prefers-color-scheme:dark", SvgWriter.Write(picture, Theme.Auto), StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", SvgWriter.Write(picture, Theme.Dark), StringComparison.Ordinal);
        Assert.Contains("--paper:#0d1117", SvgWriter.Write(picture, Theme.Dark), StringComparison.Ordinal);
        Assert.Contains("--paper:#ffffff", SvgWriter.Write(picture, Theme.Light), StringComparison.Ordinal);
    }

    [Fact]
    public void HostileText_StaysText()
    {
        Diagram diagram = Small(Hostile);

        XDocument svg = XDocument.Parse(SvgWriter.Write(ElkLayout.Lay(diagram, ElkEngine.Run), Theme.Auto));
        string mermaid = MermaidWriter.Write(diagram);

        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.Equal(MermaidWriter.Write(Small("Api")).Count(static c => c == '\n'), mermaid.Count(static c => c == '\n'));
        Assert.DoesNotContain("<script", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("%%", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("`", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("#quot;", mermaid, StringComparison.Ordinal);
    }

    [Fact]
    public void BothEngines_GiveTheSamePicture()
    {
        Diagram diagram = Small("Api");
        if (ElkEngine.RunInNode("""{"id":"root","children":[]}""") is null)
        {
            return;
        }

        Assert.Equal(
            SvgWriter.Write(ElkLayout.Lay(diagram, static graph => ElkEngine.RunInNode(graph)!), Theme.Auto),
            SvgWriter.Write(ElkLayout.Lay(diagram, ElkEngine.RunInProcess), Theme.Auto));
    }

    [Theory]
    [InlineData("short", 100, "short")]
    [InlineData("a name that is far too long for it", 60, "a name th…")]
    public void Text_FitsItsPlace(string text, double width, string expected)
    {
        string fitting = TextSize.Fit(text, width, 11);

        Assert.Equal(expected, fitting);
        Assert.True(TextSize.Width(fitting, 11) <= width);
    }

    private static Diagram Small(string name) => new(
        name,
        [new DiagramBox("region_1", null, BoxKind.Region, null, name, ""), new DiagramBox("network_1", "region_1", BoxKind.Network, name, name, name)],
        [new DiagramNode("internet_1", null, Category.Internet, null, "Internet", ""), new DiagramNode("c_1", "network_1", Category.Compute, name, name, name, Accepted: 2)],
        [new DiagramEdge("e0", "internet_1", "c_1", EdgeKind.Connection, name, true)],
        [name]);

    private static Area AreaOf(XElement rect) => new((double)rect.Attribute("x")!, (double)rect.Attribute("y")!, (double)rect.Attribute("width")!, (double)rect.Attribute("height")!);

    private static bool Meet(Area one, Area other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;
}
