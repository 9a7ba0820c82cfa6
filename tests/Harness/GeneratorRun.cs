using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Harness;

/// <summary>The outcome of one generator on one compilation; <see cref="RunAgain"/> continues with the same caches.</summary>
public sealed class GeneratorRun
{
    // Steps that Roslyn itself adds. They hold the compilation by design; a generator answers for the steps that it names.
    private static readonly ImmutableHashSet<string> RoslynSteps =
    [
        "Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions", "MetadataReferences",
        "SourceOutput", "ImplementationSourceOutput", "HostOutput",
    ];

    private readonly GeneratorDriver driver;

    private GeneratorRun(GeneratorDriver previous, CSharpCompilation input)
    {
        driver = previous.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Input = input;
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        Results = driver.GetRunResult().Results;
    }

    public CSharpCompilation Input { get; }

    /// <summary>The input and the generated trees.</summary>
    public CSharpCompilation Output { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public ImmutableArray<GeneratorRunResult> Results { get; }

    /// <summary>The generated files by hint name, in the order of their names.</summary>
    public IEnumerable<(string HintName, string Text)> Sources => Results
        .SelectMany(r => r.Exception is null ? r.GeneratedSources : [])
        .Select(s => (s.HintName, s.SourceText.ToString()))
        .OrderBy(s => s.HintName, StringComparer.Ordinal);

    /// <summary>All generated files as one text, for snapshots and comparisons.</summary>
    public string Text => Sources.Aggregate(
        new StringBuilder(),
        (all, source) => all.Append("// ======== ").Append(source.HintName).Append('\n').Append(source.Text),
        all => all.ToString());

    /// <summary>The steps to which the generator gave a name, with everything that they put out.</summary>
    internal IEnumerable<StepOutput> NamedSteps => StepsOf(r => r.TrackedSteps)
        .Where(s => !RoslynSteps.Contains(s.Name) && !s.Name.Contains("_ForAttribute", StringComparison.Ordinal));

    /// <summary>The last steps: those that write source text.</summary>
    internal IEnumerable<StepOutput> OutputSteps => StepsOf(r => r.TrackedOutputSteps);

    /// <summary>The first run: nothing is cached yet.</summary>
    /// <param name="generators">The generators.</param>
    /// <param name="state">The project.</param>
    /// <param name="compilation">Its sources.</param>
    /// <param name="building">Whether outputs that no code depends on are written too, as in a build, rather than left out, as while typing.</param>
    internal static GeneratorRun Start(
        IEnumerable<IIncrementalGenerator> generators,
        SolutionState state,
        CSharpCompilation compilation,
        bool building = false) => new(
        CSharpGeneratorDriver.Create(
            generators.Select(g => g.AsSourceGenerator()),
            state.AdditionalTexts,
            SolutionState.ParseOptions,
            state.CreateConfigOptions(),
            new(building ? IncrementalGeneratorOutputKind.None : IncrementalGeneratorOutputKind.Implementation, trackIncrementalGeneratorSteps: true)),
        compilation);

    public GeneratorRun RunAgain(CSharpCompilation compilation) => new(driver, compilation);

    /// <summary>Continues after an edit of the project's additional files.</summary>
    public GeneratorRun RunAgain(ImmutableArray<AdditionalText> files) => new(driver.ReplaceAdditionalTexts(files), Input);

    /// <summary>A generator reports nothing and never throws: an exception would lose its whole output in silence.</summary>
    internal void ThrowIfFailed()
    {
        foreach (var result in Results.Where(r => r.Exception is not null))
        {
            throw new HarnessException($"{result.Generator.GetGeneratorType().Name} threw: {result.Exception}", result.Exception);
        }

        if (!Diagnostics.IsEmpty)
        {
            throw new HarnessException(
                "A generator reported diagnostics:" + string.Concat(Diagnostics.Select(d => "\n  " + DiagnosticResult.Describe(d))));
        }
    }

    private IEnumerable<StepOutput> StepsOf(
        Func<GeneratorRunResult, ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>>> selector) =>
        from result in Results
        where result.Exception is null
        from steps in selector(result)
        from step in steps.Value
        from output in step.Outputs
        select new StepOutput(steps.Key, output.Value, output.Reason);
}

/// <summary>One value that a step put out, and how it came about.</summary>
internal readonly record struct StepOutput(string Name, object Value, IncrementalStepRunReason Reason);
