using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

/// <summary>A test's files as a workspace sees them, before and after a fix.</summary>
internal static class CodeFixSolution
{
    public static Solution Create(AdhocWorkspace workspace, SolutionState state)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "TestProject",
            "TestProject",
            LanguageNames.CSharp,
            compilationOptions: SolutionState.CompilationOptions,
            parseOptions: SolutionState.ParseOptions,
            metadataReferences: state.References,
            analyzerReferences: state.Generators.Count == 0 ? [] : [new Generators([.. state.Generators.Select(create => create().AsSourceGenerator())])]);
        var solution = workspace.CurrentSolution.AddProject(project);
        foreach (var (path, markup) in state.ParsedSources)
        {
            var text = SourceText.From(markup.Text);
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        foreach (var (path, content) in state.AdditionalFiles)
        {
            var text = SourceText.From(content);
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        foreach (var (path, content) in state.AllConfigFiles)
        {
            var text = SourceText.From(content);
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);
        }

        return solution;
    }

    public static async Task<Solution> ApplyAsync(Solution solution, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution;
        return changed is not null && !(await TextsAsync(changed)).SequenceEqual(await TextsAsync(solution))
            ? changed
            : throw new HarnessException($"The fix '{action.Title}' is offered but changes nothing.");
    }

    /// <summary>The expected text, and no document that was formatted before the fix and is not any more.</summary>
    public static async Task RequireAsync(SolutionState expected, Solution before, Solution after, string how)
    {
        if (await DifferenceAsync(after, expected) is { } difference)
        {
            throw new HarnessException($"{how} gave other text than expected.\n{difference}");
        }

        foreach (var document in after.Projects.Single().Documents)
        {
            var wasFormatted = before.GetDocument(document.Id) is not { } original || await FormattingAsync(original) is null;
            if (wasFormatted && await FormattingAsync(document) is { } formatting)
            {
                throw new HarnessException($"{how} left {document.FilePath} unformatted:\n{formatting}");
            }
        }
    }

    /// <summary>What differs from the expected text, or null.</summary>
    public static async Task<string?> DifferenceAsync(Solution solution, SolutionState expected)
    {
        var actualTexts = await TextsAsync(solution);
        var expectedTexts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in expected.ParsedSources.Select(s => (s.Path, s.Markup.Text)).Concat(expected.AdditionalFiles))
        {
            expectedTexts.Add(path, text);
        }

        var differences =
            from path in expectedTexts.Keys.Union(actualTexts.Keys)
            let expectedText = expectedTexts.GetValueOrDefault(path, "(no such file)")
            let actualText = actualTexts.GetValueOrDefault(path, "(no such file)")
            where expectedText != actualText
            select $"-------- {path}\n{LineDiff.Of(expectedText, actualText)}\n";
        return string.Concat(differences) is { Length: > 0 } found ? found : null;
    }

    private static async Task<string?> FormattingAsync(Document document)
    {
        var text = Normalize(await document.GetTextAsync());
        var formatted = Normalize(await (await Formatter.FormatAsync(document)).GetTextAsync());
        return text == formatted ? null : LineDiff.Of(text, formatted);
    }

    private static async Task<SortedDictionary<string, string>> TextsAsync(Solution solution)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in solution.Projects.SelectMany(p => p.Documents.Concat(p.AdditionalDocuments)))
        {
            texts.Add(document.FilePath ?? "/0/" + document.Name, Normalize(await document.GetTextAsync()));
        }

        return texts;
    }

    // The formatter writes the line endings of the machine that it runs on.
    private static string Normalize(SourceText text) => text.ToString().ReplaceLineEndings("\n");

    private sealed class Generators(ImmutableArray<ISourceGenerator> generators) : AnalyzerReference
    {
        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
    }
}
