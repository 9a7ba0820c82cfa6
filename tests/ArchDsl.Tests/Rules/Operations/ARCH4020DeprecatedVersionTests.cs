namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4020DeprecatedVersionTests : RuleTests
{
    [Theory]
    [InlineData("Rds(Engine.Postgres, [|\"15.4\"|])")]
    [InlineData("Rds(Engine.Postgres, [|version: \"12\"|])")]
    [InlineData("Rds(Engine.Postgres, [|\"9.6.24\"|], InstanceType = \"t3.micro\")")]
    [InlineData("Rds(Engine.MySql, [|\"5.7\"|], InstanceType = \"t3.micro\")")]
    [InlineData("Rds(Engine.MySql, [|\"8.0.35\"|], MultiAz = true)")]
    [InlineData("Rds(Engine.MariaDb, [|\"10.5.29\"|])")]
    [InlineData("ElastiCache(CacheEngine.Redis, [|\"5.0.6\"|])")]
    public Task DeprecatedVersion_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Fact]
    public Task Messages_AreReported() => VerifyAsync(
        """
        [Vpc]
        public partial class Shop
        {
            [IsolatedSubnet]
            public partial class Data
            {
                [Rds(Engine.Postgres, {|#0:"15.4"|})] public partial class Orders;
                [Rds(Engine.MySql, {|#1:"5.7.44"|}, InstanceType = "t3.micro")] public partial class Stock;
                [ElastiCache(CacheEngine.Redis, {|#2:"4.0.10"|}, NodeType = "t3.micro")] public partial class Sessions;
            }
        }
        """,
        [
            Finding(Message("Orders runs on PostgreSQL 15.4", "\"15\", whose minor version AWS picks, or \"18\""), 0),
            Finding(Message("Stock runs on MySQL 5.7.44", "\"8.4\""), 1),
            Finding(Message("Sessions runs on Redis OSS 4.0.10", "\"7.1\""), 2),
        ]);

    [Theory]
    [InlineData("Rds")]
    [InlineData("Rds(Engine.Postgres, \"15\")")]
    [InlineData("Rds(Engine.Postgres, \"15.17\")")]
    [InlineData("Rds(Engine.Postgres, \"15.99\")")]
    [InlineData("Rds(Engine.Postgres, \"12.22-rds.20251114\")")]
    [InlineData("Rds(Engine.MySql, \"8.0\")")]
    [InlineData("Rds(Engine.MariaDb, \"10.11.5.R2.20231201\")")]
    [InlineData("ElastiCache")]
    [InlineData("ElastiCache(CacheEngine.Redis, \"6.x\")")]
    public Task OfferedVersion_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    private static string Message(string fact, string cure) =>
        $"{fact}, which AWS has deprecated: it gets no more fixes, or costs extra, and AWS may refuse to create it anew. Take {cure}.";
}
