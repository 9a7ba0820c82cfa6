namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0006OverlappingCidrsTests : RuleTests
{
    [Theory]
    [InlineData("\"10.0.1.0/24\", [|\"10.0.1.0/24\"|]", "\"10.0.3.0/24\", \"10.0.4.0/24\"")]
    [InlineData("\"10.0.0.0/23\", [|\"10.0.1.0/24\"|]", "\"10.0.3.0/24\", \"10.0.4.0/24\"")]
    [InlineData("\"10.0.1.0/24\", \"10.0.2.0/24\"", "[|\"10.0.2.128/25\"|], \"10.0.4.0/24\"")]
    [InlineData("\"10.0.1.0/24\", \"10.0.2.0/24\"", "\"10.0.3.0/24\", [|\"10.0.0.0/22\"|]")]
    public Task SharedAddresses_AreReported(string a, string b) => VerifyAsync(Program(a, b));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("\"10.0.0.0/23\", {|#0:\"10.0.1.0/24\"|}", "\"10.0.3.0/24\", \"10.0.4.0/24\""),
        [Finding("'10.0.1.0/24' on A overlaps 10.0.0.0/23, which another subnet has; write a free range, or none to have one allotted", 0)]);

    [Fact]
    public Task NeighboursAndAllottedRanges_AreNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PrivateSubnet("10.0.0.0/25", "10.0.0.128/25")] public partial class A;
            [PrivateSubnet("10.0.1.0/24", "10.0.2.0/23")] public partial class B;
            [PublicSubnet] public partial class C;
        }
        """);

    [Fact]
    public Task SameRangeInTwoVpcs_IsNotReported() => VerifyAsync("""
        [Architecture("two")]
        public partial class Two
        {
            [Vpc] public partial class A { [PrivateSubnet("10.0.1.0/24", "10.0.2.0/24")] public partial class Private; }
            [Vpc] public partial class B { [PrivateSubnet("10.0.1.0/24", "10.0.2.0/24")] public partial class Private; }
        }
        """);

    // The class that comes first by name keeps its ranges.
    private static string Program(string a, string b) => $$"""
        [Vpc]
        public partial class Shop
        {
            [PrivateSubnet({{b}})] public partial class B;
            [PrivateSubnet({{a}})] public partial class A;
        }
        """;
}
