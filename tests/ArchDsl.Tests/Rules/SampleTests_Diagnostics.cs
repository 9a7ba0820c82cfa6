using ArchDsl.Analyzers;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests.Rules;

public sealed class SampleTests_Diagnostics
{
    public static TheoryData<string> Clean => [.. TestProgram.Samples.Except(["MapleQuest.Current"])];

    [Theory]
    [MemberData(nameof(Clean))]
    public Task Sample_BreaksNoRule(string name) => VerifyAsync(name);

    /// <summary>The database is public, for three causes together, the load balancer speaks plain HTTP, and nothing else was thought of either.</summary>
    [Fact]
    public Task MapleQuestCurrent_BreaksItsRules() => VerifyAsync(
        "MapleQuest.Current",
        new DiagnosticResult("ARCH1001", DiagnosticSeverity.Error)
            .WithMessage("Database is reachable from the internet: Internet -> Database:5432 (public subnet, Public = true, ingress 0.0.0.0/0). Move it to an [IsolatedSubnet] or remove Public = true.")
            .WithSpan(25, 65, 25, 78)
            .WithSpan(26, 10, 26, 38)
            .WithSpan(11, 6, 11, 18),
        new DiagnosticResult("ARCH1020", DiagnosticSeverity.Warning)
            .WithMessage("LoadBalancer takes plain HTTP from the internet on port 80: everybody on the way can read and change it. Add an [HttpsListener<T>], and redirect with RedirectToHttps = true.")
            .WithSpan(15, 10, 15, 26),
        new DiagnosticResult("ARCH4001", DiagnosticSeverity.Warning).WithSpan(25, 10, 25, 79),
        new DiagnosticResult("ARCH3020", DiagnosticSeverity.Info).WithSpan(25, 10, 25, 79),
        new DiagnosticResult("ARCH5010", DiagnosticSeverity.Info).WithSpan(25, 10, 25, 79));

    private static Task VerifyAsync(string name, params DiagnosticResult[] expected)
    {
        CSharpAnalyzerTest<ArchitectureAnalyzer> test = new();
        SolutionState sample = TestProgram.OfSample(name);
        foreach (var source in sample.Sources)
        {
            test.TestState.Sources.Add(source);
        }

        foreach (var file in sample.AdditionalFiles)
        {
            test.TestState.AdditionalFiles.Add(file);
        }

        test.TestState.MarkupHandling = MarkupMode.None;
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
