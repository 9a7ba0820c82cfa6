namespace ArchDsl.Tests.Rules.Data;

public sealed class ARCH2015ImagesNotScannedTests : RuleTests
{
    [Fact]
    public Task NoScan_IsReported() => VerifyAsync(
        Program("Ecr({|#0:ScanOnPush = false|})"),
        [Finding("Images in Images are not scanned when they are pushed: known vulnerabilities go unnoticed into production. Remove ScanOnPush = false.", 0)]);

    [Theory]
    [InlineData("Ecr")]
    [InlineData("Ecr(ScanOnPush = true)")]
    public Task Scan_IsNotReported(string attribute) => VerifyAsync(Program(attribute));

    private static string Program(string attribute) => $"[Architecture(\"a\")] public partial class Shop {{ [{attribute}] public partial class Images; }}";
}
