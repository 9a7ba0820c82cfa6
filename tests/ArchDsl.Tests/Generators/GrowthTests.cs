using ArchDsl.Model;

namespace ArchDsl.Tests.Generators;

/// <summary>What is made of an architecture grows as the architecture does: in memory, which does not depend on the machine.</summary>
public sealed class GrowthTests
{
    private const int Few = 200;
    private const int Times = 8;

    [Fact]
    public void Program_GrowsWithTheComponents() => AssertLinear(static architecture => CdkProgramBuilder.Build(architecture));

    [Fact]
    public void Manifest_GrowsWithTheComponents() => AssertLinear(static architecture => ManifestBuilder.Build([architecture], default));

    [Fact]
    public void Findings_GrowWithTheComponents() => AssertLinear(static architecture => architecture.Check(null));

    private static void AssertLinear(Func<AnalyzedArchitecture, object?> make)
    {
        _ = Allocated(10, make);

        Assert.InRange(Allocated(Few * Times, make) / (double)Allocated(Few, make), 1, Times * 1.2);
    }

    private static long Allocated(int components, Func<AnalyzedArchitecture, object?> make)
    {
        AnalyzedArchitecture architecture = new(TestProgram.Declare(Source(components)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(make(architecture));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // All in one class, each with a port and a rule of its own.
    private static string Source(int components) => $$"""
        using ArchDsl;
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            {{string.Join('\n', Enumerable.Range(1, components).Select(static i => $"[Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/16\", {i + 1024}), Egress(\"10.0.0.0/16\", {i + 1024}), Ingress(Cidr.Internet, 22)] public partial class Host{i};"))}}
        }
        """;
}
