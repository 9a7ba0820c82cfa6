using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>A team's own rules: written against one package, packed as another, and at work in a project that has both.</summary>
[Collection(BuildsCollection.Name)]
public class OrgRulesTests(Builds builds)
{
    private static readonly string Invoices = "AcceptRisk(\"ACME0001\"";

    [Fact]
    public async Task Rules_RunLikeTheBuiltInOnes()
    {
        await PackRules();
        var consumer = (await Consumer.Create(builds, "AcmeShop", "console", "ArchDsl", "Acme.ArchRules")).With(Path.Combine("OrgRules", "Acme.Shop"));

        // The sample breaks no rule: the acceptance in it hides a finding, and nobody finds fault with it.
        var build = (await consumer.Build()).Succeeded();
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);

        // Without the acceptance the finding stands on the bucket's name.
        var bare = Source().Where(line => !line.Contains(Invoices, StringComparison.Ordinal)).ToList();
        Assert.Equal([(LineOf(bare, "legacy-invoices"), "error", "ACME0001")], await Findings(bare));

        // A stage of its own, and a severity of its own.
        var single = Source().Where(line => !line.Contains("MultiAz", StringComparison.Ordinal)).ToList();
        Assert.Equal([(LineOf(single, "[Rds]"), "warning", "ACME0002")], await Findings(single));

        // Acceptances end, and are judged by the analyzer that has the rule: each is told once.
        Assert.Equal(
            [(LineOf(Source(), "legacy-invoices"), "error", "ACME0001"), (LineOf(Source(), Invoices), "error", "ARCH0021")],
            await Findings(Source(), "-p:ArchDslToday=2100-01-01"));
        var renamed = Source().Select(line => line.Replace("legacy-invoices", "acme-invoices", StringComparison.Ordinal)).ToList();
        Assert.Equal([(LineOf(renamed, Invoices), "warning", "ARCH0022")], await Findings(renamed));

        async Task<IEnumerable<(int, string, string)>> Findings(IReadOnlyList<string> source, params string[] properties)
        {
            consumer.Write("Shop.cs", string.Join('\n', source));
            return (await consumer.Diagnose(properties)).Select(diagnostic => (diagnostic.Line, diagnostic.Severity, diagnostic.Id)).Order();
        }
    }

    private async Task PackRules()
    {
        var rules = (await Consumer.Create(builds, "Acme.ArchRules", "classlib --framework netstandard2.0", "ArchDsl.Rules.Sdk")).With(Path.Combine("OrgRules", "Acme.ArchRules"));
        await rules.Pack(builds);
    }

    private static IReadOnlyList<string> Source() => File.ReadAllLines(Repository.File("samples", "OrgRules", "Acme.Shop", "Shop.cs"));

    private static int LineOf(IReadOnlyList<string> source, string text) => source.TakeWhile(line => !line.Contains(text, StringComparison.Ordinal)).Count() + 1;
}
