using System.Runtime.CompilerServices;
using ArchDsl.Analyzers;
using ArchDsl.Harness;
using ArchDsl.Model;

namespace ArchDsl.Tests.Rules;

/// <summary>
/// The tests of one rule, in a class named like the rule's file. A test whose name ends in "Reported" shows programs that break the
/// rule, with every finding marked as <c>[|...|]</c>; one whose name ends in "NotReported" shows programs close to them that do not.
/// <see cref="AllRulesTests"/> asks for both.
/// </summary>
public abstract class RuleTests
{
    /// <summary>The rule's id.</summary>
    protected string Id => GetType().Name[.."ARCH0000".Length];

    /// <summary>
    /// Compares the diagnostics of the rule, of the language, of the compiler, and of whatever other rules the source names, with the
    /// marked-up source.
    /// </summary>
    protected Task VerifyAsync(string source, DiagnosticResult[]? expected = null, Action<SolutionState>? project = null, [CallerMemberName] string test = "")
    {
        bool reported = test.EndsWith("Reported", StringComparison.Ordinal) && !IsNegative(test);
        bool breaks = expected is not null || source.Contains("[|", StringComparison.Ordinal) || source.Contains($"{{|{Id}:", StringComparison.Ordinal);
        Assert.True(reported || IsNegative(test), $"The name of {test} does not say whether {Id} is reported.");
        Assert.True(reported == breaks, $"{test} marks {(breaks ? "a" : "no")} finding of {Id}.");
        return Verifier.RunAsync(Id, source, expected ?? [], project);
    }

    /// <summary>A finding of the rule: its message, and the numbered spans from the one at fault on.</summary>
    protected DiagnosticResult Finding(string message, params int[] spans) =>
        spans.Aggregate(new DiagnosticResult(Id).WithMessage(message), static (result, span) => result.WithLocation(span));

    /// <summary>Whether a test shows that something is not reported.</summary>
    internal static bool IsNegative(string test) => test.EndsWith("NotReported", StringComparison.Ordinal);

    internal sealed class Verifier : CSharpAnalyzerTest<ArchitectureAnalyzer>
    {
        public static Task RunAsync(string id, string source, DiagnosticResult[] expected, Action<SolutionState>? project)
        {
            Verifier test = new() { DefaultDiagnosticId = id };
            string[] named = [id, source, .. expected.Select(static result => result.Id)];
            test.DisabledDiagnostics.AddRange(id.Length == 0 ? Advice.NotIn(named) : Advice.AndRisksNotIn(named));
            test.TestState.Sources.Add(source);
            test.TestState.Sources.Add(("Usings.cs", "global using ArchDsl;\n"));
            test.ExpectedDiagnostics.AddRange(expected);
            project?.Invoke(test.TestState);
            return test.RunAsync();
        }
    }
}
