namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2021CacheWithoutBackupsTests : RuleTests
{
    [Theory]
    [InlineData("ElastiCache([|SnapshotRetentionDays = 0|])")]
    [InlineData("ElastiCache(CacheEngine.Redis, \"7.1\", [|SnapshotRetentionDays = 0|], Nodes = 2)")]
    public Task NoSnapshots_AreReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Sessions;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, IsolatedSubnet, ElastiCache({|#0:SnapshotRetentionDays = 0|})] public partial class Sessions;",
        [Finding("Sessions keeps no snapshots: after a failure it begins empty. Remove SnapshotRetentionDays = 0 to keep one, which costs nothing.", 0)]);

    [Theory]
    [InlineData("ElastiCache")]
    [InlineData("ElastiCache(SnapshotRetentionDays = 35)")]
    public Task Snapshots_AreNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Sessions;");
}
