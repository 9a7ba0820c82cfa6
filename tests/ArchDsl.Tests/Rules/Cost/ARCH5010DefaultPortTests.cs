namespace ArchDsl.Tests.Rules.Cost;

public sealed class ARCH5010DefaultPortTests : RuleTests
{
    [Theory]
    [InlineData("[|Rds|]")]
    [InlineData("Rds([|Port = 5432|])")]
    [InlineData("[|Rds(Engine.MySql, \"8.4\")|]")]
    [InlineData("Rds(Engine.MariaDb, \"11.8\", [|Port = 3306|])")]
    [InlineData("[|ElastiCache|]")]
    [InlineData("ElastiCache([|Port = 6379|])")]
    public Task DefaultPort_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, IsolatedSubnet, {|#0:Rds(Engine.MySql, \"8.4\")|}] public partial class Orders;",
        [Finding("Orders listens on 3306, the port that is tried first. Set Port to another if your policy asks for it; what keeps others out are the subnets and the security group.", 0)]);

    [Theory]
    [InlineData("Rds(Port = 3306)")]
    [InlineData("Rds(Engine.MySql, \"8.4\", Port = 5432)")]
    [InlineData("ElastiCache(Port = 6380)")]
    public Task OtherPort_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Orders;");
}
