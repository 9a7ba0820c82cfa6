namespace ArchDsl.Tests.Rules.Language;

/// <summary>Where a log of requests cannot go.</summary>
public sealed class ARCH0014AccessLogsTests : RuleTests
{
    [Theory]
    [InlineData("[S3, [|AccessLogs<Images>|]] public partial class Images;")]
    [InlineData("[S3, AccessLogs<Logs>] public partial class Images; [S3, [|AccessLogs<Images>|]] public partial class Logs;")]
    [InlineData("[S3, AccessLogs<B>] public partial class A; [S3, AccessLogs<C>] public partial class B; [S3, [|AccessLogs<A>|]] public partial class C;")]
    [InlineData("[S3, AccessLogs<Logs>, [|AccessLogs<More>|]] public partial class Images; [S3] public partial class Logs; [S3] public partial class More;")]
    [InlineData("[S3, [|AccessLogs<Table>|]] public partial class Images; [DynamoDb] public partial class Table;")]
    public Task LogThatGoesNowhere_IsReported(string members) => VerifyAsync(Program(members));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("[S3, {|#0:AccessLogs<Images>|}] public partial class Images;"),
        [Finding("[AccessLogs<Images>] on Images cannot be made: Images would log the delivery of its own log; let another bucket take it", 0)]);

    [Theory]
    [InlineData("[S3, AccessLogs<B>] public partial class A; [S3, AccessLogs<C>] public partial class B; [S3] public partial class C;")]
    [InlineData("[S3, AccessLogs<Logs>] public partial class A; [S3, AccessLogs<Logs>(Prefix = \"b/c\")] public partial class B; [S3(PublicRead = false)] public partial class Logs;")]
    public Task Log_IsNotReported(string members) => VerifyAsync(Program(members));

    private static string Program(string members) => $"[Architecture(\"a\")] public partial class Shop {{ {members} }}";
}
