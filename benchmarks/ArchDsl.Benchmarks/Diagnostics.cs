using System.Collections.Immutable;
using ArchDsl.Analyzers;
using ArchDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Benchmarks;

/// <summary>What typing costs: generator and analyzers after an edit, against what Roslyn alone does for the same program.</summary>
internal static class Diagnostics
{
    private const int Components = 100;
    private const int WarmUps = 8;
    private const int Edits = 11;

    private static readonly CompilationWithAnalyzersOptions Options = new(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: false);

    // The same instances for all edits, as an editor has them.
    private static readonly ImmutableArray<DiagnosticAnalyzer> ArchDsl = [new ArchitectureAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> Empty = [new EmptyAnalyzer()];

    public static void Run()
    {
        CSharpCompilation sources = Sources.Compilation(Components);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ArchitectureGenerator().AsSourceGenerator()], parseOptions: Sources.Options).RunGenerators(sources);
        int count = Findings(sources, driver).Length;
        if (count > 0)
        {
            throw new InvalidOperationException($"The program that is kept has {count} open findings.");
        }

        // A method body does not matter to an architecture, and an argument does.
        Project(sources, ref driver, "edit elsewhere", "Plain0.cs", "=> x + ");
        Project(sources, ref driver, "edit of a component", "Root0.cs", "Image = \"example.com/service:");
        OneFile(sources, driver, "edit elsewhere", "Plain0.cs", "=> x + ");
        OneFile(sources, driver, "comment", "Root0.cs", "// Edited:");
        OneFile(sources, driver, "edit of a component", "Root0.cs", "Image = \"example.com/service:");
        OpenFindings(driver);
    }

    /// <summary>What it costs that findings are open, and what as many of any analyzer's would cost at the same places.</summary>
    private static void OpenFindings(GeneratorDriver driver)
    {
        CSharpCompilation sources = Sources.Compilation(Components, open: true);
        driver = driver.RunGenerators(sources);
        ImmutableArray<Diagnostic> findings = Findings(sources, driver);
        ImmutableArray<DiagnosticAnalyzer> other = [new OtherAnalyzer(findings.ToLookup(static finding => finding.Location.SourceTree!.FilePath, static finding => finding.Location.SourceSpan))];
        ImmutableArray<SyntaxTree> generated = driver.GetRunResult().GeneratedTrees;
        List<Cost> empty = [];
        List<Cost> theirs = [];
        List<Cost> ours = [];
        for (int i = 0; i < WarmUps + Edits; i++)
        {
            CSharpCompilation edited = Edit(sources, "Plain0.cs", "=> x + ", i).AddSyntaxTrees(generated);
            Cost costEmpty = Cost.Of(() => Analyze(edited.Clone(), Empty));
            Cost costTheirs = Cost.Of(() => Analyze(edited.Clone(), other));
            Cost costOurs = Cost.Of(() => Analyze(edited.Clone(), ArchDsl));
            if (i >= WarmUps)
            {
                empty.Add(costEmpty);
                theirs.Add(costTheirs);
                ours.Add(costOurs);
            }
        }

        Cost added = Cost.Median(ours.Zip(empty, static (o, e) => o - e));
        Cost price = Cost.Median(theirs.Zip(empty, static (t, e) => t - e));
        Console.WriteLine($"""
            whole program, {Components} components, {findings.Length} open findings, edit elsewhere
              with an empty analyzer      {Cost.Median(empty)}
              one with as many findings   {Cost.Median(theirs)}
              with ArchDsl                {Cost.Median(ours)}
              those of ArchDsl add        {added}
              those of the other add      {price}
            """);
    }

    private static ImmutableArray<Diagnostic> Findings(CSharpCompilation sources, GeneratorDriver driver) =>
        sources.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees).WithAnalyzers(ArchDsl, Options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static void Project(CSharpCompilation sources, ref GeneratorDriver driver, string edit, string file, string before)
    {
        List<Cost> roslyn = [];
        List<Cost> empty = [];
        List<Cost> generator = [];
        List<Cost> all = [];
        List<Cost> bare = [];
        for (int i = 0; i < WarmUps + Edits; i++)
        {
            // Each side has a compilation of its own, with generated trees of its own, since the driver parses them at each run: nothing is
            // bound and no node is made before it is asked for.
            CSharpCompilation edited = Edit(sources, file, before, i);
            driver.RunGeneratorsAndUpdateCompilation(edited.Clone(), out Compilation forRoslyn, out _);
            driver.RunGeneratorsAndUpdateCompilation(edited.Clone(), out Compilation forEmpty, out _);
            Cost costRoslyn = Cost.Of(() => forRoslyn.GetDiagnostics());
            Cost costBare = Cost.Of(() => edited.Clone().GetDiagnostics());
            Cost costEmpty = Cost.Of(() => Analyze(forEmpty, Empty));
            GeneratorDriver next = driver;
            Compilation? whole = null;
            CSharpCompilation fresh = edited.Clone();
            Cost costGenerator = Cost.Of(() => next = next.RunGeneratorsAndUpdateCompilation(fresh, out whole, out _));
            Cost costAll = Cost.Of(() => Analyze(whole!, ArchDsl));
            driver = next;
            if (i >= WarmUps)
            {
                roslyn.Add(costRoslyn);
                bare.Add(costBare);
                empty.Add(costEmpty);
                generator.Add(costGenerator);
                all.Add(costAll);
            }
        }

        // An analysis of a whole program makes Roslyn's own diagnostics as well: what analyzers add is what is more than with an empty one.
        Cost analyzers = Cost.Median(all.Zip(empty, static (a, e) => a - e));
        Cost added = Cost.Median(all.Zip(empty, static (a, e) => a - e).Zip(generator, static (a, g) => new Cost(a.Milliseconds + g.Milliseconds, a.Kilobytes + g.Kilobytes)));
        Cost own = Cost.Median(roslyn);
        Console.WriteLine($"""
            whole program, {Components} components, {edit}
              Roslyn, all of it           {own}
              Roslyn, sources alone       {Cost.Median(bare)}
              with an empty analyzer      {Cost.Median(empty)}
              with ArchDsl                {Cost.Median(all)}
              generator                   {Cost.Median(generator)}
              analyzers add               {analyzers}
            """);
        Gate.AtMost($"generator and analyzers to Roslyn, processor time, {edit}", added.Milliseconds / own.Milliseconds, 0.10);
        Gate.AtMost($"generator and analyzers to Roslyn, allocation, {edit}", added.Kilobytes / own.Kilobytes, 0.10);
        Console.WriteLine();
    }

    private static void OneFile(CSharpCompilation sources, GeneratorDriver driver, string edit, string file, string before)
    {
        List<Cost> empty = [];
        List<Cost> all = [];
        ImmutableArray<SyntaxTree> generated = driver.GetRunResult().GeneratedTrees;
        for (int i = 0; i < WarmUps + Edits; i++)
        {
            // Editors run generators when a file is saved, and analyzers at every key: the generated code is that of before.
            CSharpCompilation edited = Edit(sources, file, before, i).AddSyntaxTrees(generated);
            Cost costEmpty = Cost.Of(() => AnalyzeFile(edited.Clone(), file, Empty));
            Cost costAll = Cost.Of(() => AnalyzeFile(edited.Clone(), file, ArchDsl));
            if (i >= WarmUps)
            {
                empty.Add(costEmpty);
                all.Add(costAll);
            }
        }

        (Cost without, Cost with) = (Cost.Median(empty), Cost.Median(all));
        Console.WriteLine($"""
            one file, {Components} components, {edit}
              with an empty analyzer      {without}
              with ArchDsl                {with}
            """);
        Gate.AtMost($"one file, ArchDsl to an empty analyzer, processor time, {edit}", with.Milliseconds / without.Milliseconds, 2);
        Gate.AtMost($"one file, ArchDsl to an empty analyzer, allocation, {edit}", with.Kilobytes / without.Kilobytes, 2);
        Console.WriteLine();
    }

    private static void Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        compilation.WithAnalyzers(analyzers, Options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static void AnalyzeFile(Compilation compilation, string file, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.First(tree => tree.FilePath == file));
        compilation.WithAnalyzers(analyzers, Options).GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult();
    }

    // As an editor does it: the text is changed in one place, and what did not change is parsed no more.
    private static CSharpCompilation Edit(CSharpCompilation compilation, string file, string before, int edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First(t => t.FilePath == file);
        SourceText text = tree.GetText();
        int at = text.ToString().IndexOf(before, StringComparison.Ordinal) + before.Length;
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 0), $"{edit % 10}"))));
    }

    /// <summary>Asks for the same symbols and does nothing with them.</summary>
#pragma warning disable RS1036, RS1038, RS2008 // It is no analyzer of a package.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Nothing = new("EMPTY", "Nothing", "Nothing", "None", DiagnosticSeverity.Info, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static start => start.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType));
        }
    }

    /// <summary>Reports something at given places, and knows nothing of architectures.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class OtherAnalyzer(ILookup<string, TextSpan> places) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Something = new("OTHER", "Something", "Something", "None", DiagnosticSeverity.Info, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Something];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    SyntaxTree tree = symbol.Symbol.Locations[0].SourceTree!;
                    foreach (TextSpan span in symbol.Symbol.ContainingType is null ? places[tree.FilePath] : [])
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Something, Location.Create(tree, span)));
                    }
                },
                SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1036, RS1038, RS2008
}
