using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Whoever rebuilds a commit gets the package that was published.</summary>
[Collection(BuildsCollection.Name)]
public class ReproducibilityTests(Builds builds)
{
    [Fact]
    public async Task PacksFromTwoFolders_AreTheSameBytes()
    {
        var one = await Pack("one");
        var other = await Pack(Path.Combine("another", "deeper"));

        Assert.Equal([".nupkg", ".snupkg"], one.Keys.Select(file => Path.GetExtension(file)).Order(StringComparer.Ordinal));
        Assert.All(one, package => Assert.True(package.Value.AsSpan().SequenceEqual(other[package.Key]), package.Key));
    }

    private async Task<Dictionary<string, byte[]>> Pack(string name)
    {
        var folder = builds.Folder(Path.Combine("reproduced", name));
        (await Command.Run("git", ["clone", "--quiet", Repository.Root, folder])).Succeeded();
        var feed = builds.Folder(Path.Combine("reproduced", name, "feed"));
        (await DotnetCli.Run(folder, "pack", Path.Combine("src", "ArchDsl"), "--configuration", "Release", "--disable-build-servers", "--output", feed, "-p:ContinuousIntegrationBuild=true")).Succeeded();
        return Directory.EnumerateFiles(feed).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    }
}
