using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Documents that a build keeps fresh, in a project that has the package.</summary>
[Collection(BuildsCollection.Name)]
public class DocumentsTests(Builds builds)
{
    [Fact]
    public async Task Build_WritesThemOnceAndChecksThemInCi()
    {
        var consumer = (await Consumer.Create(builds, "Documented")).With("TwoTier");
        string[] properties =
        [
            "-p:ArchDslDocument=ARCHITECTURE.md",
            "-p:ArchDslDiagram=docs/architecture.svg",
            $"-p:ArchDslTool={Command.Dotnet} {Repository.SampleProgram("archdsl")}",
        ];

        (await consumer.Build(properties)).Succeeded();
        Assert.Equal(await File.ReadAllTextAsync(Repository.File("samples", "TwoTier", "ARCHITECTURE.md")), await File.ReadAllTextAsync(consumer.File("ARCHITECTURE.md")));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(consumer.File("docs", "architecture.svg")), StringComparison.Ordinal);

        // Nothing changed: nothing is written, though somebody spoilt the file. A build of another source, or CI, finds that.
        await File.AppendAllTextAsync(consumer.File("ARCHITECTURE.md"), "by hand");
        Assert.DoesNotContain("ARCHITECTURE.md", (await consumer.Build(properties)).Succeeded().Output, StringComparison.Ordinal);
        Directory.Delete(consumer.File("obj"), recursive: true);
        var checkedBuild = await consumer.Build([.. properties, "-p:ContinuousIntegrationBuild=true"]);
        Assert.NotEqual(0, checkedBuild.ExitCode);
        Assert.Contains("error ARCHDSL03", checkedBuild.Output, StringComparison.Ordinal);
        Assert.Contains("ARCHITECTURE.md is stale", checkedBuild.Output, StringComparison.Ordinal);
        Assert.EndsWith("by hand", await File.ReadAllTextAsync(consumer.File("ARCHITECTURE.md")), StringComparison.Ordinal);
    }
}
