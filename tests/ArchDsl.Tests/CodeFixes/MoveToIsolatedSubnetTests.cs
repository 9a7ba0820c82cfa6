using ArchDsl.Analyzers;
using ArchDsl.CodeFixes;
using ArchDsl.Harness;

namespace ArchDsl.Tests.CodeFixes;

public sealed class MoveToIsolatedSubnetTests
{
    private const string Key = "ARCH1001.MoveToIsolatedSubnet";

    /// <summary>Roslyn's formatter throws at some source that nobody has finished yet.</summary>
    [Theory]
    [InlineData("public partial class Host;", true)]
    [InlineData("public partial class <Shop.Edge.Host>]\n        public partial class Host;", false)]
    public async Task HalfTypedFile_HasNoMoves(string host, bool moves) => Assert.Equal(moves, (await CodeFix<CureCodeFixProvider>.TitlesAsync(
        $$"""
        // ARCH1008
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet]
            public partial class Edge
            {
                [Ec2("t3.small")]
                {{host}}

                [Rds]
                public partial class Database;
            }
        }
        """)).Any(static title => title.StartsWith("Move ", StringComparison.Ordinal)));

    [Fact]
    public Task NoIsolatedSubnet_IsMadeBesideTheOneThatIsLeft() => VerifyAsync(
        """
        namespace Shop;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                [Fargate(Image = "nginx", Port = 80)]
                [Uses<Database>]
                public partial class Api;

                // The orders.
                /// <summary>Of all years.</summary>
                [Rds({|ARCH1001:Public = true|})] // Small.
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database; // Beloved.
            }

            [PrivateSubnet]
            public partial class Private;
        }
        """,
        """
        namespace Shop;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                [Fargate(Image = "nginx", Port = 80)]
                [Uses<Isolated.Database>]
                public partial class Api;
            }

            [IsolatedSubnet]
            public partial class Isolated
            {
                // The orders.
                /// <summary>Of all years.</summary>
                [Rds(Public = true)] // Small.
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database; // Beloved.
            }

            [PrivateSubnet]
            public partial class Private;
        }
        """);

    [Fact]
    public Task ExistingIsolatedSubnet_IsTaken() => VerifyAsync(
        """
        [Vpc("10.0.0.0/16")]
        public partial class Network
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24")]
            public partial class Public
            {
                [Rds({|ARCH1001:Public = true|})]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database;

                [Fargate(Image = "nginx", Port = 80)]
                [Uses<Private.Other>, Uses<Public.Database>(Env = "ORDERS")]
                public partial class Api;
            }

            [IsolatedSubnet("10.0.3.0/24", "10.0.4.0/24")]
            public partial class Private
            {
                [Rds]
                public partial class Other;

                // The end.
            }
        }
        """,
        """
        [Vpc("10.0.0.0/16")]
        public partial class Network
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24")]
            public partial class Public
            {
                [Fargate(Image = "nginx", Port = 80)]
                [Uses<Private.Other>, Uses<Private.Database>(Env = "ORDERS")]
                public partial class Api;
            }

            [IsolatedSubnet("10.0.3.0/24", "10.0.4.0/24")]
            public partial class Private
            {
                [Rds]
                public partial class Other;

                [Rds(Public = true)]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database;

                // The end.
            }
        }
        """);

    [Fact]
    public Task NearestOfSeveral_IsTaken_EvenIfItHasNoBodyYet() => VerifyAsync(
        """
        [Vpc]
        public partial class Network
        {
            [IsolatedSubnet]
            public partial class First;

            public partial class Group
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database;
                }

                [IsolatedSubnet]
                public partial class Near;

                [IsolatedSubnet]
                public partial class Far;
            }
        }
        """,
        """
        [Vpc]
        public partial class Network
        {
            [IsolatedSubnet]
            public partial class First;

            public partial class Group
            {
                [PublicSubnet]
                public partial class Public
                {
                }

                [IsolatedSubnet]
                public partial class Near
                {
                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database;
                }

                [IsolatedSubnet]
                public partial class Far;
            }
        }
        """);

