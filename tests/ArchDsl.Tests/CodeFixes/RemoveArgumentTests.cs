using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

public sealed class RemoveArgumentTests
{
    [Theory]
    [InlineData("[Rds({|ARCH1001:Public = true|})]", "[Rds]")]
    [InlineData("[Rds ( {|ARCH1001:Public = true|} ) ]", "[Rds ]")]
    [InlineData("[Rds(Engine.Postgres, \"15\", {|ARCH1001:Public = true|})]", "[Rds(Engine.Postgres, \"15\")]")]
    [InlineData("[Rds({|ARCH1001:Public = true|}, StorageGiB = 30)]", "[Rds(StorageGiB = 30)]")]
    [InlineData("[Rds(StorageGiB = 30, {|ARCH1001:Public = true|}, MultiAz = true)]", "[Rds(StorageGiB = 30, MultiAz = true)]")]
    [InlineData("[Removal(Removal.Snapshot), Rds({|ARCH1001:Public = true|}), Output(\"db\", Value.Endpoint)]", "[Removal(Removal.Snapshot), Rds, Output(\"db\", Value.Endpoint)]")]
    [InlineData("[ArchDsl.RdsAttribute({|ARCH1001:Public = true|})] // Orders.", "[ArchDsl.RdsAttribute] // Orders.")]
    public Task Argument_GoesWithWhatItLeavesEmpty(string attributes, string fixedAttributes) => VerifyAsync(Store(attributes), Store(fixedAttributes));

    [Fact]
    public Task ArgumentOnItsOwnLine_GoesWithItsLine() => VerifyAsync(
        Store(
            """
            [Rds(
                    Engine.Postgres,
                    "15", // As in production.
                    // Until the office has a VPN.
                    {|ARCH1001:Public = true|}, // 2024-03
                    MultiAz = true)]
            """),
        Store(
            """
            [Rds(
                    Engine.Postgres,
                    "15", // As in production.
                    MultiAz = true)]
            """));

    [Fact]
    public Task LastArgumentOnItsOwnLine_LeavesTheCommentOfTheOneBefore() => VerifyAsync(
        Store(
            """
            [Rds(
                    Engine.Postgres,
                    "15", // As in production.
                    {|ARCH1001:Public = true|} // Until the office has a VPN.
                )]
            """),
        Store(
            """
            [Rds(
                    Engine.Postgres,
                    "15" // As in production.
                )]
            """));

    [Fact]
    public Task LastArgument_LeavesTheParenthesisOnItsLine() => VerifyAsync(
        Store(
            """
            [Rds(
                    Engine.Postgres, "15",
                    {|ARCH1001:Public = true|} // Until the office has a VPN.
                )]
            """),
        Store(
            """
            [Rds(
                    Engine.Postgres, "15"
                )]
            """));

    [Fact]
    public Task EveryRuleWithAnArgumentAtFault_HasTheFix() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH2003.RemoveArgument",
        Store("[Rds({|ARCH2003:BackupRetentionDays = 0|}, {|ARCH1001:Public = true|})]"),
        Store("[Rds({|ARCH1001:Public = true|})]"));

    [Fact]
    public Task FixAll_TakesBothStoresOfBothFiles() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH2010.RemoveArgument",
        [
            """
            [Architecture("one")]
            public partial class One
            {
                [S3({|ARCH2010:PublicRead = true|})]
                public partial class A;

                [S3("shop-b", {|ARCH2010:PublicRead = true|})]
                public partial class B;
            }
            """,
            """
            [S3({|ARCH2010:PublicRead = true|})]
            public partial class Two;
            """,
        ],
        [
            """
            [Architecture("one")]
            public partial class One
            {
                [S3]
                public partial class A;

                [S3("shop-b")]
                public partial class B;
            }
            """,
            """
            [S3]
            public partial class Two;
            """,
        ]);

    /// <summary>Without the argument there would be NAT gateways, which stand in public subnets: one error for another is no fix.</summary>
    [Theory]
    [InlineData("[PublicSubnet] public partial class Edge;", "Remove NatGateways = 0")]
    [InlineData("", null)]
    public async Task ArgumentThatKeepsAnotherErrorAway_Stays(string edge, string? title) => Assert.Equal(
        title,
        (await CodeFix<CureCodeFixProvider>.TitlesAsync($$"""
            // ARCH1040
            [Vpc(NatGateways = 0)]
            public partial class Shop
            {
                {{edge}}
                [PrivateSubnet, Fargate(Image = "public.ecr.aws/nginx")] public partial class Api;
            }
            """)).FirstOrDefault(static title => title.Contains("NatGateways", StringComparison.Ordinal)));

    private static Task VerifyAsync(string source, string fixedSource) => CodeFix<CureCodeFixProvider>.VerifyAsync("ARCH1001.RemoveArgument", source, fixedSource);

    private static string Store(string attributes) =>
        $$"""
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                {{attributes}}
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database;
            }
        }
        """;
}
