namespace ArchDsl.Tests.Rules.Cost;

public sealed class ARCH5020OverBudgetTests : RuleTests
{
    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("[Budget({|#0:20|})]"),
        [Finding("Shop costs about $24.72 a month, and its budget is $20.00. Dearest: Database $14.38, Cache $9.34, Alerts $1.00. This is an estimate at public prices of us-east-1, without traffic and stored data. Make these smaller, or raise the [Budget].", 0)]);

    [Fact]
    public Task UnknownPrices_AreReported() => VerifyAsync(
        """
        [Architecture("shop", Region = "us-east-1")]
        [Vpc, IsolatedSubnet]
        [Budget({|#0:1|})]
        public partial class Shop
        {
            [Ec2("x99.large", StorageGiB = 20)] public partial class One;
        }
        """,
        [Finding("Shop costs about $1.60 a month, and its budget is $1.00. Dearest: One $1.60. This is an estimate at public prices, without traffic and stored data and without 1 unknown price. Make these smaller, or raise the [Budget].", 0)]);

    [Fact]
    public Task OneStage_IsReported() => VerifyAsync("""
        [Vpc, IsolatedSubnet, Rds, Rds(MultiAz = true, Stage = "prod")]
        [Stage("dev"), Stage("prod")]
        [Budget([|20|])]
        public partial class Shop;
        """);

    [Fact]
    public Task Overlay_IsReported() => VerifyAsync("""
        [Vpc, IsolatedSubnet, Rds]
        [Stage("dev"), Stage("prod")]
        [Budget(100), Budget([|10|], Stage = "dev")]
        public partial class Shop;
        """);

    [Fact]
    public Task RaisedForTheStage_IsNotReported() => VerifyAsync("""
        [Vpc, IsolatedSubnet, Rds, Rds(MultiAz = true, Stage = "prod")]
        [Stage("dev"), Stage("prod")]
        [Budget(20), Budget(40, Stage = "prod")]
        public partial class Shop;
        """);

    [Theory]
    [InlineData("[Budget(25)]")]
    [InlineData("[Budget(int.MaxValue)]")]
    [InlineData("")]
    public Task WithinTheBudgetOrWithoutOne_IsNotReported(string budget) => VerifyAsync(Program(budget));

    /// <summary>What nobody knows is no reason to warn.</summary>
    [Fact]
    public Task UnknownPricesAlone_AreNotReported() => VerifyAsync("""
        [Vpc, IsolatedSubnet, Budget(1)]
        public partial class Shop
        {
            [Ec2("x99.metal", StorageGiB = 8)] public partial class Host;
        }
        """);

    [Theory]
    [InlineData("{|ARCH0013:0|}")]
    [InlineData("{|ARCH0013:-5|}")]
    [InlineData("{|CS1503:\"100\"|}")] // half-typed
    [InlineData("{|CS1503:1e3|}")]
    public Task NoBudget_IsNotReported(string usd) => VerifyAsync(Program($"[Budget({usd})]"));

    [Fact]
    public Task BudgetOfAPart_IsNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [IsolatedSubnet, {|ARCH0007:Budget(1)|}] public partial class Data { [Rds] public partial class Database; }
        }
        """);

    private static string Program(string budget) => $$"""
        [Vpc, IsolatedSubnet]
        {{budget}}
        public partial class Shop
        {
            [Rds] public partial class Database;
            [ElastiCache] public partial class Cache;
            [Topic(Encrypted = true)] public partial class Alerts;
        }
        """;
}
