namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2003BackupsDisabledTests : RuleTests
{
    [Theory]
    [InlineData("Rds([|BackupRetentionDays = 0|])")]
    [InlineData("Rds(Engine.MySql, \"8.0\", [|BackupRetentionDays = 0|], MultiAz = true), Removal(Removal.Destroy)")]
    public Task NoBackups_AreReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

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
    [InlineData("Rds(BackupRetentionDays = 1)")]
    public Task Backups_AreNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
