using System.Globalization;
using System.Text.Json;
using ArchDsl.Cli.Drawing;
using ArchDsl.Synthesis.Tests.Running;
using Microsoft.Playwright;

namespace ArchDsl.Cli.Tests;

/// <summary>What Mermaid itself makes of <c>archdsl diagram</c>, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MermaidTests(Browser browser)
{
    // Each of these is a word or a sign of Mermaid, Markdown or HTML in some place.
    private static readonly string[] Hostile =
    [
        "a\"] --> b; c", "<img src=x onerror='window.hit = 1'>", "`md` **bold** _it_", "#quot; &amp; &lt;", "%%{init: {}}%% %% gone", "end", "1. first", "- item", "# title",
        "subgraph x", "click a call b()", "style a fill:red", "[(x)] ((y)) {{z}} >w]", "$$x^2$$", "fa:fa-car", "fab:FA-car", "+ plus", "  - spaced", "12) paren", "a|b|c", "\\n \\ /", "日本 Ünïcode 𝒳", "  spaces   within  ",
    ];

    public static TheoryData<string> Samples => DiagramTests.Samples;

    [MermaidTheory]
    [MemberData(nameof(Samples))]
    public async Task Sample_IsDrawnWhole(string sample)
    {
        using JsonDocument json = JsonDocument.Parse(ToolRun.Succeed(sample, "diagram", "--json"));
        (IPage page, string? refusal) = await DrawAsync(ToolRun.Succeed(sample, "diagram"));

        Assert.Null(refusal);
        JsonElement diagram = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement[0] : json.RootElement;
        Assert.Equal(Titles(diagram, "nodes"), await TitlesAsync(page, ".node"));
        IEnumerable<string> captions = await TitlesAsync(page, ".cluster");
        Assert.All(Titles(diagram, "boxes").Zip(captions), static pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(diagram.GetProperty("boxes").GetArrayLength(), await page.Locator(".cluster").CountAsync());
        Assert.Empty(await CoveredAsync(page));
        Assert.Equal(diagram.GetProperty("edges").GetArrayLength(), await page.Locator("path.flowchart-link").CountAsync());
    }

    [MermaidFact]
    public async Task HostileText_IsShownAsItIs()
    {
        Diagram diagram = new(
            "hostile",
            [new DiagramBox("box_1", null, BoxKind.Network, null, Hostile[0], Hostile[1])],
            [.. Hostile.Select(static (text, i) => new DiagramNode(Id(i), "box_1", Category.Compute, text, text, ""))],
            [.. Hostile.Skip(1).Select(static (text, i) => new DiagramEdge($"e{Id(i)}", Id(i), Id(i + 1), i % 2 == 0 ? EdgeKind.Connection : EdgeKind.Undeclared, text, true))],
            []);

        (IPage page, string? refusal) = await DrawAsync(MermaidWriter.Write(diagram));

        Assert.Null(refusal);
        Assert.Equal(Hostile.Select(Shown).Order(StringComparer.Ordinal), await TitlesAsync(page, ".node"));
        Assert.Equal(
            Hostile.Skip(1).Select(static (text, i) => Shown(i % 2 == 0 ? text : text + ", not declared")).Order(StringComparer.Ordinal),
            (await page.Locator(".edgeLabels .edgeLabel .label").AllTextContentsAsync()).Select(Shown).Order(StringComparer.Ordinal));
        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"));

        static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"n_{i}");
    }

    private async Task<(IPage Page, string? Refusal)> DrawAsync(string diagram)
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, "<!doctype html><meta charset=utf-8><div id=here></div>");
        (IPage page, _) = await browser.OpenAsync(file);
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(await MermaidFactAttribute.Mermaid.Modules(), "mermaid", "dist", "mermaid.min.js") });
        return (page, await page.EvaluateAsync<string?>(
            """
            async text => {
              mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
              try {
                document.getElementById('here').innerHTML = (await mermaid.render('drawn', text)).svg;
                return null;
              } catch (error) {
                return String(error);
              }
            }
            """,
            diagram));
    }

    // The titles of boxes that a node covers.
    private static Task<string[]> CoveredAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const nodes = [...document.querySelectorAll('.node')].map(node => node.getBoundingClientRect());
          return [...document.querySelectorAll('.cluster-label')]
            .filter(label => { const l = label.getBoundingClientRect(); return nodes.some(n => n.left < l.right && l.left < n.right && n.top < l.bottom && l.top < n.bottom); })
            .map(label => label.textContent);
        }
        """);

    private static IEnumerable<string> Titles(JsonElement diagram, string list) =>
        diagram.GetProperty(list).EnumerateArray().Select(static one => Shown(one.GetProperty("title").GetString()!)).Order(StringComparer.Ordinal);

    // The first line of each label.
    private static async Task<IEnumerable<string>> TitlesAsync(IPage page, string selector) =>
        (await page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(e => (e.querySelector('foreignObject p') ?? e.querySelector('foreignObject')).innerHTML.split(/<br ?\\/?>/)[0]).map(html => { const div = document.createElement('div'); div.innerHTML = html; return div.textContent; })", selector))
        .Select(Shown).Order(StringComparer.Ordinal);

    // A label is one line of HTML.
    private static string Shown(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A test that needs Mermaid and a browser; where one is missing it is skipped, and says so.</summary>
internal sealed class MermaidFactAttribute : FactAttribute
{
    /// <summary>Mermaid, from npm.</summary>
    public static readonly NpmFolder Mermaid = new("mermaid", "11.4.1");

    public MermaidFactAttribute() => Skip = Why;

    public static string? Why { get; } = new BrowserFactAttribute().Skip ?? Mermaid.WhyMissing();
}

/// <inheritdoc cref="MermaidFactAttribute"/>
internal sealed class MermaidTheoryAttribute : TheoryAttribute
{
    public MermaidTheoryAttribute() => Skip = MermaidFactAttribute.Why;
}
