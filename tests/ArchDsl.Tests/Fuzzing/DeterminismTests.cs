using System.Collections.Concurrent;
using System.Globalization;
using ArchDsl.Generators;
using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>Equal architectures give the same bytes and the same findings, wherever, whenever and in whatever form of file they stand.</summary>
public sealed class DeterminismTests
{
    private const int Normal = 4;
    private const int Long = 500;
    private const string Today = "2026-07-01";

    [Fact]
    public void TextAndFindings_AreTheSame()
    {
        int count = Seed.Count(Normal, Long);
        for (int seed = Seed.First; seed < Seed.First + count; seed++)
        {
            IReadOnlyList<(string Path, string Text)> files = RandomArchitecture.Make(seed).Files("Fuzz");
            string expected = Generate(files);
            Assert.NotEqual("", expected);
            foreach ((string how, Func<string> generate) in Ways(files))
            {
                string actual = generate();
                Assert.True(expected == actual, $"{Seed.Repeat(seed)}: the text differs {how}.\n{LineDiff.Of(expected, actual)}");
            }
        }
    }

    [Fact]
    public void GeneratedText_IsTheSameOnManyThreads()
    {
        IReadOnlyList<(string Path, string Text)>[] drafts = [.. Enumerable.Range(Seed.First, Normal).Select(static seed => RandomArchitecture.Make(seed).Files("Fuzz"))];
        string[] expected = [.. drafts.Select(Generate)];
        ConcurrentBag<int> different = [];
        Parallel.For(0, drafts.Length * 4, i =>
        {
            if (Generate(drafts[i % drafts.Length]) != expected[i % drafts.Length])
            {
                different.Add(i);
            }
        });

        Assert.Empty(different);
    }

    private static IEnumerable<(string How, Func<string> Generate)> Ways(IReadOnlyList<(string Path, string Text)> files)
    {
        yield return ("from files in reversed order", () => Generate([.. files.Reverse()]));
        yield return ("from another folder", () => Generate([.. files.Select(static file => ("elsewhere/src/" + file.Path, file.Text))]));
        yield return ("from a folder of Windows", () => Generate([.. files.Select(static file => (@"C:\Work\Shop\" + file.Path, file.Text))], prefix: ""));
        yield return ("with CRLF", () => Generate([.. files.Select(static file => (file.Path, file.Text.ReplaceLineEndings("\r\n")))]));
        foreach (string culture in (string[])["tr-TR", "fi-FI", "ar-SA", "th-TH"])
        {
            yield return ($"under the culture {culture}", () => In(culture, () => Generate(files)));
        }

        foreach (string zone in (string[])["Pacific/Kiritimati", "America/St_Johns"])
        {
            yield return ($"in the time zone {zone}", () => InZone(zone, () => Generate(files)));
        }
    }

    private static string Generate(IReadOnlyList<(string Path, string Text)> files) => Generate(files, "/0/");

    private static string Generate(IReadOnlyList<(string Path, string Text)> files, string prefix)
    {
        SolutionState state = TestProgram.Of();
        CSharpCompilation compilation = state.CreateCompilation().AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Text, SolutionState.ParseOptions, prefix + file.Path)));
        GeneratorRun run = GeneratorRun.Start([new ArchitectureGenerator()], state, compilation);
        run.ThrowIfFailed();
        return run.Text + string.Join('\n', Analysis.Check(TestProgram.Declare(state, compilation), Today).Select(Text));
    }

    private static string Text(StagedFinding found) =>
        $"{found.Finding.RuleId} {string.Join(", ", found.Stages)} {string.Join(" | ", found.Finding.Arguments)} at {string.Join(", ", found.Finding.Places.Select(static place => $"{place.Origin.Node} {place.Cure} {place.Change}"))}";

    private static string In(string culture, Func<string> generate)
    {
        (CultureInfo previous, CultureInfo previousUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return generate();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (previous, previousUI);
        }
    }

    private static string InZone(string zone, Func<string> generate)
    {
        string? previous = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return generate();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", previous);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
