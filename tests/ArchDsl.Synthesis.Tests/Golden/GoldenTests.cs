using ArchDsl.Harness;

namespace ArchDsl.Synthesis.Tests.Golden;

/// <summary>
/// The templates of the samples, byte for byte as they were last approved. ARCHDSL_UPDATE_SNAPSHOTS=1 approves them anew;
/// whoever does so reads the difference, for it is what every user's next deployment changes.
/// </summary>
public class GoldenTests
{
    public static TheoryData<string> Samples => Running.Samples.All;

    [Theory, MemberData(nameof(Samples))]
    public async Task Template_IsTheApprovedOne(string sample) =>
        Snapshot.Match(await File.ReadAllTextAsync((await Running.Samples.Get(sample)).TemplatePath), $"{sample}.json");

    [Fact]
    public async Task StageOfAloka_IsTheApprovedOne() =>
        Snapshot.Match(await File.ReadAllTextAsync((await Running.Samples.Get("Aloka", "prod")).TemplatePath), "Aloka-prod.json");
}
