using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Synthesis;

public class DeterminismTests
{
    public static TheoryData<string> Samples => Running.Samples.All;

    [Theory, MemberData(nameof(Samples))]
    public async Task SecondRun_WritesTheSameBytes(string sample)
    {
        using var folder = new TemporaryFolder();
        var first = await Running.Samples.Get(sample);
        var second = await Running.Samples.Synthesize(sample, folder.Path);
        Assert.Equal(await File.ReadAllBytesAsync(first.TemplatePath), await File.ReadAllBytesAsync(second.TemplatePath));
    }
}
