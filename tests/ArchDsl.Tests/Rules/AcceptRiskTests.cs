using ArchDsl.Harness;

namespace ArchDsl.Tests.Rules;

/// <summary>What <c>[AcceptRisk]</c> hides, and what it does not. What is wrong with an acceptance itself are ARCH0020 to ARCH0022.</summary>
public sealed class AcceptRiskTests
{
    [Fact]
    public Task Acceptance_HidesTheFindingsOfItsRuleOnItsClass() => VerifyAsync("""
        [Vpc, PublicSubnet]
        [Rds(Public = true, {|ARCH2003:BackupRetentionDays = 0|})]
        [Ingress(Cidr.Internet, 5432)]
        [AcceptRisk("ARCH1001", Reason = "A honeypot.")]
        public partial class Orders;
        """);

    [Fact]
    public Task TwoAcceptances_HideTwoRules() => VerifyAsync("""
        [Vpc, PublicSubnet]
        [Rds(Public = true, BackupRetentionDays = 0), Ingress(Cidr.Internet, 5432)]
        [AcceptRisk("ARCH1001", Reason = "A honeypot."), AcceptRisk("ARCH2003", Reason = "A honeypot.")]
        public partial class Orders;
        """);

    [Fact]
    public Task Acceptance_HidesNothingOfTheClassBeside() => VerifyAsync("""
        [Architecture("a")]
        public partial class Shop
        {
            [S3(PublicRead = true), AcceptRisk("ARCH2010", Reason = "r")] public partial class A;
            [S3({|ARCH2010:PublicRead = true|})] public partial class B;
        }
        """);

    /// <summary>The findings about the source itself are facts, not risks.</summary>
    [Theory]
    [InlineData("[S3, {|ARCH0010:Secret|}, AcceptRisk({|ARCH0020:\"ARCH0010\"|}, Reason = \"r\")] public partial class Images;")]
    [InlineData("[Vpc({|ARCH0004:\"x\"|}), AcceptRisk({|ARCH0020:\"ARCH0004\"|}, Reason = \"r\")] public partial class Shop;")]
    [InlineData("[S3, AcceptRisk({|ARCH0020:\"ARCH0022\"|}, Reason = \"r\"), AcceptRisk({|ARCH0022:\"ARCH2010\"|}, Reason = \"r\")] public partial class Images;")]
    public Task LanguageErrors_CannotBeAccepted(string source) => VerifyAsync(source);

    /// <summary>An acceptance that does not count hides nothing.</summary>
    [Theory]
    [InlineData("{|ARCH0020:AcceptRisk(\"ARCH2010\")|}")]
    [InlineData("AcceptRisk(\"ARCH2010\", {|ARCH0020:Reason = \" \"|})")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", {|ARCH0020:Until = \"soon\"|})")]
    [InlineData("AcceptRisk(\"ARCH2010\", Reason = \"r\", {|ARCH0021:Until = \"2026-11-30\"|})")]
    public Task FaultyAcceptance_LeavesTheFinding(string acceptance) => VerifyAsync(
        $"[S3({{|ARCH2010:PublicRead = true|}}), {acceptance}] public partial class Images;",
        static state => state.GlobalOptions["build_property.ArchDslToday"] = "2026-12-01");

    /// <summary>Three forms of the same architecture: the acceptance belongs to the class that the finding is about.</summary>
    [Theory]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3(PublicRead = true), AcceptRisk(\"ARCH2010\", Reason = \"r\")] public partial class Images;")]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3({|ARCH2010:PublicRead = true|}), AcceptRisk(\"ARCH2010\", Reason = \"r\", Stage = \"dev\")] public partial class Images;")]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3, S3(PublicRead = true, Stage = \"dev\"), AcceptRisk(\"ARCH2010\", Reason = \"r\", Stage = \"dev\")] public partial class Images;")]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3, S3({|ARCH2010:PublicRead = true|}, Stage = \"dev\"), AcceptRisk({|ARCH0022:\"ARCH2010\"|}, Reason = \"r\", Stage = \"prod\")] public partial class Images;")]
    public Task AcceptanceForAStage_HoldsInThatStage(string source) => VerifyAsync(source);

    private static Task VerifyAsync(string source, Action<SolutionState>? project = null) => RuleTests.Verifier.RunAsync("", source, [], project);
}
