using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Harness;
using ArchDsl.Synthesis.Tests.Reading;
using ArchDsl.Synthesis.Tests.Running;
using Xunit.Abstractions;

namespace ArchDsl.Synthesis.Tests.Deployment;

/// <summary>AWS's linter on the templates of the samples.</summary>
public class LintTests(ITestOutputHelper output)
{
    /// <summary>
    /// The documents behind the samples ask for engine versions that AWS no longer offers to new databases; a major version alone, which
    /// AWS takes, the linter does not know.
    /// </summary>
    internal const string DeprecatedEngineVersion = "W3691";

    public static TheoryData<string> Samples => Running.Samples.All;

    [ToolTheory(Tools.CfnLint), MemberData(nameof(Samples))]
    public async Task Template_HasNoFindings(string sample) => await AssertNoFindings(await Running.Samples.Get(sample));

    [ToolFact(Tools.CfnLint)]
    public async Task StageOfAloka_HasNoFindings() => await AssertNoFindings(await Running.Samples.Get("Aloka", "prod"));

    [ToolFact(Tools.CfnLint)]
    public async Task WrongTemplate_HasFindings()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["template.json"], new SmallTemplate().Set("Vpc", "CidrBlocc", "\"10.0.0.0/16\"").Read().Json.ToJsonString());
        Assert.Contains(await CfnLint.Check(folder["template.json"], "us-east-1"), finding => finding is { Level: "Error", Path: "Resources/Vpc/Properties/CidrBlocc" });
    }

    /// <summary>What ArchDsl refuses cfn-lint refuses too, each value on its own.</summary>
    [ToolFact(Tools.CfnLint)]
    public async Task RefusedValues_HaveFindings()
    {
        using var folder = new TemporaryFolder();
        var resources = new JsonObject();
        foreach (var (value, i) in RefusedSample.All.Select((value, i) => (value, i)))
        {
            var properties = new JsonObject { [value.Property] = value.Value };
            if (value.ResourceType == "AWS::RDS::DBInstance")
            {
                properties["Engine"] = "postgres";
            }

            resources[$"R{i}"] = new JsonObject { ["Type"] = value.ResourceType, ["Properties"] = properties };
        }

        await File.WriteAllTextAsync(folder["template.json"], new JsonObject { ["Resources"] = resources }.ToJsonString());
        var findings = await CfnLint.Check(folder["template.json"], "us-east-1");

        Assert.All(RefusedSample.All.Select((value, i) => (value, i)), pair =>
            Assert.Contains(findings, finding => finding.Level == "Error" && finding.Path == $"Resources/R{pair.i}/Properties/{pair.value.Property}"));
    }

    private async Task AssertNoFindings(Synthesized synthesized)
    {
        var findings = await CfnLint.Check(synthesized.TemplatePath, synthesized.Region ?? "us-east-1");
        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        Assert.DoesNotContain(findings, finding => finding.Rule != DeprecatedEngineVersion);
    }
}
