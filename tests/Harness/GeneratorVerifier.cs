using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

/// <summary>What every generator owes its users, whatever it generates.</summary>
public static class GeneratorVerifier<TGenerator>
    where TGenerator : IIncrementalGenerator, new()
{
    private const string UnrelatedPath = "/0/HarnessUnrelated.cs";

    public static GeneratorRun Run(string source) => Run(StateOf(source));

    public static GeneratorRun Run(SolutionState state) => Run(state, state.CreateCompilation());

    /// <summary>All checks below; returns the run, for a snapshot.</summary>
    public static GeneratorRun VerifyGenerator(string source) => VerifyGenerator(StateOf(source));

    public static GeneratorRun VerifyGenerator(SolutionState state)
    {
        var run = VerifyCleanOutput(state);
        VerifyModelPurity(state);
        VerifyDeterminism(state);
        VerifyFileOrder(state);
        VerifyCultures(state);
        VerifyCaching(state);
        return run;
    }

    /// <summary>The run of a build, with the outputs that no code depends on.</summary>
    public static GeneratorRun RunBuild(SolutionState state) => Run(state, state.CreateCompilation(), building: true);

    /// <summary>No exception, no diagnostic, and generated code without errors and warnings, documentation included.</summary>
    public static GeneratorRun VerifyCleanOutput(SolutionState state)
    {
        VerifyClean(RunBuild(state));
        return VerifyClean(Run(state));
    }

    private static GeneratorRun VerifyClean(GeneratorRun run)
    {
        if (!run.Sources.Any())
        {
            throw new HarnessException("The generator generated nothing, so there is nothing to verify.");
        }

        var written = run.Input.SyntaxTrees.ToHashSet();
        var problems = run.Output.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Where(d => d.Id != "CS1591" || !written.Contains(d.Location.SourceTree!)) // a test's own source needs no documentation
            .ToList();
        return problems.Count == 0
            ? run
            : throw new HarnessException(string.Concat(
                "The compilation after generation has errors or warnings:",
                string.Concat(problems.Select(d => "\n  " + DiagnosticResult.Describe(d))),
                string.Concat(problems.Select(d => d.Location.SourceTree).OfType<SyntaxTree>().Distinct().Select(Print))));

        static string Print(SyntaxTree tree) => $"\n-------- {tree.FilePath}\n{tree}";
    }

    /// <summary>No model holds what ties it to one compilation or breaks its equality.</summary>
    public static void VerifyModelPurity(SolutionState state)
    {
        var problems = RequireSteps(Run(state)).SelectMany(s => ModelPurity.Problems(s.Value, s.Name)).Distinct().ToList();
        if (problems.Count > 0)
        {
            throw new HarnessException("Models must hold values alone:" + string.Concat(problems.Select(p => "\n  " + p)));
        }
    }

    /// <summary>Equal sources give equal models and equal text: no clock, no identity, no hash order.</summary>
    public static void VerifyDeterminism(SolutionState state)
    {
        var first = Run(state);
        var second = Run(state);
        RequireSameText(first, second, "from the same sources, in a second run from scratch");

        var unequal = RequireSteps(first).Zip(RequireSteps(second))
            .Where(pair => !pair.First.Value.Equals(pair.Second.Value))
            .Select(pair => pair.First.Name)
            .Distinct()
            .ToList();
        if (unequal.Count > 0)
        {
            throw new HarnessException($"Equal sources gave unequal models in: {string.Join(", ", unequal)}");
        }
    }

    public static void VerifyFileOrder(SolutionState state)
    {
        var compilation = state.CreateCompilation();
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());
        RequireSameText(Run(state, compilation), Run(state, reversed), "from the same files in reversed order");
    }

    /// <summary>Turkish has an i of its own, Finnish a comma in numbers and a minus sign of its own.</summary>
    public static void VerifyCultures(SolutionState state)
    {
        var invariant = InCulture(CultureInfo.InvariantCulture, () => Run(state));
        foreach (var name in (string[])["tr-TR", "fi-FI"])
        {
            RequireSameText(invariant, InCulture(CultureInfo.GetCultureInfo(name), () => Run(state)), $"under the culture {name}");
        }
    }

    /// <summary>Every step is reused when nothing changed, and when something changed that does not concern it.</summary>
    public static void VerifyCaching(SolutionState state)
    {
        var compilation = state.CreateCompilation();
        compilation = compilation.AddSyntaxTrees(Parse("internal static class HarnessUnrelated\n{\n}\n", UnrelatedPath));
        var first = Run(state, compilation);
        RequireSteps(first);

        foreach (var (description, edited) in UnrelatedEdits(compilation))
        {
            var again = first.RunAgain(edited);
            again.ThrowIfFailed();
            var redone = again.NamedSteps.Concat(again.OutputSteps)
                .Where(s => s.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(s => $"\n  {s.Reason} {s.Name}: {Preview(s.Value)}")
                .Distinct()
                .ToList();
            if (redone.Count > 0)
            {
                throw new HarnessException($"After {description} these steps should have been cached:{string.Concat(redone)}");
            }

            RequireSameText(first, again, "after " + description);
        }
    }

    private static IEnumerable<(string Description, CSharpCompilation Edited)> UnrelatedEdits(CSharpCompilation compilation)
    {
        const string Type = "file static class HarnessAdded\n{\n    internal static int Value() => 1;\n}\n\n";
        yield return ("no change (a cloned compilation)", compilation.Clone());
        yield return ("a new file", compilation.AddSyntaxTrees(Parse(Type, "/0/HarnessAdded.cs")));
        yield return ("a comment in another file", Edit(IsUnrelated, StartOfFile, "// A comment.\n"));
        yield return ("a blank line in another file", Edit(IsUnrelated, StartOfFile, "\n"));
        yield return ("a member in another file", Edit(IsUnrelated, StartOfBody, "\n    internal static int Value() => 1;"));
        yield return ("a comment at the top of the same file", Edit(IsOwn, StartOfFile, "// A comment.\n"));
        yield return ("a blank line before the class", Edit(IsOwn, StartOfType, "\n"));
        yield return ("a comment before the class", Edit(IsOwn, StartOfType, "// A comment.\n"));
        yield return ("a class before the class", Edit(IsOwn, StartOfType, Type));
        yield return ("a comment in the class", Edit(IsOwn, StartOfBody, " // A comment.\n"));

        static bool IsUnrelated(SyntaxTree tree) => tree.FilePath == UnrelatedPath;
        static bool IsOwn(SyntaxTree tree) => !IsUnrelated(tree);
        static int? StartOfFile(IEnumerable<BaseTypeDeclarationSyntax> types) => 0;
        static int? StartOfType(IEnumerable<BaseTypeDeclarationSyntax> types) => types.FirstOrDefault()?.FullSpan.Start;
        static int? StartOfBody(IEnumerable<BaseTypeDeclarationSyntax> types) =>
            types.FirstOrDefault() is { OpenBraceToken: { IsMissing: false, RawKind: not 0 } brace } ? brace.Span.End : null;

        CSharpCompilation Edit(Func<SyntaxTree, bool> which, Func<IEnumerable<BaseTypeDeclarationSyntax>, int?> where, string insertion)
        {
            var edited = compilation;
            foreach (var tree in compilation.SyntaxTrees.Where(which))
            {
                if (where(tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()) is { } position)
                {
                    // As an editor does it, so that syntax that did not change stays the same.
                    var change = new TextChange(new(position, 0), insertion);
                    edited = edited.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
                }
            }

            return edited;
        }
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, SolutionState.ParseOptions, path);

    private static SolutionState StateOf(string source) => new() { Sources = { source } };

    private static GeneratorRun Run(SolutionState state, CSharpCompilation compilation, bool building = false)
    {
        var run = GeneratorRun.Start([new TGenerator()], state, compilation, building);
        run.ThrowIfFailed();
        return run;
    }

    private static GeneratorRun InCulture(CultureInfo culture, Func<GeneratorRun> run)
    {
        var (previous, previousUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (previous, previousUI);
        }
    }

    private static List<StepOutput> RequireSteps(GeneratorRun run) =>
        run.NamedSteps.OrderBy(s => s.Name, StringComparer.Ordinal).ToList() is { Count: > 0 } steps
            ? steps
            : throw new HarnessException("The generator names no step (WithTrackingName) that put something out.");

    private static void RequireSameText(GeneratorRun expected, GeneratorRun actual, string when)
    {
        if (expected.Text != actual.Text)
        {
            throw new HarnessException($"The generated text differs {when}:\n{LineDiff.Of(expected.Text, actual.Text)}");
        }
    }

    private static string Preview(object value) => $"{value}" is { Length: > 200 } text ? text[..200] + "..." : $"{value}";
}
