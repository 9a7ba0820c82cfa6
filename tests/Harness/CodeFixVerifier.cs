using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Harness;

[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,

    /// <summary>Apply one fix only; the fixed source may have more to fix.</summary>
    FixOne = 1,

    SkipFixAllInDocumentCheck = 2,
    SkipFixAllInProjectCheck = 4,
    SkipFixAllInSolutionCheck = 8,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
}

/// <summary>The shape of Microsoft.CodeAnalysis.Testing, so that moving to it is mechanical.</summary>
public static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static DiagnosticResult Diagnostic() => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic();

    public static DiagnosticResult Diagnostic(string id) => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic(id);

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(source, expected);

    public static Task VerifyCodeFixAsync(string source, string fixedSource) => VerifyCodeFixAsync(source, [], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult expected, string fixedSource) =>
        VerifyCodeFixAsync(source, [expected], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult[] expected, string fixedSource)
    {
        var test = new Test { TestCode = source, FixedCode = fixedSource };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>The diagnostics are reported, and no fix is offered for any of them.</summary>
    public static Task VerifyNoCodeFixAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    public sealed class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix>;
}

/// <summary>
/// Applies fixes one by one and by Fix All, and compares with the fixed source, which must compile after generation and
/// show exactly the diagnostics marked up in it. Without fixed source, no fix may be offered.
/// </summary>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const int MaxIterations = 50;
    private readonly TCodeFix codeFix = new();

    public SolutionState FixedState { get; } = new();

    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>What Fix All gives, where that differs from the fixes applied one by one.</summary>
    public SolutionState BatchFixedState { get; } = new();

    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>Which of the offered fixes to apply; the first, unless told otherwise.</summary>
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>How many fixes it takes one by one; any number if not set.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often Fix All must be applied, in each document in turn if its scope is the document.</summary>
    public int NumberOfFixAllIterations { get; set; } = 1;

    public override async Task RunAsync()
    {
        if (!codeFix.FixableDiagnosticIds.Intersect(new TAnalyzer().SupportedDiagnostics.Select(d => d.Id)).Any())
        {
            throw new HarnessException($"{typeof(TCodeFix).Name} fixes nothing that {typeof(TAnalyzer).Name} reports.");
        }

        await base.RunAsync();

        using var workspace = new AdhocWorkspace();
        var original = CodeFixSolution.Create(workspace, TestState);
        var diagnostics = await FixableAsync(original.Projects.Single());
        if (diagnostics.IsEmpty)
        {
            throw new HarnessException($"The test source has no diagnostic that {typeof(TCodeFix).Name} fixes.");
        }

        if (FixedState.Sources.Count == 0)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (await ActionsAsync(original, diagnostic) is [var offered, ..])
                {
                    throw new HarnessException(
                        $"No fix was expected, but '{offered.Title}' is offered for {DiagnosticResult.Describe(diagnostic)}");
                }
            }

            return;
        }

        await VerifyDiagnosticsAsync(FixedState.InheritFrom(TestState), "fixed source");
        await CodeFixSolution.RequireAsync(FixedState, original, await FixOneByOneAsync(original), "Fixing one by one");

        var batch = FixedState;
        if (BatchFixedState.Sources.Count > 0)
        {
            batch = BatchFixedState.InheritFrom(TestState);
            await VerifyDiagnosticsAsync(batch, "source fixed by Fix All");
        }

        foreach (var (scope, skip) in new[]
        {
            (FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck),
            (FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck),
            (FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck),
        })
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
            {
                await CodeFixSolution.RequireAsync(batch, original, await FixAllAsync(original, scope, batch), $"Fix All in {scope}");
            }
        }
    }

    private async Task<Solution> FixOneByOneAsync(Solution solution)
    {
        var limit = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne) ? 1 : NumberOfIncrementalIterations ?? MaxIterations;
        var iterations = 0;
        while (iterations < limit
            && !(iterations > 0 && await CodeFixSolution.DifferenceAsync(solution, FixedState) is null)
            && await NextAsync(solution) is { } next)
        {
            solution = await CodeFixSolution.ApplyAsync(solution, next.Action);
            iterations++;
        }

        return iterations == 0 ? throw new HarnessException("No fix is offered" + Selection())
            : iterations == MaxIterations ? throw new HarnessException($"After {MaxIterations} fixes there is still one offered.")
            : iterations != (NumberOfIncrementalIterations ?? iterations)
                ? throw new HarnessException($"The number of fixes that it took is {iterations}, not {NumberOfIncrementalIterations}.")
            : solution;
    }

    private async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, SolutionState expected)
    {
        var fixAll = codeFix.GetFixAllProvider() is { } provider && provider.GetSupportedFixAllScopes().Contains(scope)
            ? provider
            : throw new HarnessException($"{typeof(TCodeFix).Name} has no Fix All in {scope}. If that is meant, set CodeFixTestBehaviors.");
        var places = scope != FixAllScope.Document ? 1
            : (await FixableAsync(solution.Projects.Single())).Select(d => d.Location.SourceTree).Distinct().Count();

        for (var i = 0; i < NumberOfFixAllIterations * places; i++)
        {
            if ((i > 0 && await CodeFixSolution.DifferenceAsync(solution, expected) is null) || await NextAsync(solution) is not { } next)
            {
                break;
            }

            var document = solution.GetDocument(next.Diagnostic.Location.SourceTree)!;
            var action = await fixAll.GetFixAsync(new FixAllContext(
                    document,
                    codeFix,
                    scope,
                    next.Action.EquivalenceKey!,
                    codeFix.FixableDiagnosticIds,
                    new Diagnostics(this),
                    CancellationToken.None))
                ?? throw new HarnessException($"Fix All in {scope} offers nothing for '{next.Action.EquivalenceKey}'.");
            solution = await CodeFixSolution.ApplyAsync(solution, action);
        }

        return solution;
    }

    /// <summary>The first diagnostic with a fix that the test selects.</summary>
    private async Task<(Diagnostic Diagnostic, CodeAction Action)?> NextAsync(Solution solution)
    {
        foreach (var diagnostic in await FixableAsync(solution.Projects.Single()))
        {
            var actions = (await ActionsAsync(solution, diagnostic))
                .Where(a => CodeActionEquivalenceKey is null || a.EquivalenceKey == CodeActionEquivalenceKey)
                .ToList();
            if (actions.ElementAtOrDefault(CodeActionIndex ?? 0) is { } action)
            {
                return (diagnostic, action);
            }
        }

        return null;
    }

    /// <summary>The fixes offered for a diagnostic. Each has a title and a key of its own, and changes something.</summary>
    private async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution, Diagnostic diagnostic)
    {
        var registered = new List<CodeAction>();
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        await codeFix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => registered.Add(action), CancellationToken.None));

        var actions = registered.SelectMany(Flatten).ToImmutableArray();
        foreach (var action in actions)
        {
            if (string.IsNullOrEmpty(action.Title) || action.EquivalenceKey is null)
            {
                throw new HarnessException($"The fix '{action.Title}' needs a title and an equivalence key.");
            }

            if (actions.Count(a => a.EquivalenceKey == action.EquivalenceKey) > 1)
            {
                throw new HarnessException($"Two fixes for one diagnostic share the equivalence key '{action.EquivalenceKey}'.");
            }

            await CodeFixSolution.ApplyAsync(solution, action);
        }

        return actions;

        static IEnumerable<CodeAction> Flatten(CodeAction action) =>
            action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Flatten);
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        var diagnostics = await AnalyzeAsync(compilation!, project.AnalyzerOptions);
        return
        [
            .. diagnostics.AddRange(compilation!.GetDiagnostics())
                .Where(d => codeFix.FixableDiagnosticIds.Contains(d.Id) && !DisabledDiagnostics.Contains(d.Id))
                .Where(d => project.GetDocument(d.Location.SourceTree) is not (null or SourceGeneratedDocument))
                .OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    private string Selection() =>
        (CodeActionEquivalenceKey is null ? "" : $" with the equivalence key '{CodeActionEquivalenceKey}'")
        + (CodeActionIndex is null ? "." : $" at index {CodeActionIndex}.");

    private sealed class Diagnostics(CSharpCodeFixTest<TAnalyzer, TCodeFix> test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await test.FixableAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            (await test.FixableAsync(document.Project)).Where(d => d.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
