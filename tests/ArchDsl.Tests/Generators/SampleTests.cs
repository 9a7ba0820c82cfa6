using ArchDsl.Harness;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>The whole generated text of the samples, for people to read.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("Orders")]
    [InlineData("Aloka")]
    [InlineData("MapleQuest")]
    public void Sample_GeneratesWhatWasApproved(string name) =>
        Snapshot.Match(Verify.VerifyGenerator(TestProgram.OfSample(name)).Text, name + ".cs");

    [Fact]
    public void EverySample_PassesTheChecks() => Assert.All(
        TestProgram.Samples.Except(["Orders", "Aloka", "MapleQuest"]),
        static name => Verify.VerifyGenerator(TestProgram.OfSample(name)));
}
