namespace ArchDsl.Tests.Rules.Language;

/// <summary>The folder of a log of requests.</summary>
public sealed class ARCH0013AccessLogsTests : RuleTests
{
    [Theory]
    [InlineData("[|Prefix = \"/logs\"|]")]
    [InlineData("[|Prefix = \"logs/\"|]")]
    [InlineData("[|Prefix = \"a/AWSLogs/b\"|]")]
    [InlineData("[|Prefix = \"{{resolve:ssm:x}}\"|]")]
    public Task FolderThatAwsRefuses_IsReported(string argument) => VerifyAsync(Program(argument));

    [Theory]
    [InlineData("Prefix = \"\"")]
    [InlineData("Prefix = \"a/b c\\\"d\"")]
    [InlineData("")]
    public Task OtherFolder_IsNotReported(string argument) => VerifyAsync(Program(argument));

    private static string Program(string argument) =>
        $"[Architecture(\"a\")] public partial class Shop {{ [S3, AccessLogs<Logs>({argument})] public partial class Images; [S3] public partial class Logs; }}";
}
