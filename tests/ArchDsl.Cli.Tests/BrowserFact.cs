using Microsoft.Playwright;

namespace ArchDsl.Cli.Tests;

/// <summary>A test that needs Chromium and Node.js; where one is missing it is skipped, and says so.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing = "Chromium is not on the PATH: apt-get install chromium.";

    public BrowserFactAttribute() => Skip = Browser.Program is null ? Missing : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Program is null ? BrowserFactAttribute.Missing : null;
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}

/// <summary>A browser without a window, started by the first test that opens a page.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The path of Chromium, or null.</summary>
    internal static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => new[] { "chromium", "chromium-browser", "google-chrome", "chrome.exe" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a file, and notes whatever goes wrong in it and whatever it asks for.</summary>
    internal async Task<(IPage Page, List<string> Trouble)> OpenAsync(string file, int width = 1280, int height = 800)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        List<string> trouble = [];
        page.Console += (_, message) => trouble.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => trouble.Add(error);
        page.Request += (_, request) => trouble.Add($"asked for {request.Url}");
        string url = new Uri(file).AbsoluteUri;
        await page.GotoAsync(url);
        trouble.Remove($"asked for {url}");
        return (page, trouble);
    }
}