    [Fact]
    public Task AnotherDepth_IsIndentedAnew() => VerifyAsync(
        """
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                public partial class Stores
                {
                    // The orders.
                    [Rds(
                        Engine.Postgres,
                        "15",
                        {|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database
                    {
                        // Of all years.
                        public const string Name = "orders";
                    }
                }
            }

            [IsolatedSubnet]
            public partial class Private { }
        }
        """,
        """
        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                public partial class Stores
                {
                }
            }

            [IsolatedSubnet]
            public partial class Private
            {
                // The orders.
                [Rds(
                    Engine.Postgres,
                    "15",
                    Public = true)]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database
                {
                    // Of all years.
                    public const string Name = "orders";
                }
            }
        }
        """);

    [Fact]
    public Task BlockNamespaceAndOtherAccessibility_AreFollowed() => VerifyAsync(
        """
        namespace Shop
        {
            [Vpc]
            internal partial class Network
            {
                [PublicSubnet]
                internal partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    internal partial class Database;
                }
            }
        }
        """,
        """
        namespace Shop
        {
            [Vpc]
            internal partial class Network
            {
                [PublicSubnet]
                internal partial class Public
                {
                }

                [IsolatedSubnet]
                internal partial class Isolated
                {
                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432)]
                    internal partial class Database;
                }
            }
        }
        """);

