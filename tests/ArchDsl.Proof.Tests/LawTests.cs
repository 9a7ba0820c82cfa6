using System.Diagnostics;
using System.Text;
using ArchDsl.Harness;
using ArchDsl.Model;
using ArchDsl.Tests.Fuzzing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace ArchDsl.Proof.Tests;

/// <summary>
/// The laws, on architectures that broke one once (the files in <c>Cases</c>) and on random ones. <c>ARCHDSL_LONG=1</c> tries more
/// of these, <c>ARCHDSL_SEED</c> others. What fails is made smaller and left in <c>Cases</c>, to be mended and kept.
/// </summary>
public sealed class LawTests(ITestOutputHelper output)
{
    private const int Normal = 100;
    private const int Long = 2_400;
    private const int BatchSize = 50;

    // One is enough to mend; a few show whether they are the same.
    private const int MostFailures = 3;

    private const int Shown = 20;

    internal static readonly string Cases = Path.Combine(Repository.Root, "tests", "ArchDsl.Proof.Tests", "Cases");

    [Fact]
    public async Task FixedCases_ObeyTheLaws()
    {
        var files = Directory.EnumerateFiles(Cases, "*.cs").Order(StringComparer.Ordinal).ToList();
        var outcomes = await Batch.RunAsync([.. files.Select((file, i) => File.ReadAllText(file).Replace("namespace Case;", $"namespace {Batch.Space(i)};", StringComparison.Ordinal))]);

        Assert.NotEmpty(files);
        List<string> broken =
        [
            .. files.Zip(outcomes).SelectMany(one => Trial.Judge(one.Second).Select(violation => $"{Path.GetFileName(one.First)}: {violation.Law}: {violation.Message}")),
            .. files.Zip(outcomes).SelectMany(one => one.Second.Refused.Select(reason => $"{Path.GetFileName(one.First)} is refused: {reason}")),
        ];
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public async Task RandomArchitectures_ObeyTheLaws()
    {
        var count = Seed.Count(Normal, Long);
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var (refused, synthesised, failures) = (0, 0, new StringBuilder());
        var found = 0;
        var reasons = new List<string>();
        for (var first = 0; first < count && found < MostFailures; first += BatchSize)
        {
            var seeds = Enumerable.Range(Seed.First + first, Math.Min(BatchSize, count - first)).ToList();
            var drafts = seeds.ConvertAll(RandomArchitecture.Make);
            var outcomes = await Batch.RunAsync([.. drafts.Select((draft, i) => draft.Source(Batch.Space(i)))]);
            reasons.AddRange(outcomes.Where(outcome => outcome.Refused.Count > 0).Select(outcome => outcome.Refused[0]));
            refused += outcomes.Count(outcome => outcome.Refused.Count > 0);
            synthesised += outcomes.Sum(outcome => outcome.Stages.Count);
            for (var i = 0; i < seeds.Count && found < MostFailures; i++)
            {
                if (Trial.Judge(outcomes[i]) is [var violation, ..])
                {
                    found++;
                    failures.Append(await ReportAsync(seeds[i], drafts[i], violation));
                }
            }
        }

        var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        output.WriteLine($"{count} architectures from seed {Seed.First}: {refused} refused, {synthesised} stages synthesised, {watch.Elapsed.TotalSeconds:f0} s, {busy:f0} s of processor time.");
        output.WriteLine("Some refusals: " + string.Join("\n  ", reasons.Take(Shown)));
        Assert.True(found == 0, failures.ToString());
        Assert.True(synthesised > count / 4, $"Only {synthesised} of {count} architectures mean something: the laws prove little.");
    }

    /// <summary>The laws hold for every kind only where every kind is tried, in a case that always runs and at random.</summary>
    [Fact]
    public void EveryKind_IsTried()
    {
        var kinds = typeof(ArchDslAttribute).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ArchDslAttribute)))
            .Select(type => AttributeDeclaration.NameOf(type.Name))
            .Where(name => AttributeBinder.Bind(new(name, 0, [], [])) is { } attribute && Kind.Of(attribute) is not null)
            .ToList();
        var fixedCase = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Cases, "EveryEdge.cs"))).GetRoot().DescendantNodes().OfType<AttributeSyntax>().Select(attribute => attribute.Name.ToString());
        var random = Enumerable.Range(Seed.First, Normal).SelectMany(seed => Names(RandomArchitecture.Make(seed)));

        Assert.NotEmpty(kinds);
        Assert.Equal([], kinds.Except(fixedCase));
        Assert.Equal([], kinds.Except(random));

        static IEnumerable<string> Names(Draft draft) => draft.Attributes.Select(attribute => attribute.Name).Concat(draft.Children.SelectMany(Names));
    }

    private static async Task<string> ReportAsync(int seed, Draft draft, Violation violation)
    {
        var small = await Trial.ShrinkAsync(draft, violation.Law);
        var source = small.Source("Case");
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            await File.WriteAllTextAsync(Path.Combine(Cases, $"{violation.Law}{seed}.cs"), source);
        }

        return $"{Seed.Repeat(seed)} breaks {violation.Law}: {violation.Message}\n{source}\n";
    }
}
