namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2020CacheWithoutAuthenticationTests : RuleTests
{
    [Theory]
    [InlineData("[|ElastiCache|]")]
    [InlineData("[|ElastiCache(CacheEngine.Redis, \"7.1\", Nodes = 2)|]")]
    [InlineData("ElastiCache([|Auth = false|])")]
    public Task NoToken_IsReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Sessions;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [IsolatedSubnet, {|#0:ElastiCache|}] public partial class UserSessions; }",
        [Finding("UserSessions asks for no token: whoever gets a connection reads and writes everything in it. Set Auth = true; users get the token in USER_SESSIONS_AUTH_TOKEN.", 0)]);

    [Theory]
    [InlineData("ElastiCache(Auth = true)")]
    [InlineData("ElastiCache(CacheEngine.Redis, \"7.1\", Auth = true)")]
    public Task Token_IsNotReported(string attributes) => VerifyAsync($"[Vpc, PrivateSubnet, {attributes}] public partial class Sessions;");
}
