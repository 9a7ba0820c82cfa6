using ArchDsl.Generators;
using ArchDsl.Harness;

namespace ArchDsl.Tests.Generators;

/// <summary>The whole generated text of the samples, for people to read.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("Orders")]
    [InlineData("Aloka")]
    [InlineData("MapleQuest")]
    public void Sample_GeneratesWhatWasApproved(string name) =>
        Snapshot.Match(GeneratorVerifier<ArchitectureGenerator>.VerifyGenerator(TestProgram.OfSample(name)).Text, name + ".cs");
}
