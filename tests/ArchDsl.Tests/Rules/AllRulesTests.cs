using System.Reflection;
using ArchDsl.Analyzers;
using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using RuleSet = ArchDsl.Model.RuleSet;

namespace ArchDsl.Tests.Rules;

/// <summary>What holds for every rule, so that a new one cannot lack it.</summary>
public sealed class AllRulesTests
{
    private static readonly string RulesFolder = Path.Combine(Repository.Root, "src", "ArchDsl.Model", "Rules");

    public static TheoryData<string> Ids => [.. RuleSet.All.Select(static rule => rule.Id)];

    [Fact]
    public void Ids_AreUniqueAndInOrder()
    {
        Assert.NotEmpty(RuleSet.All);
        Assert.Equal(RuleSet.All.Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal), RuleSet.All.Select(static rule => rule.Id));
        Assert.All(RuleSet.All, static rule => Assert.Matches("^ARCH[0-5][0-9]{3}$", rule.Id));
    }

    [Fact]
    public void Files_AreOneForEachRule() => Assert.Equal(
        RuleSet.All.Select(static rule => $"{rule.Category}/{rule.Id}{rule.GetType().Name}.cs"),
        Directory.EnumerateFiles(RulesFolder, "ARCH*.cs", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(RulesFolder, file).Replace('\\', '/'))
            .OrderBy(static file => Path.GetFileName(file), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Exists(string id) => Assert.StartsWith($"# {id}: ", DocumentationPage.Of("docs", "rules", id + ".md").Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreWhole(string id)
    {
        Rule rule = RuleSet.Find(id)!;
        Assert.Equal(id, rule.Id);
        Assert.All([rule.Title, rule.Message, rule.Description], static text => Assert.Equal(text.Trim(), text));
        Assert.All([rule.Title, rule.Message, rule.Description], Assert.NotEmpty);
        Assert.DoesNotContain('\n', rule.Title + rule.Message);
        Assert.False(rule.Title.EndsWith('.'), "A title is no sentence.");
        Assert.Matches("[.?]$", rule.Description);
        Assert.All(rule.KnownAs, Assert.NotEmpty);
        Assert.Equal(rule.KnownAs.Distinct(), rule.KnownAs);

        // A finding that the lowering makes says that the source makes no sense; a risk may be known to other scanners.
        Assert.Equal(rule.Category == "Language", rule is LoweringRule or AcceptanceRule);
        Assert.True(rule.Category != "Language" || rule.KnownAs.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_SaysWhatTheRuleSays(string id)
    {
        Rule rule = RuleSet.Find(id)!;
        DiagnosticDescriptor descriptor = RuleDescriptors.Of(id);

        Assert.Equal((rule.Id, rule.Title, rule.Category), (descriptor.Id, $"{descriptor.Title}", descriptor.Category));
        Assert.StartsWith(rule.Message, $"{descriptor.MessageFormat}", StringComparison.Ordinal);
        Assert.Equal($"{rule.Severity}", $"{descriptor.DefaultSeverity}");
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal($"https://github.com/archdsl/archdsl/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.Contains(descriptor, new ArchitectureAnalyzer().SupportedDiagnostics);
    }

    /// <summary>The table that Roslyn's release tracking reads: what is shipped stays, the rest is written from the rules.</summary>
    [Fact]
    public void ReleaseTable_HasARowForEachRule()
    {
        string shipped = File.ReadAllText(Path.Combine(Repository.Root, ReleaseTable("Shipped")));
        GeneratedText.Matches(
            ReleaseTable("Unshipped"),
            text => GeneratedText.WithRows(
                text,
                "--------|----------|----------|-------",
                RuleSet.All.Where(rule => !shipped.Contains($"{rule.Id} |", StringComparison.Ordinal))
                    .Select(static rule => $"{rule.Id} | {rule.Category} | {rule.Severity} | {rule.Title}, [page]({rule.HelpLink})")));

        static string ReleaseTable(string table) => Path.Combine("src", "ArchDsl.Analyzers", $"AnalyzerReleases.{table}.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_ShowTheRuleAtWorkAndAtRest(string id)
    {
        Rule rule = RuleSet.Find(id)!;
        Type? tests = typeof(RuleTests).Assembly.GetType($"{typeof(RuleTests).Namespace}.{rule.Category}.{id}{rule.GetType().Name}Tests");
        Assert.NotNull(tests);
        Assert.True(tests.IsSubclassOf(typeof(RuleTests)));

        List<string> names = [.. tests.GetMethods().Where(static method => method.GetCustomAttribute<FactAttribute>() is not null).Select(static method => method.Name)];

        Assert.Contains(names, static name => !RuleTests.IsNegative(name));
        Assert.Contains(names, RuleTests.IsNegative);
    }
}
