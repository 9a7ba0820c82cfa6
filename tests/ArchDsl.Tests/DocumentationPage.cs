using System.Text.RegularExpressions;
using ArchDsl.Analyzers;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests;

/// <summary>A page of the documentation, with the programs in it.</summary>
internal sealed partial record DocumentationPage(string Text)
{
    /// <summary>The day on which the pages are read: acceptances in them end before or after it.</summary>
    private const string Today = "2026-12-01";

    /// <summary>Reads a page.</summary>
    /// <param name="path">The path from the root of the repository.</param>
    public static DocumentationPage Of(params string[] path) => new(File.ReadAllText(Path.Combine([Repository.Root, .. path])).ReplaceLineEndings("\n"));

    /// <summary>The headings of the second level, outside of blocks.</summary>
    public IEnumerable<string> Headings => Heading.Matches(Fence.Replace(Text, "")).Select(static match => match.Groups[1].Value);

    /// <summary>The fenced blocks in a language.</summary>
    public IEnumerable<Block> Blocks(string language) =>
        from match in Fence.Matches(Text)
        where match.Groups[1].Value == language
        let words = match.Groups[2].Value.Split(' ')
        select new Block(words[0], words[1..], match.Groups[3].Value);

    /// <summary>What stands below a heading of the second level.</summary>
    public string Section(string heading)
    {
        string text = Text[(Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal) + heading.Length + 5)..];
        return (text.IndexOf("\n## ", StringComparison.Ordinal) is var end and >= 0 ? text[..end] : text).Trim();
    }

    /// <summary>Generates from a program of the page, in a project with the scripts of the page.</summary>
    /// <param name="about">The rule that the page is about.</param>
    /// <returns>
    /// What the analyzer reports, by position, and the errors of the compiler. A build shows no advice, and so no page does but that of
    /// the rule itself.
    /// </returns>
    public async Task<(IReadOnlyList<Diagnostic> Architecture, IReadOnlyList<Diagnostic> Errors)> Check(string program, string? about = null)
    {
        SolutionState state = new() { Sources = { program }, MarkupHandling = MarkupMode.None, GlobalOptions = { ["build_property.ArchDslToday"] = Today } };
        foreach (Block script in Blocks("sh"))
        {
            state.AdditionalFiles.Add((script.Kind, script.Text));
        }

        (IReadOnlyList<Diagnostic> architecture, IReadOnlyList<Diagnostic> errors) = await Analysis.Run(state);
        return ([.. architecture.Where(d => d.Severity > DiagnosticSeverity.Info || d.Id == about)], errors);
    }

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence { get; }

    /// <summary>A fenced block: <c>```csharp bad ARCH2010</c> is a bad program that also breaks ARCH2010, <c>```sh name.sh</c> a script.</summary>
    /// <param name="Kind">The second word of the fence.</param>
    /// <param name="Others">The words after it.</param>
    /// <param name="Text">What is in the block.</param>
    public sealed record Block(string Kind, IReadOnlyList<string> Others, string Text);

    private sealed class Analysis : CSharpAnalyzerTest<ArchitectureAnalyzer>
    {
        public static async Task<(IReadOnlyList<Diagnostic>, IReadOnlyList<Diagnostic>)> Run(SolutionState state)
        {
            GeneratorRun run = GeneratorRun.Start(state.Generators.Select(static create => create()), state, state.CreateCompilation());
            run.ThrowIfFailed();
            return (
                [.. (await AnalyzeAsync(run.Output, new(state.AdditionalTexts, state.CreateConfigOptions()))).OrderBy(static d => d.Location.SourceSpan.Start)],
                [.. run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)]);
        }
    }
}
