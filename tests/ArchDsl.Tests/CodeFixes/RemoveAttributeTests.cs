using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

public sealed class RemoveAttributeTests
{
    private const string Rds = "[Rds({|ARCH1001:Public = true|})]";
    private const string FixedRds = "[Rds(Public = true)]";

    [Theory]
    [InlineData(Rds + "\n        [Ingress(Cidr.Internet, 5432)]", FixedRds)]
    [InlineData("[Ingress(Cidr.Internet, 5432)]\n        " + Rds, FixedRds)]
    [InlineData(Rds + " [Ingress(Cidr.Internet, 5432)]", FixedRds)]
    [InlineData("[Ingress(Cidr.Internet, 5432)] " + Rds, FixedRds)]
    [InlineData(Rds + " [Ingress(Cidr.Internet, 5432)] [Removal(Removal.Retain)]", FixedRds + " [Removal(Removal.Retain)]")]
    [InlineData(Rds + "\n        [Ingress(Cidr.Internet, 5432), Removal(Removal.Retain)]", FixedRds + "\n        [Removal(Removal.Retain)]")]
    [InlineData(Rds + "\n        [Removal(Removal.Retain), Ingress(Cidr.Internet, 5432)]", FixedRds + "\n        [Removal(Removal.Retain)]")]
    [InlineData("[Ingress(Cidr.Internet), Rds({|ARCH1001:Public = true|}), Ingress(\"10.0.0.0/16\")]", "[Rds(Public = true), Ingress(\"10.0.0.0/16\")]")]
    public Task Attribute_GoesWithWhatItLeavesEmpty(string attributes, string fixedAttributes) => VerifyAsync(Store(attributes), Store(fixedAttributes));

    [Theory]
    [InlineData("[Ingress(Cidr.Internet, 5432), Ingress(\"0.0.0.0/1\", 5432)]")]
    [InlineData("[Ingress(Cidr.Internet)]\n        [Ingress(Cidr.Internet, 5432)]\n        [Ingress(Cidr.Internet, 5000, 6000)]")]
    [InlineData("[Ingress(\"0.0.0.0/1\", 5432), Ingress(\"128.0.0.0/1\", 5000, 6000)]")]
    public Task AllOpenRules_GoAtOnce_AlsoThoseThatAWiderOneCovers(string open) => VerifyAsync(Store(Rds + "\n        " + open), Store(FixedRds));

    [Fact]
    public Task Comments_OfTheRestStay() => VerifyAsync(
        Store(
            """
            // The orders.
                    [Ingress(Cidr.Internet, 5432)] // For the migration.
                    // PostgreSQL.
                    [Rds({|ARCH1001:Public = true|})] // Small.
                    // For the migration, too.
                    [Ingress("0.0.0.0/1", 5432)]
                    // Kept.
                    [Removal(Removal.Retain)]
            """),
        Store(
            """
            // The orders.
                    // PostgreSQL.
                    [Rds(Public = true)] // Small.
                    // Kept.
                    [Removal(Removal.Retain)]
            """));

    [Fact]
    public Task AttributeOnTheLineOfTheClass_LeavesTheClassWhereItWas() => VerifyAsync(
        """
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                /// <summary>The orders.</summary>
                [Rds({|ARCH1001:Public = true|})]
                [Ingress(Cidr.Internet, 5432)] public partial class Database;
            }
        }
        """,
        """
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                /// <summary>The orders.</summary>
                [Rds(Public = true)]
                public partial class Database;
            }
        }
        """);

    [Fact]
    public Task Directives_Stay() => VerifyAsync(
        Store(
            """
            [Rds({|ARCH1001:Public = true|})]
            #if true
                    [Ingress(Cidr.Internet, 5432)]
            #endif
            """),
        Store(
            """
            [Rds(Public = true)]
            #if true
            #endif
            """));

    [Fact]
    public Task FixAll_TakesAllFiles_AlsoWhereTheRuleStandsInAnotherPart() => VerifyAsync(
        [
            """
            [Vpc]
            public partial class Network
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    public partial class Database;

                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet)]
                    public partial class Other;
                }
            }
            """,
            """
            partial class Network
            {
                partial class Public
                {
                    [Ingress(Cidr.Internet, 5432)]
                    partial class Database;
                }
            }
            """,
            """
            [Vpc]
            [PublicSubnet]
            [Rds({|ARCH1001:Public = true|})]
            [Ingress(Cidr.Internet, 5432)]
            public partial class Flat;
            """,
        ],
        [
            """
            [Vpc]
            public partial class Network
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Rds(Public = true)]
                    public partial class Database;

                    [Rds(Public = true)]
                    public partial class Other;
                }
            }
            """,
            """
            partial class Network
            {
                partial class Public
                {
                    partial class Database;
                }
            }
            """,
            """
            [Vpc]
            [PublicSubnet]
            [Rds(Public = true)]
            public partial class Flat;
            """,
        ]);

    [Fact]
    public Task Compute_LosesItsOpenRules() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH1021.RemoveAttribute",
        """
        [Vpc]
        [PublicSubnet]
        [Ec2("t3.small")]
        [{|ARCH1021:Ingress(Cidr.Internet, 80)|}, Ingress(Cidr.Internet, 443), Egress(Cidr.Internet)]
        public partial class Host;
        """,
        """
        [Vpc]
        [PublicSubnet]
        [Ec2("t3.small")]
        [Egress(Cidr.Internet)]
        public partial class Host;
        """);

    private static Task VerifyAsync(string source, string fixedSource) => VerifyAsync([source], [fixedSource]);

    private static Task VerifyAsync(string[] sources, string[] fixedSources) => CodeFix<CureCodeFixProvider>.VerifyAsync("ARCH1001.RemoveAttribute", sources, fixedSources);

    private static string Store(string attributes) =>
        $$"""
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                {{attributes}}
                public partial class Database;
            }
        }
        """;
}