    [Fact]
    public Task Style_IsThatOfTheProject()
    {
        CSharpCodeFixTest<ArchitectureAnalyzer, CureCodeFixProvider> test = new()
        {
            CodeActionEquivalenceKey = Key,
            TestCode = "using ArchDsl;\n\n[Vpc]\npublic partial class Network {\n\t[PublicSubnet]\n\tpublic partial class Public {\n"
                + "\t\t[Rds({|ARCH1001:Public = true|})]\n\t\t[Ingress(Cidr.Internet, 5432)]\n\t\tpublic partial class Database;\n\t}\n}\n",
            FixedCode = "using ArchDsl;\n\n[Vpc]\npublic partial class Network {\n\t[PublicSubnet]\n\tpublic partial class Public {\n\t}\n\n"
                + "\t[IsolatedSubnet]\n\tpublic partial class Isolated {\n"
                + "\t\t[Rds(Public = true)]\n\t\t[Ingress(Cidr.Internet, 5432)]\n\t\tpublic partial class Database;\n\t}\n}\n",
        };
        test.DisabledDiagnostics.Add("ARCH1007");
        test.TestState.AnalyzerConfigFiles.Add("root = true\n[*.cs]\nindent_style = tab\ncsharp_new_line_before_open_brace = none\n");
        test.DisabledDiagnostics.AddRange(Advice.NotIn());
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[PublicSubnet]", "[IsolatedSubnet]")]
    [InlineData("[PublicSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\")] // Kept.", "[IsolatedSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\")] // Kept.")]
    [InlineData("[global::ArchDsl.PublicSubnetAttribute]", "[IsolatedSubnet]")]
    public async Task FlatForm_ChangesTheKindOfItsSubnets(string subnet, string fixedSubnet)
    {
        await VerifyAsync(Root(subnet, "{|ARCH1001:Public = true|}"), Root(fixedSubnet, "Public = true"));
        await VerifyAsync(Nested(subnet, "{|ARCH1001:Public = true|}"), Nested(fixedSubnet, "Public = true"));

        static string Root(string subnet, string argument) =>
            $"""
            [Vpc]
            {subnet}
            [Rds({argument})]
            [Ingress(Cidr.Internet, 5432)]
            public partial class Orders;
            """;

        static string Nested(string subnet, string argument) =>
            $$"""
            [Vpc]
            public partial class Network
            {
                {{subnet}}
                [Rds({{argument}})]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Orders;
            }
            """;
    }

    [Fact]
    public Task VpcThatIsOneGroupOfSubnets_ChangesTheirKind() => VerifyAsync(
        """
        [Vpc, PublicSubnet]
        public partial class Network
        {
            [Rds({|ARCH1001:Public = true|})]
            [Ingress(Cidr.Internet, 5432)]
            public partial class Orders;
        }
        """,
        """
        [Vpc, IsolatedSubnet]
        public partial class Network
        {
            [Rds(Public = true)]
            [Ingress(Cidr.Internet, 5432)]
            public partial class Orders;
        }
        """);

    [Fact]
    public Task FixAll_MakesOneIsolatedSubnetForAllStoresOfAVpc() => VerifyAsync(
        [
            """
            [Vpc]
            public partial class Network
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class A;

                    [Fargate(Image = "nginx", Port = 80)]
                    [Uses<A>, Uses<B>(Env = "OTHER")]
                    public partial class Api;

                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432), Ingress<A>]
                    public partial class B;
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
                    [Fargate(Image = "nginx", Port = 80)]
                    [Uses<Isolated.A>, Uses<Isolated.B>(Env = "OTHER")]
                    public partial class Api;
                }

                [IsolatedSubnet]
                public partial class Isolated
                {
                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class A;

                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432), Ingress<A>]
                    public partial class B;
                }
            }
            """,
            """
            [Vpc]
            [IsolatedSubnet]
            [Rds(Public = true)]
            [Ingress(Cidr.Internet, 5432)]
            public partial class Flat;
            """,
        ]);

    [Fact]
    public Task NewSubnet_TakesANameThatMeansNothingYet() => VerifyAsync(
        """
        namespace Shop;

        public static class Isolated;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Isolated2
            {
                [Rds({|ARCH1001:Public = true|})]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Isolated3;
            }
        }
        """,
        """
        namespace Shop;

        public static class Isolated;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Isolated2
            {
            }

            [IsolatedSubnet]
            public partial class Isolated4
            {
                [Rds(Public = true)]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Isolated3;
            }
        }
        """);

    public static TheoryData<string, string> Obstacles => new()
    {
        { "a class of that name", Store(beside: "[IsolatedSubnet] public partial class Private { [Rds] public partial class Database; }") },
        { "a member of that name", Store(beside: "[IsolatedSubnet] public partial class Private { public const int Database = 1; }") },
        { "subnets of that name", Store(beside: "[IsolatedSubnet] public partial class Database;") },
        { "a private neighbour", Store(on: "[Tag(Key, \"x\")]", inside: "private const string Key = \"k\";") },
        { "no room", Store(vpc: "[Vpc(\"10.0.0.0/27\")]", subnets: "[PublicSubnet(\"10.0.0.0/28\", \"10.0.0.16/28\")]") },
        { "others in the subnets of the VPC", Store(vpc: "[Vpc, PublicSubnet]", subnets: "", inside: "[Rds] public partial class Other;") },
        { "a NAT gateway in the subnets", Store(vpc: "[Vpc(NatGateways = 1), PublicSubnet]", subnets: "") },
        { "a name that would be captured", Store(beside: "[IsolatedSubnet] public partial class Private { [Ec2(\"t3.small\"), Tag(\"of\", Database.Name)] public partial class Host; }") },
        { "a condition", Store(on: "\n#endif\n", inside: "\n#if true\n") },
        { "a condition around more", Store(inside: "\n#if true\npublic partial class Other;\n", beside: "\n#endif\n").Replace("}\n\n#endif", "\n#endif\n}", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task MoveThatWouldBreak_IsNotOffered(string obstacle, string source)
    {
        string[] titles = await CodeFix<CureCodeFixProvider>.TitlesAsync(source);
        Assert.True(titles is ["Remove Public = true", "Remove [Ingress(Cidr.Internet, 5432)]"], $"{obstacle}: {string.Join("; ", titles)}");
    }

    private static string Store(string vpc = "[Vpc]", string subnets = "[PublicSubnet]", string inside = "", string on = "", string beside = "") =>
        $$"""
        public static class Database
        {
            public const string Name = "name";
        }

        {{vpc}}
        public partial class Network
        {
            {{subnets}}
            public partial class Public
            {
                {{inside}}
                [Rds(Public = true)]
                [Ingress(Cidr.Internet, 5432)]
                {{on}}
                public partial class Database;
            }

            {{beside}}
        }
        """;

    private static Task VerifyAsync(string source, string fixedSource) => VerifyAsync([source], [fixedSource]);

    private static Task VerifyAsync(string[] sources, string[] fixedSources) => CodeFix<CureCodeFixProvider>.VerifyAsync(Key, sources, fixedSources);
}
