using System.Runtime.CompilerServices;
using ArchDsl.Harness;

namespace ArchDsl.Tests.HarnessTests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("archdsl-snapshot-").FullName;

    [Fact]
    public void Missing_FailsAndWritesWhatWasReceived()
    {
        Assert.Contains("There is no", Fails("a\n"), StringComparison.Ordinal);
        Assert.Equal("a\n", Read("received"));
        Assert.False(File.Exists(PathOf("verified")));
    }

    [Fact]
    public void Equal_PassesAndClearsWhatWasReceived()
    {
        Write("verified", "a\r\nb\r\n");
        Write("received", "old");

        Match("a\nb\n");

        Assert.False(File.Exists(PathOf("received")));
    }

    [Fact]
    public void Different_FailsWithTheDifference()
    {
        Write("verified", "a\nb\nc\n");

        Assert.Contains("  a\n- b\n+ x\n  c", Fails("a\nx\nc\n"), StringComparison.Ordinal);
        Assert.Equal("a\nx\nc\n", Read("received"));
        Assert.Equal("a\nb\nc\n", Read("verified"));
    }

    [Fact]
    public void Update_RewritesExceptInCI()
    {
        Write("verified", "a");

        Assert.Contains("not updated in CI", Fails("b", ("ARCHDSL_UPDATE_SNAPSHOTS", "1"), ("CI", "true")), StringComparison.Ordinal);
        Assert.Equal("a", Read("verified"));

        Match("b", ("ARCHDSL_UPDATE_SNAPSHOTS", "1"));
        Assert.Equal("b", Read("verified"));
    }

    [Fact]
    public void MappedSourcePaths_AreFoundInTheRepository()
    {
        Assert.Equal(Path.Combine(Repository.Root, "tests", "X.cs"), Repository.Locate("/_/tests/X.cs"));
        Assert.Equal("/home/tests/X.cs", Repository.Locate("/home/tests/X.cs"));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "ArchDsl.sln")));
        Assert.True(File.Exists(Repository.Locate(ThisFile())));

        static string ThisFile([CallerFilePath] string path = "") => path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Fails(string text, params (string Name, string Value)[] environment) =>
        Assert.Throws<HarnessException>(() => Match(text, environment)).Message;

    private void Match(string text, params (string Name, string Value)[] environment) =>
        Snapshot.Match(text, "Sample.cs", Path.Combine(folder, "Test.cs"), name => environment.FirstOrDefault(e => e.Name == name).Value);

    private string PathOf(string kind) => Path.Combine(folder, $"Sample.{kind}.cs");

    private string Read(string kind) => File.ReadAllText(PathOf(kind));

    private void Write(string kind, string text) => File.WriteAllText(PathOf(kind), text);
}
