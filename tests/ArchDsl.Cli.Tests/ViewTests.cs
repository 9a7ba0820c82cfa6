using System.Text.Json;
using System.Text.RegularExpressions;
using ArchDsl.Manifest;
using ArchDsl.Model;
using Microsoft.Playwright;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl view</c>, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ViewTests(Browser browser)
{
    private const string Hostile = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'> ${window.hit = 1} \\u2028";

    [Fact]
    public void Page_StandsAlone()
    {
        using TemporaryFolder folder = new();
        string page = Write(folder, "MapleQuest");

        Assert.StartsWith("<!doctype html>\n", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
        Assert.Equal(page, Write(folder, "MapleQuest"));
    }

    [Fact]
    public void Json_HoldsWhatThePageKnows()
    {
        using JsonDocument json = JsonDocument.Parse(ToolRun.Succeed("Aloka", "view", "--json"));

        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.NotEqual(0, json.RootElement[0].GetProperty("reach").GetProperty("steps").GetArrayLength());
    }

    [BrowserFact]
    public async Task Keyboard_ReachesEverything()
    {
        (IPage page, List<string> trouble) = await OpenAsync("MapleQuest");
        ILocator facts = page.Locator("#facts");
        ILocator title = facts.Locator("h2");
        Assert.Equal("maple-quest", await title.TextContentAsync());

        // From the canvas Tab goes to the first component.
        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        string focused = await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')");
        await page.Keyboard.PressAsync("Enter");
        Assert.StartsWith((await title.TextContentAsync())!, focused, StringComparison.Ordinal);
        Assert.NotEqual("maple-quest", await title.TextContentAsync());

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("postgres");
        Assert.Equal("1 found", await page.Locator("#live").TextContentAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Database", await title.TextContentAsync());
        string text = (await facts.TextContentAsync())!;
        Assert.All(["MapleQuest.cs:52", "Internet -> LoadBalancer:80 -> Api:8000 -> Database:5432", "Public.Api on 5432", "from Public.Api, 5432", "Username = postgres", "$14.38", "ARCH2007"], fact => Assert.Contains(fact, text, StringComparison.Ordinal));

        await page.Locator("#source").SelectOptionAsync("Internet");
        List<string> ways = [.. await facts.Locator("ol li").AllTextContentsAsync()];
        Assert.Contains("Internet → LoadBalancer (80) → Api (8000) → Database (5432)", ways);
        Assert.Contains("Internet → Images (read)", ways);
        Assert.True(await page.Locator(".edge.hop").CountAsync() >= 4);

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("maple-quest", await title.TextContentAsync());
        Assert.Equal(0, await page.Locator(".hop, .dim, .reached").CountAsync());

        await page.Locator("#canvas").FocusAsync();
        await page.Keyboard.PressAsync("0");
        double[] before = await ViewBoxAsync(page);
        await page.Keyboard.PressAsync("+");
        double[] closer = await ViewBoxAsync(page);
        Assert.True(closer[2] < before[2]);
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True((await ViewBoxAsync(page))[0] > closer[0]);
        await page.Keyboard.PressAsync("0");
        Assert.Equal(before, await ViewBoxAsync(page));
        Assert.Empty(trouble);
    }

    [BrowserFact]
    public async Task Mouse_PansZoomsAndSelects()
    {
        (IPage page, List<string> trouble) = await OpenAsync("TwoTier");
        double[] before = await ViewBoxAsync(page);
        await page.Mouse.MoveAsync(300, 700);
        await page.Mouse.WheelAsync(0, -200);
        await page.WaitForFunctionAsync($"document.querySelector('svg.picture').viewBox.baseVal.width < {before[2].ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        double[] closer = await ViewBoxAsync(page);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(340, 640, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        double[] moved = await ViewBoxAsync(page);
        Assert.True(moved[0] < closer[0] && moved[1] > closer[1]);

        await page.Locator("#fit").ClickAsync();
        await page.Locator(".node", new PageLocatorOptions { HasText = "FrontendAlb" }).ClickAsync();
        Assert.Equal("FrontendAlb", await page.Locator("#facts h2").TextContentAsync());
        await page.Locator("#facts button").ClickAsync();
        Assert.Equal("From FrontendAlb", await page.Locator("#facts h2").TextContentAsync());
        Assert.Contains("FrontendAlb → Frontend (3000) → BackendAlb (8080) → Backend (8080)", await page.Locator("#facts ol li").AllTextContentsAsync());
        Assert.Empty(trouble);
    }

    [BrowserFact]
    public async Task Stages_AreSwitched()
    {
        (IPage page, List<string> trouble) = await OpenAsync("Aloka", 390, 844);
        Assert.Equal(1, await page.Locator("svg.picture:visible").CountAsync());
        string first = (await page.Locator("#name").TextContentAsync())!;

        await page.Locator("#stages").SelectOptionAsync("1");

        Assert.NotEqual(first, await page.Locator("#name").TextContentAsync());
        Assert.Contains("stage prod", await page.Locator("#name").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("svg.picture:visible").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(trouble);
    }

    /// <summary>The page takes the ways that tests of an architecture take: out to the internet and back in, and no further than a redirect.</summary>
    [BrowserTheory]
    [InlineData("HttpListener(443)", "Worker → Internet → LoadBalancer (443)|Worker → Internet → Images (read)|Worker → Internet → LoadBalancer (443) → Api (80)")]
    [InlineData("HttpListener(80), HttpListener(443, RedirectToHttps = true)", "Worker → Internet → LoadBalancer (443)|Worker → Internet → Images (read)")]
    public async Task Ways_AreThoseOfTheAnalysis(string listeners, string ways)
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", $$"""
            [Architecture("shop")]
            public partial class Shop
            {
                [S3(PublicRead = true)] public partial class Images;
                [Vpc, PublicSubnet] public partial class Edge
                {
                    [Alb, {{listeners}}, RoutesTo<Api>] public partial class LoadBalancer;
                    [Fargate(Image = "i")] public partial class Api;
                }
                [Vpc] public partial class App
                {
                    [PublicSubnet] public partial class Gateways;
                    [PrivateSubnet, Fargate(Image = "i")] public partial class Worker;
                }
            }
            """);
        string file = Path.Combine(folder.Path, "shop.html");
        Assert.Equal(0, ToolRun.In(folder.Path, "view", "-p", assembly, "-o", file).Code);

        (IPage page, List<string> trouble) = await browser.OpenAsync(file);
        await page.Locator(".node", new PageLocatorOptions { HasText = "Worker" }).ClickAsync();
        await page.Locator("#facts button").ClickAsync();

        Assert.Equal(ways.Split('|').Order(StringComparer.Ordinal), (await page.Locator("#facts ol li").AllTextContentsAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(trouble);
    }

    /// <summary>
    /// On a telephone, upright and on its side, the picture keeps its place beside the facts, however long names and facts are. To look at
    /// it, name a folder for the screenshots in ARCHDSL_SCREENSHOTS.
    /// </summary>
    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(390, 640)]
    [InlineData(844, 390)]
    [InlineData(320, 568)]
    public async Task NarrowScreen_ShowsPictureAndFacts(int width, int height)
    {
        using TemporaryFolder folder = new();
        string name = string.Concat(Enumerable.Repeat("Long", 30));
        string tags = string.Concat(Enumerable.Range(0, 40).Select(static i => $", Env(\"NAME_{i}\", \"value\")"));
        string assembly = BuiltSource.Write(folder, "Long", $"[Architecture(\"{name}\"), Stage(\"development-of-the-team-in-the-north\"), Stage(\"prod\"), Vpc, PublicSubnet] public partial class Shop {{ [Fargate(Image = \"i\"), Ingress(Cidr.Internet, 80), Uses<Files>{tags}] public partial class {name}; [S3] public partial class Files; }}");
        string file = Path.Combine(folder.Path, "long.html");
        Assert.Equal(0, ToolRun.In(folder.Path, "view", "-p", assembly, "-o", file).Code);

        (IPage page, List<string> trouble) = await browser.OpenAsync(file, width, height);
        await page.Locator("#search").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        if (Environment.GetEnvironmentVariable("ARCHDSL_SCREENSHOTS") is { } pictures)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"{width}x{height}.png") });
        }

        LocatorBoundingBoxResult canvas = (await page.Locator("#canvas").BoundingBoxAsync())!;
        LocatorBoundingBoxResult facts = (await page.Locator("#facts").BoundingBoxAsync())!;
        LocatorBoundingBoxResult node = (await page.Locator(".node.selected").BoundingBoxAsync())!;
        Assert.Contains("NAME_39 = value", await page.Locator("#facts").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(canvas.Width * canvas.Height > 0.3 * width * height, $"The picture has {canvas.Width} x {canvas.Height} of {width} x {height}.");
        Assert.True(facts.Width * facts.Height > 0.15 * width * height, $"The facts have {facts.Width} x {facts.Height} of {width} x {height}.");
        Assert.True(facts.Y >= canvas.Y + canvas.Height || facts.X >= canvas.X + canvas.Width, "The facts cover the picture.");
        Assert.True(facts.Y + facts.Height <= height && facts.X + facts.Width <= width, "The facts leave the screen.");
        Assert.True(node.X + node.Width / 2 > canvas.X && node.X + node.Width / 2 < canvas.X + canvas.Width && node.Y + node.Height / 2 > canvas.Y && node.Y + node.Height / 2 < canvas.Y + canvas.Height, "What is selected is not seen.");
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('header *')].every(one => one.getBoundingClientRect().right <= innerWidth)"));
        Assert.Empty(trouble);
    }

    [BrowserFact]
    public async Task HostileText_StaysText()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Shop", $"[Vpc, PublicSubnet] public partial class Shop {{ [Fargate(Image = \"i\"), Env(\"A\", \"{Hostile}\"), AcceptRisk(\"ARCH4012\", Reason = \"{Hostile}\")] public partial class Api; }}");
        string file = Path.Combine(folder.Path, "shop.html");
        Assert.Equal(0, ToolRun.In(folder.Path, "view", "-p", assembly, "-o", file).Code);

        (IPage page, List<string> trouble) = await browser.OpenAsync(file);
        await page.Locator(".node", new PageLocatorOptions { HasText = "Api" }).ClickAsync();

        Assert.Contains("</script><script>window.hit = 1</script>", await page.Locator("#facts").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"));
        Assert.Equal(2, await page.Locator("script").CountAsync());
        Assert.Equal(0, await page.Locator("#facts img").CountAsync());
        Assert.Empty(trouble);
    }

    /// <summary>
    /// A listener that redirects passes nothing on, a way may leave for the internet and come back in, a role permits but what is its own:
    /// the page shows the very paths that a test of the architecture takes, from every source.
    /// </summary>
    [BrowserFact]
    public async Task Paths_AreThoseOfTheTests()
    {
        using TemporaryFolder folder = new();
        string assembly = BuiltSource.Write(folder, "Two", """
            [Architecture("two")]
            public partial class Two
            {
                [Certificate("example.com")] public partial class Tls;
                [S3(PublicRead = true)] public partial class Images;
                [S3] public partial class Files;
                [Secret] public partial class Key;
                [Vpc, PublicSubnet] public partial class Edge
                {
                    [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
                    [Alb, HttpListener, HttpListener(8443, RedirectToHttps = true), Ingress("203.0.113.0/24", 8443), RoutesTo<Old>] public partial class Redirecting;
                    [Fargate(Image = "i", Port = 8000), Uses<Store>, Uses<Files>, InjectSecret<Key>("KEY")] public partial class Api;
                    [Fargate(Image = "i"), Uses<Api>] public partial class Old;
                    [Rds] public partial class Store;
                }
                [Vpc] public partial class App
                {
                    [PublicSubnet] public partial class Gateways;
                    [PrivateSubnet] public partial class Inside
                    {
                        [Ec2("t3.micro"), Egress("203.0.113.0/24", 80)] public partial class Worker;
                        [Fargate(Image = "i"), Uses<Worker>] public partial class Starter;
                        [Fargate(Image = "i"), Ingress("10.0.0.0/8", 80)] public partial class Open;
                    }
                }
            }
            """);
        string file = Path.Combine(folder.Path, "two.html");
        Assert.Equal(0, ToolRun.In(folder.Path, "view", "-p", assembly, "-o", file).Code);
        ManifestStage stage = ManifestReader.Read(assembly).Single().Stages.Single();
        ReachGraph graph = new(stage);

        (IPage page, List<string> trouble) = await browser.OpenAsync(file);
        int compared = 0;
        foreach (string? from in stage.Components.Select(static c => c.Path).Prepend(null!))
        {
            List<string> expected = [.. stage.Components
                .Select(to => graph.Find(from is null ? null : [from], new HashSet<string> { to.Path }, new ReachQuery(new HashSet<string>())))
                .OfType<IReadOnlyList<ManifestHop>>()
                .Select(path => string.Join(" → ", path.SelectMany(static hop => hop.Outside == true ? ["Internet", Name(hop.To)] : new[] { Name(hop.To) }).Prepend(from is null ? "Internet" : Name(from))))
                .Order(StringComparer.Ordinal)];
            List<string> shown = [];
            if (await page.Locator("#source option", new PageLocatorOptions { HasTextRegex = new Regex($"^{(from is null ? "Internet" : Name(from))}$") }).CountAsync() > 0)
            {
                await page.Locator("#source").SelectOptionAsync(new SelectOptionValue { Label = from is null ? "Internet" : Name(from) });
                shown.AddRange((await page.Locator("#facts ol li").AllTextContentsAsync()).Select(static way => Regex.Replace(way, @" \([^)]*\)", "")));
            }

            Assert.Equal(expected, shown.Order(StringComparer.Ordinal));
            compared += expected.Count;
        }

        Assert.True(compared > 20, $"Only {compared} paths were compared.");
        await page.Locator("#source").SelectOptionAsync("Starter");
        Assert.Contains("Starter → Internet → Lb (443) → Api (8000) → Store (5432)", await page.Locator("#facts ol li").AllTextContentsAsync());
        await page.Locator("#source").SelectOptionAsync("Internet");
        Assert.Contains("Internet → Images (read)", await page.Locator("#facts ol li").AllTextContentsAsync());
        Assert.Empty(trouble);

        static string Name(string path) => path[(path.LastIndexOf('.') + 1)..];
    }

    /// <summary>Rules for ranges open a million pairs of a thousand components: what the page knows grows with the components and rules.</summary>
    [Fact]
    public void Page_DoesNotGrowWithThePairs()
    {
        using TemporaryFolder folder = new();
        string Services(int count) => string.Concat(Enumerable.Range(0, count).Select(static i => $"[Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/8\", 80), Egress(\"10.0.0.0/8\", 80)] public partial class Host{i}; "));
        int Size(int count)
        {
            string assembly = BuiltSource.Write(folder, "Large" + count, $"[Vpc(\"10.0.0.0/16\")] public partial class Large {{ [PublicSubnet] public partial class Edge {{ {Services(count)} }} }}");
            using JsonDocument json = JsonDocument.Parse(ToolRun.In(folder.Path, "view", "--json", "-p", assembly).Output);
            return json.RootElement.GetRawText().Length;
        }

        Assert.InRange(Size(1_000), 1, 12 * Size(100));
        string text = ToolRun.In(folder.Path, "view", "--json", "-p", Path.Combine(folder.Path, "Large100.dll")).Output;
        Assert.Contains("and 75 more", text, StringComparison.Ordinal);
    }

    /// <summary>As many components as an architecture has before it is taken apart.</summary>
    [BrowserFact]
    public async Task SixtyComponents_AreShown()
    {
        using TemporaryFolder folder = new();
        string services = string.Concat(Enumerable.Range(0, 29).Select(static i => $"[Fargate(Image = \"i\"), Uses<Data.Store{i}>] public partial class Service{i}; "));
        string stores = string.Concat(Enumerable.Range(0, 29).Select(static i => $"[Rds] public partial class Store{i}; "));
        string assembly = BuiltSource.Write(folder, "Large", $"[Vpc(\"10.0.0.0/16\")] public partial class Large {{ [PublicSubnet] public partial class Edge {{ [Alb, HttpListener, RoutesTo<Service0>] public partial class Lb; {services} }} [IsolatedSubnet] public partial class Data {{ {stores} }} [S3] public partial class Files; }}");
        string file = Path.Combine(folder.Path, "large.html");
        Assert.Equal(0, ToolRun.In(folder.Path, "view", "-p", assembly, "-o", file).Code);

        (IPage page, List<string> trouble) = await browser.OpenAsync(file);
        await page.Locator("#source").SelectOptionAsync("Internet");

        Assert.True(await page.Locator("svg.picture .node").CountAsync() > 60);
        Assert.Contains("Internet → Lb (80) → Service0 (80) → Store0 (5432)", await page.Locator("#facts ol li").AllTextContentsAsync());

        // What is found is brought to the middle, large enough to read.
        await page.Locator("#search").FillAsync("Store28");
        await page.Keyboard.PressAsync("Enter");
        LocatorBoundingBoxResult found = (await page.Locator(".node.selected").BoundingBoxAsync())!;
        LocatorBoundingBoxResult canvas = (await page.Locator("#canvas").BoundingBoxAsync())!;
        Assert.Equal("Store28", await page.Locator("#facts h2").TextContentAsync());
        Assert.InRange(found.Width, 120, 260);
        Assert.InRange(found.X + found.Width / 2, canvas.X + canvas.Width / 2 - 30, canvas.X + canvas.Width / 2 + 30);
        Assert.Empty(trouble);
    }

    private async Task<(IPage Page, List<string> Trouble)> OpenAsync(string sample, int width = 1280, int height = 800)
    {
        using TemporaryFolder folder = new();
        Write(folder, sample);
        return await browser.OpenAsync(Path.Combine(folder.Path, "view.html"), width, height);
    }

    private static string Write(TemporaryFolder folder, string sample)
    {
        string file = Path.Combine(folder.Path, "view.html");
        ToolRun.Succeed(sample, "view", "-o", file);
        return File.ReadAllText(file);
    }

    private static Task<double[]> ViewBoxAsync(IPage page) =>
        page.EvaluateAsync<double[]>("document.querySelector('svg.picture:not([hidden])').getAttribute('viewBox').split(' ').map(Number)");
}
