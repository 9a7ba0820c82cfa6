namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2004DeletionProtectionOffTests : RuleTests
{
    [Theory]
    [InlineData("Vpc, PrivateSubnet, Rds, [|Removal(Removal.Destroy)|]")]
    [InlineData("Vpc, PrivateSubnet, [|Removal(policy: Removal.Destroy)|], Rds(Engine.MySql, \"8.4\")")]
    [InlineData("DynamoDb, [|Removal(Removal.Destroy)|]")]
    public Task DestroyedData_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");

    [Fact]
    public Task Messages_AreReported() => VerifyAsync(
        """
        [Vpc]
        public partial class Shop
        {
            [IsolatedSubnet, Rds, {|#0:Removal(Removal.Destroy)|}] public partial class Orders;
            [DynamoDb, {|#1:Removal(Removal.Destroy)|}] public partial class Carts;
        }
        """,
        [
            Finding("Orders is deleted with all its data when it leaves the stack: [Removal(Removal.Destroy)] turns deletion protection off. Remove it, and a last snapshot stays.", 0),
            Finding("Carts is deleted with all its data when it leaves the stack: [Removal(Removal.Destroy)] turns deletion protection off. Remove it, and the table stays.", 1),
        ]);

    [Fact]
    public Task OverlayOfAStage_IsReported() => VerifyAsync(
        "[Stage(\"dev\"), Stage(\"prod\"), DynamoDb, Removal(Removal.Retain), {|#0:Removal(Removal.Destroy, Stage = \"dev\")|}] public partial class Orders;",
        [Finding("Orders is deleted with all its data when it leaves the stack: [Removal(Removal.Destroy)] turns deletion protection off. Remove it, and the table stays. (stage dev)", 0)]);

    [Theory]
    [InlineData("Vpc, PrivateSubnet, Rds")]
    [InlineData("Vpc, PrivateSubnet, Rds, Removal(Removal.Snapshot)")]
    [InlineData("Vpc, PrivateSubnet, Rds, Removal(Removal.Retain)")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache, Removal(Removal.Destroy)")]
    [InlineData("DynamoDb")]
    [InlineData("S3, Removal(Removal.Destroy)")]
    [InlineData("Secret, Removal(Removal.Destroy)")]
    public Task KeptOrReplaceableData_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Orders;");
}
