using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Maple Quest as it runs today does not compile.</summary>
[Collection(BuildsCollection.Name)]
public class CurrentTests(Builds builds)
{
    [Fact]
    public async Task PublicDatabase_IsAnErrorOnItsOwnLine() =>
        ExpectedErrors.Assert(await DotnetCli.Build(Repository.File("samples", "MapleQuest.Current", "MapleQuest.Current.csproj"), builds.Properties));

    /// <summary>Whoever silences the error gets the very path that it names.</summary>
    [Fact]
    public async Task SilencedError_IsAPathInTheTemplate()
    {
        var consumer = (await Consumer.Create(builds, "Silenced")).With("MapleQuest.Current", source => $"#pragma warning disable ARCH1001\n{source}");
        (await consumer.Build()).Succeeded();
        var synthesized = await consumer.Synthesize();
        var database = synthesized.Template.Single("AWS::RDS::DBInstance").LogicalId;
        Assert.NotNull(synthesized.Reach.InternetPathTo(database, 5432));
    }
}
