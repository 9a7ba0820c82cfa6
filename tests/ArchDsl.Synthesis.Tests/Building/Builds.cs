using System.Xml.Linq;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Tests that build; one after the other, in a folder of their own.</summary>
[CollectionDefinition(Name)]
public sealed class BuildsCollection : ICollectionFixture<Builds>
{
    public const string Name = "builds";
}

/// <summary>What the building tests share: a folder outside the repository, and the packages in a feed there.</summary>
public sealed class Builds : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _feed;

    public Builds() => _feed = new(Pack);

    /// <summary>A version that nobody's package cache has seen.</summary>
    public string PackageVersion { get; } = $"0.0.0-test.{Guid.NewGuid():n}";

    /// <summary>What every build of this repository's projects is given here, so that each project is compiled once.</summary>
    public string[] Properties => [$"-p:Version={PackageVersion}", "--artifacts-path", _folder.Folder("artifacts")];

    public string Folder(string name) => _folder.Folder(name);

    /// <summary>A folder feed with the packages of this source.</summary>
    public Task<string> Feed => _feed.Value;

    /// <summary>
    /// Writes the settings with which projects in a folder and below it take ArchDsl from the feed, and all else from the machine. The
    /// packages themselves are restored into a folder of these tests; what they depend on comes from the machine's own.
    /// </summary>
    public async Task WriteRestoreSettings(string folder)
    {
        new XDocument(new XElement("configuration",
            new XElement("packageSources",
                new XElement("clear"),
                new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", await Feed)),
                new XElement("add", new XAttribute("key", "nuget.org"), new XAttribute("value", "https://api.nuget.org/v3/index.json"))),
            new XElement("packageSourceMapping",
                new XElement("packageSource", new XAttribute("key", "packed"), new XElement("package", new XAttribute("pattern", "ArchDsl*")), new XElement("package", new XAttribute("pattern", "Acme*"))),
                new XElement("packageSource", new XAttribute("key", "nuget.org"), new XElement("package", new XAttribute("pattern", "*")))))).Save(Path.Combine(folder, "nuget.config"));
        new XDocument(new XElement("Project",
            new XElement("PropertyGroup",
                new XElement("RestorePackagesPath", Folder("packages")),
                new XElement("RestoreFallbackFolders", MachinePackages)))).Save(Path.Combine(folder, "Directory.Build.props"));
    }

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public void Dispose() => _folder.Dispose();

    private async Task<string> Pack()
    {
        var feed = _folder.Folder("feed");
        foreach (var package in new[] { "ArchDsl", "ArchDsl.Rules.Sdk", "ArchDsl.Testing", "ArchDsl.Templates" })
        {
            var project = Repository.File("src", package, $"{package}.csproj");
            (await DotnetCli.Run(Repository.Root, ["pack", project, "--configuration", "Release", "--disable-build-servers", "--output", feed, .. Properties])).Succeeded();
        }

        return feed;
    }
}
