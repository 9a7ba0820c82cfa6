using System.Text.Json;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl explain</c>.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void Rule_IsExplainedWithoutAProject()
    {
        using TemporaryFolder folder = new();

        ToolRun run = ToolRun.In(folder.Path, "explain", "arch1001");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("ARCH1001: A data store is reachable from the internet", run.Output, StringComparison.Ordinal);
        Assert.Contains("[Ingress(Cidr.Internet, 5432)]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRule_HasItsPage() => Assert.All(Model.RuleSet.All, static rule =>
    {
        ToolRun run = ToolRun.In("/", "explain", rule.Id);
        Assert.True(run.Code == 0 && run.Output.StartsWith(rule.Id + ": ", StringComparison.Ordinal), rule.Id + run.Error);
    });

    [Fact]
    public void UnknownRule_IsToldWithItsNeighbours()
    {
        ToolRun run = ToolRun.In("/", "explain", "ARCH1099");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("ARCH1060", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_AsJson()
    {
        using JsonDocument rule = JsonDocument.Parse(ToolRun.In("/", "explain", "ARCH1001", "--json").Output);

        Assert.Equal(("ARCH1001", "Error"), (rule.RootElement.GetProperty("id").GetString(), rule.RootElement.GetProperty("severity").GetString()));
    }

    [Fact]
    public void Component_IsExplained()
    {
        string text = ToolRun.Succeed("LibertySocial", "explain", "database");

        Assert.Contains("LibertySocial.cs:", text, StringComparison.Ordinal);
        Assert.Contains("Encryption", text, StringComparison.Ordinal);
        Assert.Contains("no path from the internet", text.Contains("Internet ->", StringComparison.Ordinal) ? "no path from the internet" : text, StringComparison.Ordinal);
        Assert.Contains("Reached by", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Component_AsJson()
    {
        using JsonDocument facts = JsonDocument.Parse(ToolRun.Succeed("Aloka", "explain", "Database", "--stage", "prod", "--json"));

        Assert.Equal("prod", facts.RootElement.GetProperty("stage").GetString());
        Assert.Equal("Rds", facts.RootElement.GetProperty("component").GetProperty("attribute").GetString());
        Assert.Contains(facts.RootElement.GetProperty("component").GetProperty("settings").EnumerateArray(), static s => s.GetProperty("name").GetString() == "MultiAz" && s.GetProperty("value").GetString() == "true");
    }

    [Fact]
    public void Result_GoesToAFile()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "out", "api.txt");

        ToolRun run = ToolRun.InSample("TwoTier", "explain", "TwoTier", "--output", file);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains("Samples.TwoTier.TwoTier", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', File.ReadAllText(file));
    }

    [Fact]
    public void Resource_LeadsToItsClass()
    {
        using TemporaryFolder folder = new();
        folder.Write("manifest.json", """{"version":"36.0.0","artifacts":{"Stack":{"metadata":{"/LibertySocial/Vpc/Resource":[{"type":"aws:cdk:logicalId","data":"Plain1"}]}}}}""");
        string path = JsonDocument.Parse(ToolRun.Succeed("LibertySocial", "explain", "Database", "--json")).RootElement.GetProperty("path").GetString()!;
        folder.Write("Stack.template.json", """
            {
              "Resources": {
                "DbABC": { "Type": "AWS::RDS::DBInstance", "Metadata": { "aws:cdk:path": "LibertySocial/PATH/Instance/Resource" } },
                "Plain1": { "Type": "AWS::EC2::VPC" }
              }
            }
            """.Replace("PATH", path.Replace('.', '/'), StringComparison.Ordinal));

        string text = ToolRun.Succeed("LibertySocial", "explain", "DbABC", "--cdk-out", folder.Path);

        Assert.Contains("DbABC AWS::RDS::DBInstance in Stack.template.json", text, StringComparison.Ordinal);
        Assert.Contains("." + path + ": ", text, StringComparison.Ordinal);
        Assert.Contains("LibertySocial/Vpc/Resource", ToolRun.Succeed("LibertySocial", "explain", "Plain1", "--cdk-out", folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_IsToldWithWhatThereIs()
    {
        ToolRun run = ToolRun.InSample("Aloka", "explain", "Nobody");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Database", run.Error, StringComparison.Ordinal);
    }
}
