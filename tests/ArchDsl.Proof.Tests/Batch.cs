using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Amazon.CDK;
using ArchDsl.Analyzers;
using ArchDsl.CloudFormation;
using ArchDsl.Generators;
using ArchDsl.Harness;
using ArchDsl.Model;
using ArchDsl.Reader;
using ArchDsl.Synthesis.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Proof.Tests;

/// <summary>What became of one architecture.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Refused">The errors for which it was not synthesised: those of the compiler in the source itself, and ARCH0xxx.</param>
/// <param name="Problems">What should never happen: an analyzer that throws, generated code that does not compile, a CDK that refuses it.</param>
/// <param name="Stages">Each stage of it, synthesised.</param>
internal sealed record Outcome(string Source, IReadOnlyList<string> Refused, IReadOnlyList<string> Problems, IReadOnlyList<Synthesized> Stages);

/// <summary>
/// Compiles many architectures as one assembly, each in a namespace of its own, and synthesises them in this process: the
/// compiler, the CDK and its Node.js are paid for once. One with an error of ARCH1xxx or above is synthesised all the same,
/// so that the error can be judged by the template.
/// </summary>
internal static class Batch
{
    /// <summary>The name of the namespace of a case.</summary>
    public static string Space(int index) => $"Case{index:d5}";

    /// <param name="sources">The sources, each in the namespace <see cref="Space"/> of its index.</param>
    public static async Task<IReadOnlyList<Outcome>> RunAsync(IReadOnlyList<string> sources)
    {
        SolutionState state = new() { MarkupHandling = MarkupMode.None };
        for (var i = 0; i < sources.Count; i++)
        {
            state.Sources.Add(($"{Space(i)}.cs", sources[i]));
        }

        var run = GeneratorRun.Start([new ArchitectureGenerator()], state, state.CreateCompilation());
        run.ThrowIfFailed();
        var thrown = new ConcurrentQueue<Exception>();
        var analysis = run.Output.WithAnalyzers([new ArchitectureAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var found = (await analysis.GetAnalyzerDiagnosticsAsync()).ToLookup(diagnostic => SpaceOf(diagnostic.Location.SourceTree), StringComparer.Ordinal);
        var errors = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(diagnostic => SpaceOf(diagnostic.Location.SourceTree), StringComparer.Ordinal);
        if (thrown.TryDequeue(out var exception))
        {
            throw new HarnessException($"The analyzer threw: {exception}", exception);
        }

        var refused = new List<string>[sources.Count];
        var problems = new List<string>[sources.Count];
        for (var i = 0; i < sources.Count; i++)
        {
            refused[i] = [.. errors[Space(i)].Where(error => run.Input.ContainsSyntaxTree(error.Location.SourceTree)).Concat(found[Space(i)].Where(IsOfLanguage)).Select(DiagnosticResult.Describe)];
            problems[i] = refused[i].Count > 0 ? [] : [.. errors[Space(i)].Select(error => "Generated code does not compile: " + DiagnosticResult.Describe(error))];
        }

        var good = Enumerable.Range(0, sources.Count).Where(i => refused[i].Count + problems[i].Count == 0).ToList();
        var spaces = good.Select(Space).ToHashSet(StringComparer.Ordinal);
        var compilation = run.Output.RemoveSyntaxTrees(run.Output.SyntaxTrees.Where(tree => !spaces.Contains(SpaceOf(tree))));
        var assembly = Load(compilation);
        var stages = new IReadOnlyList<Synthesized>[sources.Count];
        using var folder = new TemporaryFolder();
        foreach (var i in good)
        {
            stages[i] = Synthesise(compilation, assembly, Space(i), folder, problems[i]);
        }

        return [.. sources.Select((source, i) => new Outcome(source, refused[i], problems[i], stages[i] ?? []))];

        static bool IsOfLanguage(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("ARCH0", StringComparison.Ordinal);
    }

    // Source files and generated ones alike have names that begin with the namespace.
    private static string SpaceOf(SyntaxTree? tree) => Path.GetFileName(tree?.FilePath ?? "").Split('.')[0];

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.WithAssemblyName($"Proof{Guid.NewGuid():n}").Emit(stream);
        return emitted.Success
            ? Assembly.Load(stream.ToArray())
            : throw new HarnessException(string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(DiagnosticResult.Describe)));
    }

    private static List<Synthesized> Synthesise(CSharpCompilation compilation, Assembly assembly, string space, TemporaryFolder folder, List<string> problems)
    {
        var root = compilation.GlobalNamespace.GetNamespaceMembers().Single(n => n.Name == space).GetTypeMembers().First(ArchitectureReader.HasAttribute);
        var declaration = ArchitectureReader.Read(root, default)!;
        var type = assembly.GetType($"{space}.{root.MetadataName}", throwOnError: true)!;
        var synthesised = new List<Synthesized>();
        foreach (var stage in Model.Stages.Of(declaration))
        {
            try
            {
                synthesised.Add(new Synthesized(declaration, stage, Synthesise(type, stage, folder.Folder($"{space}-{stage}"))));
            }
            catch (Exception exception)
            {
                problems.Add($"It is not synthesised: {(exception as TargetInvocationException)?.InnerException ?? exception}");
            }
        }

        return synthesised;
    }

    private static Template Synthesise(Type type, string? stage, string folder)
    {
        var app = new App(new AppProps
        {
            Outdir = folder,
            // What no law reads costs half of the time.
            AnalyticsReporting = false,
            StackTraces = false,
            TreeMetadata = false,
            Context = new Dictionary<string, object> { ["aws:cdk:enable-path-metadata"] = true },
        });
        var constructor = type.GetConstructors().Single();
        object?[] arguments = constructor.GetParameters().Length == 4 ? [app, "Stack", stage, null] : [app, "Stack", null];
        constructor.Invoke(arguments);
        app.Synth();
        return Template.Load(Directory.EnumerateFiles(folder, "*.template.json").Single());
    }
}
