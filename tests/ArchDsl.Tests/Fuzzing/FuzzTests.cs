using System.Diagnostics;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>
/// No source makes the generator or an analyzer throw or hang, generated code always parses, and strings stay strings.
/// <c>ARCHDSL_LONG=1</c> tries more, <c>ARCHDSL_SEED</c> others. What fails is made smaller and left in <c>Cases</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Normal = 300;
    private const int Long = 50_000;

    // In processor time, since a slow machine is no hang, and on all cores, since other tests run beside. What sleeps is found by the clock.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10) * Environment.ProcessorCount;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private static readonly string Cases = Path.Combine(Repository.Root, "tests", "ArchDsl.Tests", "Fuzzing", "Cases");

    // Between the files of a case.
    private const string Separator = "\n// ---- the next file\n";

    [Fact]
    public async Task FixedCases_DoNoHarm()
    {
        Fuzzer fuzzer = new();
        string[] cases = [.. Directory.EnumerateFiles(Cases, "*.txt").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(cases);
        foreach (string file in cases)
        {
            Assert.Equal("", Path.GetFileName(file) is var name && await FaultAsync(fuzzer, (await File.ReadAllTextAsync(file)).Split(Separator)) is { } fault ? $"{name}: {fault}" : "");
        }
    }

    [Fact]
    public async Task MutatedSources_DoNoHarm()
    {
        Fuzzer fuzzer = new();
        int count = Seed.Count(Normal, Long);
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        for (int seed = Seed.First; seed < Seed.First + count; seed++)
        {
            string[] files = Fuzzer.Case(seed);
            if (await FaultAsync(fuzzer, files) is { } fault)
            {
                files = await ShrinkAsync(fuzzer, files);
                string source = string.Join(Separator, files);
                if (Environment.GetEnvironmentVariable("CI") != "true")
                {
                    await File.WriteAllTextAsync(Path.Combine(Cases, $"Case{seed}.txt"), source);
                }

                Assert.Fail($"{Seed.Repeat(seed)}: {fault}\n{source}");
            }
        }

        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        output.WriteLine($"{count} sources from seed {Seed.First} in {watch.Elapsed.TotalSeconds:f0} s, {seconds:f0} s of processor time.");
    }

    /// <summary>Work without end is found.</summary>
    [Fact]
    public async Task Hang_IsFound()
    {
        using CancellationTokenSource stop = new();
        Task<string?> busy = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
            }

            return (string?)null;
        });
        Assert.NotNull(await BoundAsync(busy, Glance));
        await stop.CancelAsync();
    }

    /// <summary>Generated code as a faulty emitter might write it.</summary>
    [Theory]
    [InlineData("class A {")]
    [InlineData("class A { string s = Zq7(); }")]
    [InlineData("class A { string s = $\"{Zq7}\"; }")]
    [InlineData("class A { /* Zq7 */ }")]
    [InlineData("// Zq7\nclass A;")]
    [InlineData("/// <summary><Zq7/></summary>\nclass A;")]
    [InlineData("/// <summary><see cref=\"Zq7\"/></summary>\nclass A;")]
    [InlineData("/// <summary>The key \u2028class Zq7;\u2028</summary>\nclass A;")]
    [InlineData("class A { object o = new P { Value = \"{{resolve:ssm:x}}\" }; }")]
    [InlineData("class A { object o = Amazon.CDK.Fn.Sub(\"${Zq7}\"); }")]
    public void Faults_AreFound(string generated) =>
        Assert.NotNull(Fuzzer.FaultOf(CSharpSyntaxTree.ParseText(generated, SolutionState.ParseOptions).GetRoot(), refused: false));

    [Theory]
    [InlineData("class A { string s = \"Zq7\"; }")]
    [InlineData("/// <summary>The key Zq7.</summary>\nclass A;")]
    [InlineData("class A { object o = Amazon.CDK.Fn.Sub(\"${!Zq7}-${AWS::Region}\"); }")]
    [InlineData("class A { void M() { Report = new R(\"{{resolve:ssm:x}}\"); } }")]
    [InlineData("[assembly: M(\"{{resolve:ssm:x}}\")]")]
    public void Strings_AreNoFaults(string generated) =>
        Assert.Null(Fuzzer.FaultOf(CSharpSyntaxTree.ParseText(generated, SolutionState.ParseOptions).GetRoot(), refused: false));

    private static async Task<string?> FaultAsync(Fuzzer fuzzer, string[] files)
    {
        try
        {
            return await BoundAsync(Task.Run(() => fuzzer.FaultAsync(files)), Bound);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static async Task<string?> BoundAsync(Task<string?> work, TimeSpan bound)
    {
        using Process process = Process.GetCurrentProcess();
        (Stopwatch watch, TimeSpan before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        while (await Task.WhenAny(work, Task.Delay(Glance)) != work)
        {
            process.Refresh();
            TimeSpan spent = process.TotalProcessorTime - before;
            if (spent > bound || watch.Elapsed > LongestSleep)
            {
                return $"It takes more than {spent.TotalSeconds:f0} s of processor time, {watch.Elapsed.TotalSeconds:f0} s by the clock.";
            }
        }

        return await work;
    }

    /// <summary>The fewest lines found that fail.</summary>
    private static async Task<string[]> ShrinkAsync(Fuzzer fuzzer, string[] files)
    {
        for (int file = 0; file < files.Length; file++)
        {
            List<string> lines = [.. files[file].Split('\n')];
            for (int size = lines.Count / 2; size > 0; size /= 2)
            {
                for (int at = 0; at + size <= lines.Count;)
                {
                    List<string> fewer = [.. lines.Take(at), .. lines.Skip(at + size)];
                    files[file] = string.Join('\n', fewer);
                    if (await FaultAsync(fuzzer, files) is not null)
                    {
                        lines = fewer;
                    }
                    else
                    {
                        at += size;
                    }
                }
            }

            files[file] = string.Join('\n', lines);
        }

        return files;
    }
}
