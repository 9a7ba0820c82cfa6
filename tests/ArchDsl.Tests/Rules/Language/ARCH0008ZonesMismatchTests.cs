namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0008ZonesMismatchTests : RuleTests
{
    [Theory]
    [InlineData("Vpc", "[|\"10.0.1.0/24\"|]")]
    [InlineData("Vpc", "[|\"10.0.1.0/24\"|], \"10.0.2.0/24\", \"10.0.3.0/24\"")]
    [InlineData("Vpc(AvailabilityZones = 3)", "[|\"10.0.1.0/24\"|], \"10.0.2.0/24\"")]
    [InlineData("Vpc(AvailabilityZones = 1)", "[|\"10.0.1.0/24\"|], \"10.0.2.0/24\"")]
    public Task OtherNumberThanZones_IsReported(string vpc, string ranges) => VerifyAsync($"[{vpc}, PublicSubnet({ranges})] public partial class Shop;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet({|#0:\"10.0.1.0/24\"|})] public partial class Shop;",
        [Finding("Write one range for each availability zone, or none: there are 1 for 2 zones", 0)]);

    [Theory]
    [InlineData("Vpc", "")]
    [InlineData("Vpc", "\"10.0.1.0/24\", \"10.0.2.0/24\"")]
    [InlineData("Vpc(AvailabilityZones = 1)", "\"10.0.1.0/24\"")]
    [InlineData("Vpc(AvailabilityZones = 6)", "")]
    public Task OneForEachZoneOrNone_IsNotReported(string vpc, string ranges) => VerifyAsync($"[{vpc}, PublicSubnet({ranges})] public partial class Shop;");
}
