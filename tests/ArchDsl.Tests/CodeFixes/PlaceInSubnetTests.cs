using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

public sealed class PlaceInSubnetTests
{
    [Fact]
    public Task Stores_AreWrappedTogether() => VerifyAsync(
        "ARCH0003.Isolated",
        """
        [Vpc]
        public partial class Network
        {
            // The orders.
            [{|ARCH0003:Rds|}]
            public partial class Orders;

            [PublicSubnet]
            public partial class Public
            {
                [Ec2("t3.small")]
                [Uses<Orders>]
                public partial class Host;
            }

            [{|ARCH0003:Rds|}]
            public partial class Customers;
        }
        """,
        """
        [Vpc]
        public partial class Network
        {
            [IsolatedSubnet]
            public partial class Isolated
            {
                // The orders.
                [Rds]
                public partial class Orders;

                [Rds]
                public partial class Customers;
            }

            [PublicSubnet]
            public partial class Public
            {
                [Ec2("t3.small")]
                [Uses<Isolated.Orders>]
                public partial class Host;
            }
        }
        """);

    [Fact]
    public Task Compute_MovesWhereItsAuthorSays() => VerifyAsync(
        "ARCH0003.Public",
        """
        [Vpc]
        public partial class Network
        {
            [IsolatedSubnet]
            public partial class Private;

            [PublicSubnet]
            public partial class Public;

            [{|ARCH0003:Ec2("t3.small")|}]
            public partial class Host;
        }
        """,
        """
        [Vpc]
        public partial class Network
        {
            [IsolatedSubnet]
            public partial class Private;

            [PublicSubnet]
            public partial class Public
            {
                [Ec2("t3.small")]
                public partial class Host;
            }
        }
        """);

    [Fact]
    public Task FlatForm_GetsSubnetsOfItsOwn() => CodeFix<PlaceInSubnetCodeFixProvider>.VerifyAsync(
        "ARCH0003.Isolated",
        ["// The orders.\n[Vpc]\n[{|ARCH0003:Rds|}] // Small.\npublic partial class Orders;", "[Vpc, {|ARCH0003:Rds|}, Removal(Removal.Retain)]\npublic partial class Cache;"],
        ["// The orders.\n[Vpc]\n[IsolatedSubnet, Rds] // Small.\npublic partial class Orders;", "[Vpc, IsolatedSubnet, Rds, Removal(Removal.Retain)]\npublic partial class Cache;"]);

    [Fact]
    public async Task Offers_SuitWhatMoves()
    {
        Assert.Equal(["Move X into [PrivateSubnet] B"], await TitlesAsync("Rds", "[PublicSubnet] public partial class A; [PrivateSubnet] public partial class B;"));
        Assert.Equal(["Move X into a new [IsolatedSubnet] Isolated"], await TitlesAsync("Rds", "[PublicSubnet] public partial class A;"));
        Assert.Equal(
            ["Move X into [PublicSubnet] A", "Move X into [PrivateSubnet] B"],
            await TitlesAsync("Ec2(\"t3.small\")", "[PublicSubnet] public partial class A; [PrivateSubnet] public partial class B;"));
        Assert.Empty(await TitlesAsync("Ec2(\"t3.small\")", ""));
        Assert.Empty(await TitlesAsync("Rds", "", vpc: "Architecture(\"shop\")"));
        Assert.Empty(await CodeFix<PlaceInSubnetCodeFixProvider>.TitlesAsync("[Vpc, Ec2(\"t3.small\")] public partial class Host;"));
        Assert.Empty(await CodeFix<PlaceInSubnetCodeFixProvider>.TitlesAsync("[Vpc, Rds] public partial class Orders { [PublicSubnet] public partial class Edge; }")); // subnets hold no subnets

        static Task<string[]> TitlesAsync(string resource, string subnets, string vpc = "Vpc") => CodeFix<PlaceInSubnetCodeFixProvider>.TitlesAsync(
            $$"""
            [{{vpc}}]
            public partial class Network
            {
                {{subnets}}

                [{{resource}}]
                public partial class X;
            }
            """);
    }

    private static Task VerifyAsync(string key, string source, string fixedSource) => CodeFix<PlaceInSubnetCodeFixProvider>.VerifyAsync(key, source, fixedSource);
}
