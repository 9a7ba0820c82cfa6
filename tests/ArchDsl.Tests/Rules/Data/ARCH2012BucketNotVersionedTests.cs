namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2012BucketNotVersionedTests : RuleTests
{
    [Theory]
    [InlineData("[S3([|Versioned = false|])] public partial class Images;")]
    [InlineData("[S3(\"images\", [|Versioned = false|]), AccessLogs<Logs>] public partial class Images; [S3] public partial class Logs;")]
    public Task BucketWithoutVersions_IsReported(string members) => VerifyAsync(Program(members));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("[S3({|#0:Versioned = false|})] public partial class Images;"),
        [Finding("Images keeps no older versions of its objects: what is overwritten or deleted is gone. Remove Versioned = false.", 0)]);

    [Theory]
    [InlineData("[S3] public partial class Images;")]
    [InlineData("[S3(Versioned = true)] public partial class Images;")]
    [InlineData("[S3, AccessLogs<Logs>] public partial class Images; [S3(Versioned = false)] public partial class Logs;")]
    public Task BucketWithVersionsOrLogs_IsNotReported(string members) => VerifyAsync(Program(members));

    private static string Program(string members) => $"[Architecture(\"a\")] public partial class Shop {{ {members} }}";
}
