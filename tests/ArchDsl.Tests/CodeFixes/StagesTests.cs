using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>A finding of one stage is cured in that stage, by what is written for it.</summary>
public sealed class StagesTests
{
    private const string Overlay =
        """
        [Vpc]
        [Stage("dev"), Stage("prod")]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                [Rds]
                [Rds({|ARCH1001:Public = true|}, MultiAz = true, Stage = "prod")]
                [Ingress(Cidr.Internet, Stage = "prod")]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database;
            }
        }
        """;

    [Fact]
    public Task Argument_OfTheOverlayGoes() => VerifyAsync("RemoveArgument", Overlay, Overlay.Replace("{|ARCH1001:Public = true|}, ", "", StringComparison.Ordinal));

    [Fact]
    public Task Rules_OfTheStageAndOfAllStagesGo() => VerifyAsync("RemoveAttribute", Overlay, Overlay
        .Replace("{|ARCH1001:Public = true|}", "Public = true", StringComparison.Ordinal)
        .Replace("        [Ingress(Cidr.Internet, Stage = \"prod\")]\n        [Ingress(Cidr.Internet, 5432)]\n", "", StringComparison.Ordinal));

    [Fact]
    public Task Class_Moves() => VerifyAsync("MoveToIsolatedSubnet", Overlay,
        """
        [Vpc]
        [Stage("dev"), Stage("prod")]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
            }

            [IsolatedSubnet]
            public partial class Isolated
            {
                [Rds]
                [Rds(Public = true, MultiAz = true, Stage = "prod")]
                [Ingress(Cidr.Internet, Stage = "prod")]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database;
            }
        }
        """);

    [Fact]
    public Task FindingsThatDifferByStage_AreCuredEach() => VerifyAsync(
        "RemoveAttribute",
        """
        [Vpc]
        [PublicSubnet]
        [Stage("dev"), Stage("prod"), Stage("test")]
        [Rds({|ARCH1001:{|ARCH1001:Public = true|}|})]
        [Ingress(Cidr.Internet, 5432, Stage = "dev")]
        [Ingress("0.0.0.0/1", 5432, Stage = "prod")]
        [Ingress("10.0.0.0/16", 5432)]
        public partial class Orders;
        """,
        """
        [Vpc]
        [PublicSubnet]
        [Stage("dev"), Stage("prod"), Stage("test")]
        [Rds(Public = true)]
        [Ingress("10.0.0.0/16", 5432)]
        public partial class Orders;
        """);

    private static Task VerifyAsync(string cure, string source, string fixedSource) =>
        CodeFix<CureCodeFixProvider>.VerifyAsync("ARCH1001." + cure, source.ReplaceLineEndings("\n"), fixedSource.ReplaceLineEndings("\n"));
}
