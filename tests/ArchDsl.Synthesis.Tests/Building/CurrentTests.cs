using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Maple Quest as it runs today does not compile.</summary>
[Collection(BuildsCollection.Name)]
public class CurrentTests(Builds builds)
{
    [Fact]
    public async Task PublicDatabase_IsAnErrorOnItsOwnLine() =>
        ExpectedErrors.Assert(await DotnetCli.Build(Repository.File("samples", "MapleQuest.Current", "MapleQuest.Current.csproj"), builds.Properties));
}
