namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2003BackupsDisabledTests : RuleTests
{
    [Theory]
    [InlineData("Rds([|BackupRetentionDays = 0|])")]
    [InlineData("Rds(Engine.MySql, \"8.0\", [|BackupRetentionDays = 0|], MultiAz = true), Removal(Removal.Retain)")]
    public Task NoBackups_AreReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Theory]
    [InlineData("DynamoDb([|PointInTimeRecovery = false|])")]
    [InlineData("DynamoDb(\"orders\", SortKey = \"time\", [|PointInTimeRecovery = false|])")]
    public Task TableWithoutRecovery_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");

    [Fact]
    public Task MessageForATable_IsReported() => VerifyAsync(
        "[DynamoDb({|#0:PointInTimeRecovery = false|})] public partial class Orders;",
        [Finding("Orders keeps no backups: what is deleted or corrupted is lost. Remove PointInTimeRecovery = false to keep them for 35 days.", 0)]);

    [Theory]
    [InlineData("DynamoDb")]
    [InlineData("DynamoDb(PointInTimeRecovery = true)")]
    public Task TableWithRecovery_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [IsolatedSubnet, Rds({|#0:BackupRetentionDays = 0|})] public partial class Orders; }",
        [Finding("Orders keeps no backups: what is deleted or corrupted is lost. Remove BackupRetentionDays = 0 to keep them for 7 days.", 0)]);

    [Fact]
    public Task OverlayOfAStage_IsReported() => VerifyAsync(
        "[Stage(\"dev\"), Stage(\"prod\"), Vpc, IsolatedSubnet, Rds, Rds({|#0:BackupRetentionDays = 0|}, Stage = \"dev\")] public partial class Orders;",
        [Finding("Orders keeps no backups: what is deleted or corrupted is lost. Remove BackupRetentionDays = 0 to keep them for 7 days. (stage dev)", 0)]);

    [Theory]
    [InlineData("Rds")]
    [InlineData("Rds(BackupRetentionDays = 7)")]
    public Task Backups_AreNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
