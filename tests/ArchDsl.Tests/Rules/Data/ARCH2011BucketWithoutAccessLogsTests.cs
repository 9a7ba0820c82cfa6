namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2011BucketWithoutAccessLogsTests : RuleTests
{
    [Theory]
    [InlineData("[[|S3|]] public partial class Images;")]
    [InlineData("[[|S3(\"images\", Versioned = true)|]] public partial class Images;")]
    [InlineData("[S3, AccessLogs<Logs>] public partial class Images; [S3] public partial class Logs; [[|S3|]] public partial class Other;")]
    public Task BucketWithoutLogs_IsReported(string members) => VerifyAsync(Program(members));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("[{|#0:S3|}] public partial class Images;"),
        [Finding("Images keeps no log of its requests: after a leak nobody can tell who read what. Add [AccessLogs<T>] with a bucket that takes the logs.", 0)]);

    [Theory]
    [InlineData("[S3, AccessLogs<Logs>] public partial class Images; [S3] public partial class Logs;")]
    [InlineData("[S3, AccessLogs<Logs>(Prefix = \"images\")] public partial class Images; [S3, AccessLogs<More>] public partial class Logs; [S3] public partial class More;")]
    public Task BucketWithLogs_IsNotReported(string members) => VerifyAsync(Program(members));

    [Fact]
    public Task BucketForALoadBalancersLogs_IsNotReported() => VerifyAsync("""
        [Vpc, PrivateSubnet]
        public partial class Shop
        {
            [S3] public partial class Logs;
            [Alb, HttpListener, AccessLogs<Logs>] public partial class Lb;
        }
        """);

    [Fact]
    public Task StageWithoutLogs_IsReported() => VerifyAsync("""
        [Architecture("a"), Stage("dev"), Stage("prod")]
        public partial class Shop
        {
            [{|#0:S3|}, AccessLogs<Logs>(Stage = "prod")] public partial class Images;
            [{|#1:S3|}] public partial class Logs;
        }
        """,
        [
            Finding("Images keeps no log of its requests: after a leak nobody can tell who read what. Add [AccessLogs<T>] with a bucket that takes the logs. (stage dev)", 0),
            Finding("Logs keeps no log of its requests: after a leak nobody can tell who read what. Add [AccessLogs<T>] with a bucket that takes the logs. (stage dev)", 1),
        ]);

    private static string Program(string members) => $"[Architecture(\"a\")] public partial class Shop {{ {members} }}";
}
