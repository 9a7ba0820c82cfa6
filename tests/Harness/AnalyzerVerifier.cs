using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

/// <summary>Which compiler diagnostics count as diagnostics of the test source.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

/// <summary>The shape of Microsoft.CodeAnalysis.Testing, so that moving to it is mechanical.</summary>
public static class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>An expectation for the analyzer's only rule.</summary>
    public static DiagnosticResult Diagnostic() => new(new TAnalyzer().SupportedDiagnostics.Single().Id);

    public static DiagnosticResult Diagnostic(string id) => new(id);

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor.Id, descriptor.DefaultSeverity);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    public sealed class Test : CSharpAnalyzerTest<TAnalyzer>;
}

/// <summary>Runs an analyzer on the compilation after generation and compares its diagnostics with the marked-up source.</summary>
public class CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public SolutionState TestState { get; } = new();

    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Ids that this test is not about.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>What <c>[|...|]</c> means, for an analyzer with several rules.</summary>
    public string? DefaultDiagnosticId { get; set; }

    public virtual Task RunAsync() => VerifyDiagnosticsAsync(TestState, "test source");

    protected async Task VerifyDiagnosticsAsync(SolutionState state, string what)
    {
        var sources = state.ParsedSources.ToList();
        var run = GeneratorRun.Start(state.Generators.Select(create => create()), state, state.CreateCompilation());
        run.ThrowIfFailed();

        var actual = Relevant(run.Output.GetDiagnostics())
            .AddRange(await AnalyzeAsync(run.Output, new(state.AdditionalTexts, state.CreateConfigOptions())))
            .Where(d => !DisabledDiagnostics.Contains(d.Id))
            .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.SourceSpan)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ToList();

        var unexpected = actual.ToList();
        var missing = new List<DiagnosticResult>();
        foreach (var expected in state.ExpectedDiagnostics.OrderByDescending(e => e.Demands).Concat(sources.SelectMany(MarkedUp)))
        {
            if (unexpected.FindIndex(d => expected.Matches(d, Numbered)) is var found and >= 0)
            {
                unexpected.RemoveAt(found);
            }
            else
            {
                missing.Add(expected);
            }
        }

        if (missing.Count + unexpected.Count > 0)
        {
            throw new HarnessException(string.Concat(
                $"The diagnostics of the {what} differ.\n",
                List("Expected, but not reported:", missing.Select(e => e.Describe(Numbered, TextOf))),
                List("Reported, but not expected:", unexpected.Select(DiagnosticResult.Describe)),
                "The source with what was reported:\n",
                string.Concat(run.Output.SyntaxTrees.Select(Annotate))));
        }

        (string, TextSpan) Numbered(string key) => sources
            .SelectMany(s => s.Markup.Spans.Where(span => span.Key == key).Select(span => (s.Path, span.Span)))
            .ToList() is [var only] ? only : throw new HarnessException($"The markup has no single span '{{|{key}:...|}}'.");

        SourceText? TextOf(string path) => run.Output.SyntaxTrees.FirstOrDefault(t => t.FilePath == path)?.GetText();

        // A generated file is worth reading only if something in it was reported.
        string Annotate(SyntaxTree tree)
        {
            var spans = actual.Where(d => d.Location.SourceTree == tree).Select(d => new MarkupSpan(d.Id, d.Location.SourceSpan)).ToList();
            return spans.Count > 0 || run.Input.ContainsSyntaxTree(tree)
                ? $"-------- {tree.FilePath}\n{new Markup(tree.GetText().ToString(), spans).Print()}\n"
                : "";
        }

        static string List(string title, IEnumerable<string> lines) =>
            lines.ToList() is { Count: > 0 } some ? title + string.Concat(some.Select(l => "\n  " + l)) + "\n" : "";
    }

    /// <summary>Analyzer diagnostics, as severities, pragmas and suppressions leave them. An analyzer that throws fails the test.</summary>
    protected static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, AnalyzerOptions options)
    {
        var exceptions = new ConcurrentQueue<Exception>();
        var analysis = compilation.WithAnalyzers([new TAnalyzer()], new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return exceptions.TryDequeue(out var thrown)
            ? throw new HarnessException($"{typeof(TAnalyzer).Name} threw: {thrown}", thrown)
            : diagnostics;
    }

    private IEnumerable<DiagnosticResult> MarkedUp((string Path, Markup Markup) source) =>
        from span in source.Markup.Spans
        where !span.Key.StartsWith('#')
        let id = span.Key is "" ? DefaultId() : span.Key
        select new DiagnosticResult(id).At(source.Path, span.Span).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);

    private string DefaultId() => DefaultDiagnosticId
        ?? (new TAnalyzer().SupportedDiagnostics is [var only]
            ? only.Id
            : throw new HarnessException($"{typeof(TAnalyzer).Name} has several rules: write {{|ID:...|}}, or set DefaultDiagnosticId."));

    private ImmutableArray<Diagnostic> Relevant(ImmutableArray<Diagnostic> diagnostics) => CompilerDiagnostics switch
    {
        CompilerDiagnostics.None => [],
        CompilerDiagnostics.Errors => [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Error)],
        CompilerDiagnostics.Warnings => [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)],
        CompilerDiagnostics.Suggestions => [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Info)],
        _ => diagnostics,
    };
}
