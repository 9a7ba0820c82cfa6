using System.Diagnostics;
using ArchDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Benchmarks;

/// <summary>What an edit elsewhere costs: ArchDsl's generator against the floor, a generator that only looks its attribute up.</summary>
internal static class Incremental
{
    private const int WarmUps = 20;
    private const int Edits = 30;

    public static void Run()
    {
        Console.WriteLine("components | floor KB | ArchDsl KB | ratio | floor ms | ArchDsl ms");
        foreach (int components in new[] { 20, 200, 1000 })
        {
            CSharpCompilation compilation = Sources.Compilation(components);
            (double floorKb, double floorMs) = Measure(new LookUpOnly(), compilation);
            (double kb, double ms) = Measure(new ArchitectureGenerator(), compilation);
            Console.WriteLine(FormattableString.Invariant($"{components,10} | {floorKb,8:F0} | {kb,10:F0} | {kb / floorKb,5:F2} | {floorMs,8:F1} | {ms,10:F1}"));
            Gate.AtMost($"allocation to the floor's, {components} components", kb / floorKb, 1.25);
        }
    }

    private static (double Kilobytes, double Milliseconds) Measure(IIncrementalGenerator generator, CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.Options).RunGenerators(compilation);
        List<long> bytes = [];
        List<double> times = [];
        for (int edit = 1; edit <= WarmUps + Edits; edit++)
        {
            CSharpCompilation edited = Sources.EditElsewhere(compilation, edit);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited);
            if (edit > WarmUps)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        bytes.Sort();
        times.Sort();
        return (bytes[Edits / 2] / 1024.0, times[Edits / 2]);
    }

    /// <summary>The floor: finds every class with an attribute of the most frequent kind, and keeps its name.</summary>
    private sealed class LookUpOnly : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("ArchDsl.FargateAttribute", static (_, _) => true, static (found, _) => found.TargetSymbol.Name),
            static (_, _) => { });
    }
}
