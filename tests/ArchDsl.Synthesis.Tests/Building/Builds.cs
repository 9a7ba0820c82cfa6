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

    public void Dispose() => _folder.Dispose();

    private async Task<string> Pack()
    {
        var feed = _folder.Folder("feed");
        foreach (var package in new[] { "ArchDsl", "ArchDsl.Rules.Sdk" })
        {
            var project = Repository.File("src", package, $"{package}.csproj");
            (await DotnetCli.Run(Repository.Root, ["pack", project, "--configuration", "Release", "--disable-build-servers", "--output", feed, .. Properties])).Succeeded();
        }

        return feed;
    }
}
