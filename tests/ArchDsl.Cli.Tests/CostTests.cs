using System.Globalization;
using System.Text.Json;

namespace ArchDsl.Cli.Tests;

/// <summary><c>archdsl cost</c>.</summary>
public sealed class CostTests
{
    [Fact]
    public void Table_ShowsEachChargeAndTheSum()
    {
        string text = ToolRun.Succeed("MapleQuest", "cost");

        Assert.Contains("db.t4g.micro Postgres", text, StringComparison.Ordinal);
        Assert.Matches(@"db\.t4g\.micro Postgres +730 hour +0\.016 per hour +\$11\.68", text);
        Assert.Matches(@"backup storage +by usage +0\.095 per GB-month +by usage", text);
        Assert.Matches(@"Total +\$60\.18", text);
        Assert.Contains("An estimate, at public prices on demand of us-east-1 (the stack stands elsewhere, or nowhere yet), found between ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", "$71.81")]
    [InlineData("prod", "$87.25")]
    public void Stage_HasItsOwn(string stage, string total)
    {
        string text = ToolRun.Succeed("Aloka", "cost", "--stage", stage);

        Assert.Contains($"({stage})", text, StringComparison.Ordinal);
        Assert.Matches($@"Total +\{total}", text);
    }

    [Fact]
    public void Csv_AddsUpToTheSum()
    {
        string[] rows = ToolRun.Succeed("MapleQuest", "cost", "--csv").TrimEnd().Split('\n');
        using JsonDocument json = JsonDocument.Parse(ToolRun.Succeed("MapleQuest", "cost", "--json"));

        Assert.Equal("class,service,item,unit,quantity,usd per unit,usd a month", rows[0]);
        Assert.Contains("Private.Database,AmazonRDS,storage Gp3,GB-month,20,0.115,2.300", rows);
        Assert.Contains(rows, static row => row.StartsWith("Images,AmazonS3,standard storage,GB-month,,0.023,", StringComparison.Ordinal));
        Assert.Equal(
            json.RootElement.GetProperty("usd").GetDecimal(),
            rows.Skip(1).Select(static row => row.Split(',')[^1].Trim()).Where(static usd => usd.Length > 0).Sum(static usd => decimal.Parse(usd, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("60.18", 0)]
    [InlineData("60.17", ExitCode.Findings)]
    public void Max_DecidesTheExitCode(string max, int code)
    {
        ToolRun run = ToolRun.InSample("MapleQuest", "cost", "--max", max);

        Assert.Equal(code, run.Code);
        Assert.Equal(code != 0, run.Error.Contains("The estimate of $60.18 is above $60.17.", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoForms_AreRefused() => Assert.Equal(ExitCode.Usage, ToolRun.InSample("MapleQuest", "cost", "--csv", "--json").Code);
}
