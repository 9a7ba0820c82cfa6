using System.Collections.Immutable;
using ArchDsl.Analyzers;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>Tests of a fix, on sources that need no <c>using</c> for the language.</summary>
internal static class CodeFix<TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Applies the fixes of a key one by one, and by Fix All in a document, project and solution.</summary>
    public static Task VerifyAsync(string key, string source, string fixedSource) => VerifyAsync(key, [source], [fixedSource]);

    /// <inheritdoc cref="VerifyAsync(string, string, string)"/>
    public static Task VerifyAsync(string key, string[] sources, string[] fixedSources)
    {
        var test = Create(sources);
        test.CodeActionEquivalenceKey = key;
        Add(test.FixedState, fixedSources);
        return test.RunAsync();
    }

    /// <summary>What the sources are marked up with is reported, and nothing is offered.</summary>
    public static Task VerifyNoneAsync(params string[] sources) => Create(sources).RunAsync();

    /// <summary>The titles of all that is offered, by diagnostic and in the order of the menu, but for <see cref="Advice"/>.</summary>
    public static async Task<string[]> TitlesAsync(params string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        return
        [
            .. (await ActionsAsync(CreateSolution(workspace, sources)))
                .Where(action => !Advice.NotIn(sources).Any(id => action.EquivalenceKey!.StartsWith(id, StringComparison.Ordinal)))
                .Select(static action => action.Title),
        ];
    }

    /// <summary>Applies the first fix of a key. Unlike the verifier, this keeps line ends as they are.</summary>
    public static async Task<string[]> ApplyAsync(string key, params string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        var solution = CreateSolution(workspace, sources);
        var action = (await ActionsAsync(solution)).First(a => a.EquivalenceKey == key);
        var changed = await CodeFixSolution.ApplyAsync(solution, action);
        var texts = changed.Projects.Single().Documents.Take(sources.Length).Select(static d => d.GetTextAsync());
        return [.. (await Task.WhenAll(texts)).Select(static text => text.ToString())];
    }

    /// <summary>Everything that is offered for the diagnostics of the first project.</summary>
    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution)
    {
        var project = solution.Projects.First();
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await compilation.WithAnalyzers([new ArchitectureAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        var codeFix = new TCodeFix();
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var diagnostic in diagnostics.Where(d => codeFix.FixableDiagnosticIds.Contains(d.Id)).OrderBy(static d => d.Location.SourceSpan))
        {
            Assert.NotEqual("AD0001", diagnostic.Id);
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            await codeFix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions.ToImmutable();
    }

    /// <summary>A solution of the sources as they are, without markup.</summary>
    public static Solution CreateSolution(AdhocWorkspace workspace, params string[] sources)
    {
        SolutionState state = new() { MarkupHandling = MarkupMode.None };
        Add(state, sources);
        var solution = CodeFixSolution.Create(workspace, state);
        foreach (var (document, source) in solution.Projects.Single().Documents.Zip(sources))
        {
            solution = solution.WithDocumentText(document.Id, SourceText.From(source));
        }

        return solution;
    }

    private static CSharpCodeFixTest<ArchitectureAnalyzer, TCodeFix> Create(string[] sources)
    {
        var test = new CSharpCodeFixTest<ArchitectureAnalyzer, TCodeFix>();
        Add(test.TestState, sources);
        test.DisabledDiagnostics.AddRange(Advice.AndRisksNotIn(sources));
        return test;
    }

    private static void Add(SolutionState state, string[] sources)
    {
        foreach (var source in sources)
        {
            state.Sources.Add(source);
        }

        state.Sources.Add(("Usings.cs", "global using ArchDsl;\n"));
    }
}
