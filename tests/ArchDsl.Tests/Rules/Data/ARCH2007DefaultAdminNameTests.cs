namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2007DefaultAdminNameTests : RuleTests
{
    [Theory]
    [InlineData("Rds([|Username = \"postgres\"|])")]
    [InlineData("Rds(Engine.MySql, \"8.4\", [|Username = \"admin\"|])")]
    [InlineData("Rds(Engine.MariaDb, \"11.8\", [|Username = \"admin\"|], MultiAz = true)")]
    public Task DefaultName_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, IsolatedSubnet, Rds({|#0:Username = \"postgres\"|})] public partial class Orders;",
        [Finding("The master user of Orders is called 'postgres', as everywhere: half of the credentials is known. Remove Username = \"postgres\" before the first deployment; later the change replaces the database.", 0)]);

    [Theory]
    [InlineData("Rds")]
    [InlineData("Rds(Username = \"orders\")")]
    [InlineData("Rds(Engine.MySql, \"8.4\", Username = \"postgres\")")]
    public Task OtherName_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
