using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using RuleSet = ArchDsl.Model.RuleSet;

namespace ArchDsl.Tests.Rules;

/// <summary>The page of each rule: its programs are compiled, and what it says of the rule is compared with the rule.</summary>
public sealed class RulePagesTests
{
    private static readonly string[] Sections =
        ["What", "Why it matters", "Bad program", "Good program", "Fix", "How to accept it", ".editorconfig"];

    public static TheoryData<string> Ids => [.. RuleSet.All.Select(static rule => rule.Id)];

    /// <summary>The rules about risks: what is wrong with the source itself cannot be accepted.</summary>
    public static TheoryData<string> Risks => [.. RuleSet.All.Where(IsRisk).Select(static rule => rule.Id)];

    [Fact]
    public void Pages_AreThoseOfTheRules() => Assert.Equal(
        RuleSet.All.Select(static rule => rule.Id),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules"), "ARCH*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void Index_ListsTheRulesByCategory() => GeneratedText.Matches(Path.Combine("docs", "rules", "README.md"), static text =>
    {
        foreach (IGrouping<string, Rule> category in RuleSet.All.GroupBy(static rule => rule.Category))
        {
            Assert.Contains($"\n## {category.Key}\n", text, StringComparison.Ordinal);
            int start = text.IndexOf($"\n## {category.Key}\n", StringComparison.Ordinal);
            text = text[..start] + GeneratedText.WithRows(
                text[start..],
                "|---|---|---|",
                category.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity} |"));
        }

        return text;
    });

    /// <summary>The list of pages beside the pages, on the documentation site.</summary>
    [Fact]
    public void SiteIndex_ListsTheRulesByCategory() => GeneratedText.Matches(Path.Combine("docs", "rules", "toc.yml"), static _ => string.Concat(
    [
        "- name: All rules\n  href: README.md\n- name: What other scanners look for\n  href: coverage.md\n",
        .. RuleSet.All.GroupBy(static rule => rule.Category).Select(static category => $"- name: {category.Key}\n  items:\n" + string.Concat(
            category.Select(static rule => $"  - name: \"{rule.Id}: {rule.Title}\"\n    href: {rule.Id}.md\n"))),
    ]));

    [Theory, MemberData(nameof(Ids))]
    public void Page_BeginsWithTheRule(string id) => GeneratedText.Matches(Path.Combine("docs", "rules", id + ".md"), text =>
    {
        Rule rule = RuleSet.Find(id)!;
        return GeneratedText.WithRows(
            $"# {id}: {rule.Title}" + text[text.IndexOf('\n', StringComparison.Ordinal)..],
            "|---|---|",
            [
                $"| Category | {rule.Category} |",
                $"| Severity | {rule.Severity} |",
                $"| Known as | {(rule.KnownAs.Count == 0 ? "–" : string.Join(", ", rule.KnownAs))} |",
            ]);
    });

    [Theory, MemberData(nameof(Ids))]
    public void Page_HasTheShapeOfAllPages(string id)
    {
        DocumentationPage page = PageOf(id);
        Rule rule = RuleSet.Find(id)!;

        Assert.Equal(Sections, page.Headings);
        Assert.Contains("https://docs.aws.amazon.com/", page.Section("Why it matters"), StringComparison.Ordinal);
        Assert.Equal(!IsRisk(rule), page.Section("How to accept it").StartsWith("It cannot be accepted", StringComparison.Ordinal));
        Assert.Contains($"dotnet_diagnostic.{id}.severity = ", page.Section(".editorconfig"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Blocks("csharp"), static block => block.Kind is not ("bad" or "good" or "accept"));
    }

    /// <summary>The bad program breaks the rule, and beside it only those that its block names; the page quotes the messages.</summary>
    [Theory, MemberData(nameof(Ids))]
    public async Task BadProgram_IsReportedAsThePageSays(string id)
    {
        DocumentationPage page = PageOf(id);
        DocumentationPage.Block bad = BlockOf(page, "bad");

        IReadOnlyList<Diagnostic> diagnostics = (await page.Check(bad.Text)).Architecture;

        Assert.Equal(bad.Others.Append(id).Order(StringComparer.Ordinal), diagnostics.Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            Assert.Single(page.Blocks("text")).Text,
            string.Concat(diagnostics.Select(static d => $"{d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage(null)}\n")));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task GoodProgram_CompilesAndBreaksNoRule(string id) => await IsClean(PageOf(id), BlockOf(PageOf(id), "good").Text);

    /// <summary>The acceptance of the page, put above the attribute at fault, leaves nothing to report.</summary>
    [Theory, MemberData(nameof(Risks))]
    public async Task Acceptance_HidesTheFinding(string id)
    {
        DocumentationPage page = PageOf(id);
        string bad = BlockOf(page, "bad").Text;
        Diagnostic finding = (await page.Check(bad)).Architecture.First(d => d.Id == id);
        int line = bad.LastIndexOf('\n', finding.Location.SourceSpan.Start) + 1;

        await IsClean(page, bad.Insert(line, BlockOf(page, "accept").Text));
    }

    private static bool IsRisk(Rule rule) => rule.Category != "Language";

    private static DocumentationPage PageOf(string id) => DocumentationPage.Of("docs", "rules", id + ".md");

    private static DocumentationPage.Block BlockOf(DocumentationPage page, string kind) => Assert.Single(page.Blocks("csharp"), block => block.Kind == kind);

    private static async Task IsClean(DocumentationPage page, string program)
    {
        (IReadOnlyList<Diagnostic> architecture, IReadOnlyList<Diagnostic> errors) = await page.Check(program);
        Assert.Empty(architecture);
        Assert.Empty(errors);
    }
}
