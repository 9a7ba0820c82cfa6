using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ArchDsl.Analyzers;
using ArchDsl.Generators;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>Runs generator and analyzers on one source after the other, as an editor does: references and drivers are kept.</summary>
internal sealed partial class Fuzzer
{
    private readonly CSharpCompilation empty;
    private GeneratorDriver driver = CSharpGeneratorDriver.Create([new ArchitectureGenerator().AsSourceGenerator()], parseOptions: SolutionState.ParseOptions);

    public Fuzzer()
    {
        SolutionState state = TestProgram.Of();
        empty = state.CreateCompilation();
    }

    /// <summary>The sources that mutations begin with.</summary>
    public static IReadOnlyList<string> Samples { get; } = [.. TestProgram.Samples.Select(static name => TestProgram.OfSample(name).Sources.First().Content)];

    /// <summary>The files of a case: a sample or a random architecture, mutated, sometimes with a second file that says something else.</summary>
    public static string[] Case(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, random.Next(8) == 0 ? 2 : 1).Select(_ => Mutation.Apply(Source(), random))];

        string Source() => random.Next(3) == 0 ? Samples[random.Next(Samples.Count)] : RandomArchitecture.Make(seed).Source("Fuzz");
    }

    /// <summary>What goes wrong with some files; null where nothing does.</summary>
    public async Task<string?> FaultAsync(string[] files)
    {
        CSharpCompilation input = empty.AddSyntaxTrees(files.Select(static (text, i) => CSharpSyntaxTree.ParseText(text, SolutionState.ParseOptions, $"/0/Fuzz{i}.cs")));
        GeneratorDriver ran = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        if (ran.GetRunResult().Results.Single().Exception is { } exception)
        {
            return $"The generator threw: {exception}";
        }

        driver = ran;
        if (diagnostics.Length > 0)
        {
            return $"The generator reported {diagnostics[0]}";
        }

        // The analyzer reads no generated code, and to bind all of it takes most of the time: in an editor it has not run yet, either.
        Compilation analyzed = files[0].Length % 8 == 0 ? output : input;
        ConcurrentQueue<Exception> thrown = [];
        CompilationWithAnalyzers analysis = analyzed.WithAnalyzers([new ArchitectureAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (e, _, _) => thrown.Enqueue(e), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> findings = await analysis.GetAnalyzerDiagnosticsAsync();
        if (thrown.TryDequeue(out Exception? first))
        {
            return $"The analyzer threw: {first}";
        }

        bool refused = findings.Any(static finding => finding.Id == "ARCH0013");

        // A string that lost its quotation marks may have become the name of a class, in the source itself.
        bool isName = input.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantTokens()).Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IsMarked(token.Text));
        return output.SyntaxTrees.Except(input.SyntaxTrees).Select(tree => FaultOf(tree.GetRoot(), refused, isName)).FirstOrDefault(static fault => fault is not null);
    }

    /// <summary>Generated code parses, and what came from a string of the user's is in it as a string alone.</summary>
    /// <param name="root">The generated code.</param>
    /// <param name="refused">Whether a value was refused, so that this code is never compiled.</param>
    /// <param name="isName">Whether the mark is in a name of the user's.</param>
    internal static string? FaultOf(SyntaxNode root, bool refused, bool isName = false)
    {
        if (root.GetDiagnostics().FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            return $"Generated code does not parse: {error}";
        }

        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true))
        {
            string text = token.ValueText;
            if (!token.IsKind(SyntaxKind.StringLiteralToken))
            {
                if (IsMarked(token.Text) && !isName && !IsOutput(token) && !IsStage(token) && !IsDocumentation(token))
                {
                    return $"A string of the user's became code: {token.Parent}";
                }
            }
            else if (text.Contains("{{resolve:", StringComparison.Ordinal) && !refused && !IsTold(token))
            {
                return $"A string of the user's is a dynamic reference: {token.Parent!.Parent}";
            }
            else if (IsSubstitution(token) && Foreign().Match(text) is { Success: true } foreign)
            {
                return $"A string of the user's became the intrinsic {foreign.Value}: {token.Parent!.Parent}";
            }
        }

        return root.DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => !trivia.HasStructure && IsMarked(trivia.ToFullString()) && !isName)
            .Select(static trivia => $"A string of the user's became a comment: {trivia}")
            .FirstOrDefault();
    }

    // The variable of an output has its name, of which letters and digits are left.
    private static bool IsOutput(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Text.StartsWith("output", StringComparison.Ordinal);

    // Methods are named after the stages that they are for, whose names are letters, digits and hyphens, such as DefineSecurityGroups_prod.
    private static bool IsStage(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Text.EndsWith("_" + Mutation.Mark, StringComparison.Ordinal);

    // What a class becomes is told in its documentation, where a string is text between tags.
    private static bool IsDocumentation(SyntaxToken token) => token.IsKind(SyntaxKind.XmlTextLiteralToken) && token.Parent is XmlTextSyntax;

    private static bool IsMarked(string text) => text.Contains(Mutation.Mark, StringComparison.Ordinal);

    // The report is printed and the manifest embedded in the assembly: neither is deployed.
    private static bool IsTold(SyntaxToken token) => token.Parent!.Ancestors().Any(static node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Report" } } or AttributeSyntax);

    private static bool IsSubstitution(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.ToString().EndsWith(".Fn.Sub", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"\$\{(?!!|AWS::(AccountId|Region|Partition)\})[^}]*")]
    private static partial Regex Foreign();
}
