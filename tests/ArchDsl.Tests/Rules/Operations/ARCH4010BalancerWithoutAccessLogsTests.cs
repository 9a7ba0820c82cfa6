namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4010BalancerWithoutAccessLogsTests : RuleTests
{
    [Theory]
    [InlineData("PublicSubnet", "[|Alb|], HttpsListener<Tls>")]
    [InlineData("PrivateSubnet", "[|Alb(\"inner-one\")|], HttpListener")]
    public Task BalancerWithoutLogs_IsReported(string subnet, string attributes) => VerifyAsync(Program(subnet, attributes));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("PublicSubnet", "{|#0:Alb|}, HttpsListener<Tls>"),
        [Finding("Lb keeps no log of its requests: after an attack nobody can tell who asked for what. Add [AccessLogs<T>] with a bucket that takes the logs.", 0)]);

    [Theory]
    [InlineData("AccessLogs<Logs>")]
    [InlineData("AccessLogs<Logs>(Prefix = \"lb\")")]
    [InlineData("AccessLogs<Logs>(Prefix = \"\")")]
    public Task BalancerWithLogs_IsNotReported(string logs) => VerifyAsync(Program("PublicSubnet", "Alb, HttpsListener<Tls>, " + logs));

    private static string Program(string subnet, string attributes) => $$"""
        [Vpc, {{subnet}}]
        public partial class Shop
        {
            [Certificate("example.com")] public partial class Tls;
            [S3] public partial class Logs;
            [{{attributes}}] public partial class Lb;
        }
        """;
}
