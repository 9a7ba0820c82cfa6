namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4001SingleZoneTests : RuleTests
{
    [Theory]
    [InlineData("[|Rds|]")]
    [InlineData("Rds(Engine.MySql, \"8.4\", [|MultiAz = false|])")]
    [InlineData("[|ElastiCache|]")]
    [InlineData("ElastiCache(CacheEngine.Redis, \"7.1\", [|Nodes = 1|])")]
    public Task OneZone_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Fact]
    public Task Messages_AreReported() => VerifyAsync(
        """
        [Stage("dev"), Stage("prod"), Vpc]
        public partial class Shop
        {
            [IsolatedSubnet]
            public partial class Data
            {
                [{|#0:Rds|}, Rds(MultiAz = true, Stage = "prod")] public partial class Orders;
                [ElastiCache(Nodes = 2), ElastiCache({|#1:Nodes = 1|}, Stage = "dev")] public partial class Sessions;
            }
        }
        """,
        [
            Finding("Orders runs in one availability zone: when that fails, so does everything that needs Orders. Set MultiAz = true for a standby in another zone, which costs as much again. (stage dev)", 0),
            Finding("Sessions runs in one availability zone: when that fails, so does everything that needs Sessions. Set Nodes = 2 for a standby in another zone, which costs as much again. (stage dev)", 1),
        ]);

    [Theory]
    [InlineData("Rds(MultiAz = true)")]
    [InlineData("ElastiCache(Nodes = 2)")]
    [InlineData("ElastiCache(Nodes = 6)")]
    public Task TwoZones_AreNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
