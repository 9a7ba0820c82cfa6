using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

public enum MarkupMode
{
    Allow,
    None,
}

/// <summary>Files by path. A file without a name becomes <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c>, and so on.</summary>
public sealed class SourceFileList(string prefix, string extension) : IEnumerable<(string Path, string Content)>
{
    private readonly List<(string Path, string Content)> files = [];

    public int Count => files.Count;

    public void Add(string content) => Add((prefix + files.Count.ToString(CultureInfo.InvariantCulture) + extension, content));

    public void Add((string Path, string Content) file) =>
        files.Add((file.Path.StartsWith('/') ? file.Path : "/0/" + file.Path, file.Content.ReplaceLineEndings("\n")));

    internal void InheritFrom(SourceFileList other)
    {
        if (Count == 0)
        {
            files.AddRange(other.files);
        }
    }

    public IEnumerator<(string Path, string Content)> GetEnumerator() => files.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One project as a test states it: files, options, references, expectations.</summary>
public sealed class SolutionState
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>As strict as a consumer can set the compiler: every warning wave, nullable on. The SDK always leaves out CS1701 and CS1702.</summary>
    public static CSharpCompilationOptions CompilationOptions { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
        deterministic: true);

    public SourceFileList Sources { get; } = new("/0/Test", ".cs");

    public SourceFileList AdditionalFiles { get; } = new("/0/Additional", ".txt");

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files: diagnostic severities and options.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = new("/", ".editorconfig");

    /// <summary>Options as MSBuild would hand them over, such as <c>build_property.X</c>.</summary>
    public Dictionary<string, string> GlobalOptions { get; } = [];

    public List<MetadataReference> AdditionalReferences { get; } = [];

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    public ImmutableArray<MetadataReference> ReferenceAssemblies { get; set; } = HarnessDefaults.ReferenceAssemblies;

    /// <summary>The generators that run before analyzers and fixes. A generator's own tests name theirs themselves.</summary>
    public List<Func<IIncrementalGenerator>> Generators { get; } = [.. HarnessDefaults.Generators];

    public MarkupMode MarkupHandling { get; set; }

    internal IEnumerable<MetadataReference> References =>
        ReferenceAssemblies.Concat(HarnessDefaults.References).Concat(AdditionalReferences).Distinct();

    internal IEnumerable<(string Path, Markup Markup)> ParsedSources =>
        Sources.Select(s => (s.Path, MarkupHandling == MarkupMode.None ? new Markup(s.Content, []) : Markup.Parse(s.Content)));

    internal IEnumerable<(string Path, string Content)> AllConfigFiles => GlobalOptions.Count == 0
        ? AnalyzerConfigFiles
        : AnalyzerConfigFiles.Append(
            ("/harness.globalconfig", "is_global = true\n" + string.Concat(GlobalOptions.Select(o => $"{o.Key} = {o.Value}\n"))));

    internal ImmutableArray<AdditionalText> AdditionalTexts => [.. AdditionalFiles.Select(f => new InMemoryText(f.Path, f.Content))];

    internal ConfigOptions CreateConfigOptions() =>
        new(AnalyzerConfigSet.Create(AllConfigFiles.Select(f => AnalyzerConfig.Parse(f.Content, f.Path)).ToList()));

    internal CSharpCompilation CreateCompilation() => CSharpCompilation.Create(
        "TestProject",
        ParsedSources.Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Markup.Text, Encoding.UTF8), ParseOptions, s.Path)),
        References,
        CompilationOptions.WithSyntaxTreeOptionsProvider(new SeverityOptions(CreateConfigOptions())));

    /// <summary>A fixed state says only what the fix changes.</summary>
    internal SolutionState InheritFrom(SolutionState other)
    {
        AdditionalFiles.InheritFrom(other.AdditionalFiles);
        AnalyzerConfigFiles.InheritFrom(other.AnalyzerConfigFiles);
        foreach (var option in other.GlobalOptions)
        {
            GlobalOptions.TryAdd(option.Key, option.Value);
        }

        AdditionalReferences.AddRange(other.AdditionalReferences.Except(AdditionalReferences));
        ReferenceAssemblies = other.ReferenceAssemblies;
        MarkupHandling = other.MarkupHandling;
        Generators.Clear();
        Generators.AddRange(other.Generators);
        return this;
    }

    private sealed class InMemoryText(string path, string content) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(content, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}

/// <summary>Options from .editorconfig and .globalconfig text, read by Roslyn's own parser.</summary>
internal sealed class ConfigOptions(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
{
    public AnalyzerConfigSet Set => set;

    public override AnalyzerConfigOptions GlobalOptions => new Options(set.GlobalConfigOptions.AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ForPath(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ForPath(textFile.Path);

    private Options ForPath(string path) => new(set.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>Severities from the same files, as the command-line compiler applies them.</summary>
internal sealed class SeverityOptions(ConfigOptions options) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        options.Set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        options.Set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
