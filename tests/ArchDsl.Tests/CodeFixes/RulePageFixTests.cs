using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ArchDsl.CodeFixes;
using ArchDsl.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>The page of each rule lists the code fixes that an editor offers for its bad program, as the menu has them.</summary>
public sealed partial class RulePageFixTests
{
    private static readonly ImmutableArray<Type> Providers =
        [.. typeof(ArchitectureCodeFixProvider).Assembly.GetExportedTypes().Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ArchitectureCodeFixProvider)))];

    [Theory, MemberData(nameof(RulePagesTests.Ids), MemberType = typeof(RulePagesTests))]
    public async Task Page_ListsTheFixes(string id)
    {
        DocumentationPage page = DocumentationPage.Of("docs", "rules", id + ".md");
        string section = page.Section("Fix");
        using AdhocWorkspace workspace = new();
        Solution solution = CodeFix<CureCodeFixProvider>.CreateSolution(workspace, page.Blocks("csharp").Single(static block => block.Kind == "bad").Text);
        List<string> offered = [];
        foreach (Type provider in Providers)
        {
            var actions = (Task<ImmutableArray<CodeAction>>)typeof(CodeFix<>).MakeGenericType(provider).GetMethod("ActionsAsync")!.Invoke(null, [solution])!;
            offered.AddRange((await actions).Where(action => action.EquivalenceKey!.StartsWith(id, StringComparison.Ordinal)).Select(static action => action.Title));
        }

        Assert.Equal(offered, Bullet.Matches(section).Select(static match => match.Groups[1].Value));
        Assert.Equal(offered.Count == 0, section.StartsWith("There is no code fix", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^- `(.+)`$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Bullet { get; }
}
