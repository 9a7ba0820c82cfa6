namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2005ShortBackupsTests : RuleTests
{
    [Theory]
    [InlineData("Rds([|BackupRetentionDays = 1|])")]
    [InlineData("Rds(Engine.MariaDb, \"11.8\", [|BackupRetentionDays = 6|], MultiAz = true)")]
    public Task ShortRetention_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Fact]
    public Task Messages_AreReported() => VerifyAsync(
        """
        [Stage("dev"), Stage("prod"), Vpc]
        public partial class Shop
        {
            [IsolatedSubnet]
            public partial class Data
            {
                [Rds({|#0:BackupRetentionDays = 1|})] public partial class Orders;
                [Rds, Rds({|#1:BackupRetentionDays = 3|}, Stage = "dev")] public partial class Stock;
            }
        }
        """,
        [
            Finding("Orders keeps its backups for 1 day: a fault that is found later cannot be undone. Remove BackupRetentionDays = 1 to keep them for 7 days.", 0),
            Finding("Stock keeps its backups for 3 days: a fault that is found later cannot be undone. Remove BackupRetentionDays = 3 to keep them for 7 days. (stage dev)", 1),
        ]);

    [Theory]
    [InlineData("Rds")]
    [InlineData("Rds(BackupRetentionDays = 7)")]
    [InlineData("Rds(BackupRetentionDays = 35)")]
    [InlineData("Rds({|ARCH2003:BackupRetentionDays = 0|})")]
    public Task OtherRetention_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
