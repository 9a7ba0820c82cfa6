using System.Globalization;
using System.Text;
using ArchDsl.Harness;
using ArchDsl.Model;

namespace ArchDsl.Tests.Coverage;

/// <summary>
/// The table of what other scanners look for. A concern has a row in concerns.csv, where it comes from, and one in verdicts.csv, which
/// says what ArchDsl does about it; docs/rules/coverage.md is written from both.
/// </summary>
public sealed class CoverageTests
{
    private static readonly string[] Verdicts = [Concern.Impossible, Concern.Rule, Concern.NotApplicable, Concern.Open];

    [Fact]
    public void Concerns_HaveEachAVerdict()
    {
        Assert.Equal(372, Concern.All.Count);
        Assert.Equal(Concern.Rows("concerns.csv").Select(static row => row["concern"]), Concern.Rows("verdicts.csv").Select(static row => row["concern"]));
        Assert.Equal(Concern.All.Select(static concern => concern.Name).Distinct(), Concern.All.Select(static concern => concern.Name));
        Assert.All(Concern.All, static concern => Assert.Contains(concern.Verdict, Verdicts));
    }

    [Fact]
    public void Verdicts_SayByWhat() => Assert.All(
        Concern.All,
        static concern => Assert.True(concern.By.Length > 0 == concern.Verdict is Concern.Rule or Concern.NotApplicable, concern.Name));

    [Fact]
    public void Rules_Exist() => Assert.All(Concern.All.SelectMany(static concern => concern.Rules), static id => Assert.NotNull(RuleSet.Find(id)));

    /// <summary>Whoever knows a concern from another scanner finds its id on the page of the rule: one of each scanner that has it.</summary>
    [Fact]
    public void Rules_AreKnownByTheIdsOfTheirConcerns() => Nothing(
        from concern in Concern.All
        let rules = concern.Rules.Select(static id => RuleSet.Find(id)!).Where(static rule => rule.IsConfigurable).ToList()
        where rules.Count > 0
        from scanner in concern.Ids.GroupBy(static id => id.Scanner, static id => id.Id)
        where !scanner.Any(id => rules.Any(rule => rule.KnownAs.Contains(id)))
        select $"{string.Join(" or ", concern.Rules)} lacks an id of {scanner.Key} for {concern.Name}: {string.Join(", ", scanner)}");

    /// <summary>A rule that is known by an id of a concern covers one.</summary>
    [Fact]
    public void Risks_HaveAConcern() => Nothing(
        RuleSet.All.Where(static rule => Concern.All.Any(concern => concern.Ids.Any(id => rule.KnownAs.Contains(id.Id)))).Select(static rule => rule.Id)
            .Except(Concern.All.SelectMany(static concern => concern.Rules)));

    [Fact]
    public void Page_IsWhatTheTableSays() => GeneratedText.Matches(Path.Combine("docs", "rules", "coverage.md"), static _ => Page());

    private static void Nothing(IEnumerable<string> faults) => Assert.Equal("", string.Join("\n", faults));

    private static string Page()
    {
        StringBuilder page = new("""
            <!-- Written by CoverageTests from tests/ArchDsl.Tests/Coverage. -->
            # Coverage

            What cdk-nag, Checkov, KICS, Trivy, cfn-nag, cfn-guard and AWS Security Hub look for in a template, and what ArchDsl does about it.

            - **impossible**: no template of ArchDsl has it. A case of
              [ImpossibleTests](../../tests/ArchDsl.Synthesis.Tests/Coverage/ImpossibleTests.cs) under the same name looks for it in the templates of
              all samples, in each stage, and of [an architecture](../../tests/Weakest/Everything.cs) that has each kind with each weakening.
            - **rule**: it can be said, and a rule finds it.
            - **not applicable**: it cannot be said, or means nothing here.
            - **open**: it can happen, and no rule finds it yet.


            """);
        page.Append("| service | concerns | impossible | rule | not applicable | open |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (IGrouping<string, Concern> service in Services())
        {
            page.Append(Counts($"[{service.Key}](#{service.Key.ToLowerInvariant()})", [.. service]));
        }

        page.Append(Counts("**all**", Concern.All));
        foreach (IGrouping<string, Concern> service in Services())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {service.Key}\n\n| concern | what is looked for | verdict |\n|---|---|---|\n");
            foreach (Concern concern in service)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {concern.Name} | {Cell(concern.Check)} | {Verdict(concern)} |\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<IGrouping<string, Concern>> Services() => Concern.All.GroupBy(static concern => concern.Service);

    private static string Counts(string name, IReadOnlyList<Concern> concerns) =>
        $"| {name} | {concerns.Count} | {string.Join(" | ", Verdicts.Select(verdict => concerns.Count(concern => concern.Verdict == verdict)))} |\n";

    private static string Verdict(Concern concern) => concern.Verdict switch
    {
        Concern.Rule => "rule " + string.Join(", ", concern.Rules.Select(static id => $"[{id}]({id}.md)")),
        Concern.NotApplicable => "not applicable: " + Cell(concern.By),
        _ => concern.Verdict,
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
