using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ArchDsl.Analyzers;
using ArchDsl.Synthesis.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Benchmarks;

/// <summary>From an edit to the verdict on it: the analyzers, which read the source, against scanners, which read the template.</summary>
internal static class Verdict
{
    private const int WarmUps = 50;
    private const int Edits = 51;
    private const int Rounds = 2;
    private const string Region = "us-east-1";

    public static async Task Run()
    {
        (Spent warm, int findings) = Warm();
        Console.WriteLine($"ArchDsl, warm                 {warm.Wall * 1000,8:F1} ms, processor {warm.Processor * 1000:F1} ms; {findings} finding(s) in the exposed one");
        Console.WriteLine();

        using TemporaryFolder folders = new();
        Project project = await Project.WithArchDsl(folders);
        string[] properties = ["-p:UseSharedCompilation=false"];
        List<Spent> cold = [];
        List<Spent> synthesis = [];
        List<Spent> lint = [];
        List<Spent> nag = [];
        string? withoutNag = CdkNag.WhyMissing();
        string? cfnLint = Command.OnPath("cfn-lint");
        for (int round = -1; round < Rounds; round++)
        {
            project.Edit(round + 1);
            Spent build = await project.Build(properties);
            Spent synth = (await project.Synthesize()).Spent;
            Spent? linted = cfnLint is null ? null : (await Spent.Of(cfnLint, ["--regions", Region, "--template", project.Template], project.Folder, mayFail: true)).Spent;
            Spent? nagged = withoutNag is null ? await Time(() => CdkNag.Check(project.Template)) : null;
            if (round >= 0)
            {
                cold.Add(build);
                synthesis.Add(synth);
                lint.AddRange(linted is { } l ? [l] : []);
                nag.AddRange(nagged is { } n ? [n] : []);
            }
        }

        (Spent built, Spent synthesized) = (Spent.Median(cold), Spent.Median(synthesis));
        Console.WriteLine($"ArchDsl, cold: dotnet build   {built}");
        Console.WriteLine($"synthesis for the scanners    {synthesized}");
        Compare("cfn-lint", lint, cfnLint is null ? "cfn-lint is not on the PATH." : null);
        Compare("cdk-nag", nag, withoutNag);

        void Compare(string scanner, List<Spent> scans, string? missing)
        {
            if (missing is not null)
            {
                Console.WriteLine($"{scanner}: left out. {missing}");
                return;
            }

            // A warm scanner has the program built already: it needs the template alone.
            Spent scan = Spent.Median(scans);
            Spent fromTemplate = synthesized + scan;
            Spent fromSource = built + fromTemplate;
            Console.WriteLine($"{scanner,-10} the scan alone     {scan}");
            Gate.AtLeast($"{scanner} with build and synthesis to ArchDsl warm, clock", fromSource.Wall / warm.Wall, 100);
            Gate.AtLeast($"{scanner} with synthesis to ArchDsl warm, clock", fromTemplate.Wall / warm.Wall, 100);
            Gate.AtLeast($"{scanner} with synthesis to ArchDsl warm, processor time", fromTemplate.Processor / warm.Processor, 100);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {scanner} with build and synthesis to ArchDsl cold, processor time: {fromSource.Processor / built.Processor:F1}"));
        }
    }

    // As an editor has it: the compiler is up, one file was edited, its tree is parsed anew where it changed, the rest is known.
    private static (Spent Median, int Findings) Warm()
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        string folder = Path.Combine(Project.Root, "samples", "LibertySocial");
        string source = File.ReadAllText(Path.Combine(folder, "LibertySocial.cs"));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Verdict",
            [
                CSharpSyntaxTree.ParseText(source, Sources.Options, "LibertySocial.cs", System.Text.Encoding.UTF8),
                CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, "Program.cs")), Sources.Options, "Program.cs", System.Text.Encoding.UTF8),
            ],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new ArchitectureAnalyzer()];
        List<Spent> all = [];
        int findings = 0;
        for (int edit = 0; edit < WarmUps + Edits; edit++)
        {
            // No two are equal, so that nothing is known of any.
            bool exposed = edit % 2 == 1;
            string group = "[SecurityGroup(\"rds-sg\"), ";
            string text = source
                .Replace("StorageGiB = 20", string.Create(CultureInfo.InvariantCulture, $"StorageGiB = {20 + edit}"), StringComparison.Ordinal)
                .Replace(group, exposed ? group + "Ingress(Cidr.Internet, 5432), " : group, StringComparison.Ordinal);
            SyntaxTree before = compilation.SyntaxTrees[0];
            int found = 0;
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            compilation = compilation.ReplaceSyntaxTree(before, before.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8)));
            found = compilation.WithAnalyzers(analyzers)
                .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, CancellationToken.None).GetAwaiter().GetResult()
                .Count(static d => d.Severity >= DiagnosticSeverity.Warning);
            Spent spent = new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
            if (edit >= WarmUps)
            {
                all.Add(spent);
                findings = exposed ? found : findings;
            }
        }

        return (Spent.Median(all), findings);
    }

    private static async Task<Spent> Time(Func<Task> action)
    {
        double processor = Spent.ProcessorOfChildren();
        long start = Stopwatch.GetTimestamp();
        await action();
        return new Spent(Stopwatch.GetElapsedTime(start).TotalSeconds, Spent.ProcessorOfChildren() - processor);
    }
}
