#if !ROSLYN_4_8
using System.Collections.Immutable;
using System.Globalization;
using ArchDsl.Analyzers;
using ArchDsl.CodeFixes;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>No source makes a code fix throw; each that is offered ends its finding and breaks nothing.</summary>
public sealed class FuzzCodeFixTests(ITestOutputHelper output)
{
    private const int Normal = 25;
    private const int Long = 2_000;

    private static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(CureCodeFixProvider).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task Fixes_DoNoHarm()
    {
        int count = Seed.Count(Normal, Long);
        int applied = 0;
        for (int seed = Seed.First; seed < Seed.First + count; seed++)
        {
            // Every other source is whole: half-typed ones have few findings.
            string[] files = seed % 2 == 0 ? Fuzzer.Case(seed) : [RandomArchitecture.Make(seed).Source("Fuzz")];
            try
            {
                applied += await ApplyAllAsync(files);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{Seed.Repeat(seed)}: {exception}\n{string.Join("\n// ----\n", files)}");
            }
        }

        output.WriteLine($"{count} sources from seed {Seed.First}: {applied} fixes applied.");
        Assert.True(applied > 0, "No fix was offered: the test proves nothing.");
    }

    private static async Task<int> ApplyAllAsync(string[] files)
    {
        using AdhocWorkspace workspace = new();
        SolutionState state = TestProgram.Of(files);
        state.MarkupHandling = MarkupMode.None;

        // A search for references wants a checksum of whatever generates, and knows those alone that come from files.
        state.Generators.Clear();
        Solution solution = CodeFixSolution.Create(workspace, state);
        Project project = solution.Projects.Single();
        ImmutableArray<Diagnostic> diagnostics = await FindingsAsync(project);
        string[] errors = await ErrorsAsync(project);
        int applied = 0;
        foreach (Diagnostic diagnostic in diagnostics.Where(static d => d.Location.IsInSource))
        {
            Document document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            foreach (CodeFixProvider fix in Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                int Same(ImmutableArray<Diagnostic> findings) => findings.Count(f => f.Id == diagnostic.Id && f.GetMessage(CultureInfo.InvariantCulture) == diagnostic.GetMessage(CultureInfo.InvariantCulture));
                List<CodeAction> actions = [];
                await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                foreach (CodeAction action in actions.Where(static a => !a.Title.Contains("page", StringComparison.OrdinalIgnoreCase)))
                {
                    try
                    {
                        Project changed = (await CodeFixSolution.ApplyAsync(solution, action)).Projects.Single();
                        ImmutableArray<Diagnostic> left = await FindingsAsync(changed);
                        string[] leftErrors = await ErrorsAsync(changed);
                        string? harm = Same(left) >= Same(diagnostics) ? "does not end its finding"
                            : Faults(left).Length > Faults(diagnostics).Length ? $"makes another fault: {string.Join(", ", Faults(left).Except(Faults(diagnostics)))}"
                            : leftErrors.Length > errors.Length ? $"makes an error: {string.Join(", ", leftErrors.Except(errors))}"
                            : null;
                        if (harm is not null)
                        {
                            throw new HarnessException($"It {harm}. It leaves\n{string.Join("\n// ----\n", await Task.WhenAll(changed.Documents.Select(static async document => await document.GetTextAsync())))}");
                        }
                    }
                    catch (Exception exception)
                    {
                        throw new HarnessException($"{fix.GetType().Name}, '{action.Title}' for {diagnostic}: {exception}", exception);
                    }

                    applied++;
                }
            }
        }

        return applied;

        static string[] Faults(ImmutableArray<Diagnostic> findings) =>
            [.. findings.Where(static finding => finding.Id.StartsWith("ARCH00", StringComparison.Ordinal) && finding.Severity == DiagnosticSeverity.Error).Select(Describe)];
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) =>
        await (await project.GetCompilationAsync())!.WithAnalyzers([new ArchitectureAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();

    private static async Task<string[]> ErrorsAsync(Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(static error => error.Severity == DiagnosticSeverity.Error).Select(Describe)];

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
#endif
