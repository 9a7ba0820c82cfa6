using ArchDsl.CodeFixes;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>After a move every name in the solution means what it meant, and is as short as it can be.</summary>
public sealed class MoveReferencesTests
{
    private const string Key = "ARCH1001.MoveToIsolatedSubnet";

    private const string Network =
        """
        namespace Shop;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
                [Rds({|ARCH1001:Public = true|})]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database
                {
                    public const string Name = "orders";

                    public class Row;
                }
            }

            [IsolatedSubnet]
            public partial class Private;
        }
        """;

    private const string FixedNetwork =
        """
        namespace Shop;

        [Vpc]
        public partial class Network
        {
            [PublicSubnet]
            public partial class Public
            {
            }

            [IsolatedSubnet]
            public partial class Private
            {
                [Rds(Public = true)]
                [Ingress(Cidr.Internet, 5432)]
                public partial class Database
                {
                    public const string Name = "orders";

                    public class Row;
                }
            }
        }
        """;

    [Fact]
    public Task NamesInAnotherFile_Follow() => VerifyAsync(
        [
            Network,
            """
            using System;
            using Shop;
            using static Shop.Network.Public;
            using static Shop.Network.Public.Database;
            using List = System.Collections.Generic.List<Shop.Network.Public.Database>;

            namespace Elsewhere;

            /// <summary>See <see cref="Network.Public.Database"/>, <see cref="Database.Name"/> and <see cref="Row"/>.</summary>
            public class App(Network network)
            {
                public static readonly Type Type = typeof(Network.Public.Database);

                private readonly List list = [];

                public Row? Row { get; set; }

                public string Text => nameof(Network.Public.Database) + nameof(Database) + Network.Public.Database.Name + Name + list.Count;

                public Database Find() => network.Component<Shop.Network.Public.Database>();

                public global::Shop.Network.Public.Database? Cast(object other) => other is Network.Public.Database found ? found : other as Database;

                public Network.Public.Database.Row Make<T>()
                    where T : Network.Public.Database => new();
            }
            """,
        ],
        [
            FixedNetwork,
            """
            using System;
            using Shop;
            using static Shop.Network.Public;
            using static Shop.Network.Private.Database;
            using List = System.Collections.Generic.List<Shop.Network.Private.Database>;

            namespace Elsewhere;

            /// <summary>See <see cref="Network.Private.Database"/>, <see cref="Network.Private.Database.Name"/> and <see cref="Row"/>.</summary>
            public class App(Network network)
            {
                public static readonly Type Type = typeof(Network.Private.Database);

                private readonly List list = [];

                public Row? Row { get; set; }

                public string Text => nameof(Network.Private.Database) + nameof(Network.Private.Database) + Network.Private.Database.Name + Name + list.Count;

                public Network.Private.Database Find() => network.Component<Network.Private.Database>();

                public Network.Private.Database? Cast(object other) => other is Network.Private.Database found ? found : other as Network.Private.Database;

                public Network.Private.Database.Row Make<T>()
                    where T : Network.Private.Database => new();
            }
            """,
        ]);

    [Fact]
    public Task Alias_Follows_AndIsTheShortestName() => VerifyAsync(
        [
            Network,
            """
            using Db = Shop.Network.Public.Database;

            public class App
            {
                public string Text => Db.Name + Shop.Network.Public.Database.Name;

                public Db? Db { get; set; }
            }
            """,
        ],
        [
            FixedNetwork,
            """
            using Db = Shop.Network.Private.Database;

            public class App
            {
                public string Text => Db.Name + Db.Name;

                public Db? Db { get; set; }
            }
            """,
        ]);

    [Fact]
    public async Task NamesInAnotherProject_Follow()
    {
        using var workspace = new AdhocWorkspace();
        var solution = CodeFix<CureCodeFixProvider>.CreateSolution(workspace, Network.Replace("{|ARCH1001:Public = true|}", "Public = true", StringComparison.Ordinal));
        var project = solution.Projects.Single();
        var user = DocumentId.CreateNewId(ProjectId.CreateNewId());
        solution = solution
            .AddProject(ProjectInfo.Create(user.ProjectId, default, "User", "User", LanguageNames.CSharp, compilationOptions: project.CompilationOptions))
            .AddMetadataReferences(user.ProjectId, project.MetadataReferences)
            .AddProjectReference(user.ProjectId, new(project.Id))
            .AddDocument(user, "User.cs", "class User(Shop.Network network)\n{\n    object Found => network.Component<Shop.Network.Public.Database>();\n}\n");

        var move = (await CodeFix<CureCodeFixProvider>.ActionsAsync(solution)).Single(static action => action.EquivalenceKey == Key);
        var moved = (await CodeFixSolution.ApplyAsync(solution, move)).GetDocument(user)!;

        Assert.Contains("network.Component<Shop.Network.Private.Database>()", (await moved.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain((await moved.Project.GetCompilationAsync())!.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public Task NamesInTheClass_Follow() => VerifyAsync(
        [
            """
            [Vpc]
            public partial class Network
            {
                public const string Team = "shop";

                public static string Of(string name) => name;

                [Ec2("t3.small")]
                [PublicSubnet]
                public partial class Outer;

                [PublicSubnet]
                public partial class Public
                {
                    public const string Name = "orders";

                    [Ec2("t3.small")]
                    public partial class Host;

                    public class Rows<T>;

                    /// <summary>For the <see cref="Host"/>, see <see cref="Rows{T}"/> and <see cref="Network.Outer"/>.</summary>
                    [Rds({|ARCH1001:Public = true|}, DatabaseName = Name)]
                    [Ingress(Cidr.Internet, 5432), Ingress<Host>, Ingress<Public.Host>(1), Ingress<Outer>]
                    [Tag("team", Team), Tag("name", Public.Name + Name), Tag("self", nameof(Database) + Database.Key)]
                    public partial class Database
                    {
                        public const string Key = "key";

                        public Rows<Row> Rows { get; } = new Rows<Row>();

                        public string Text => Of(Name) + nameof(Host) + typeof(Public.Host);

                        public class Row;
                    }
                }
            }
            """,
        ],
        [
            """
            [Vpc]
            public partial class Network
            {
                public const string Team = "shop";

                public static string Of(string name) => name;

                [Ec2("t3.small")]
                [PublicSubnet]
                public partial class Outer;

                [PublicSubnet]
                public partial class Public
                {
                    public const string Name = "orders";

                    [Ec2("t3.small")]
                    public partial class Host;

                    public class Rows<T>;
                }

                [IsolatedSubnet]
                public partial class Isolated
                {
                    /// <summary>For the <see cref="Public.Host"/>, see <see cref="Public.Rows{T}"/> and <see cref="Outer"/>.</summary>
                    [Rds(Public = true, DatabaseName = Public.Name)]
                    [Ingress(Cidr.Internet, 5432), Ingress<Public.Host>, Ingress<Public.Host>(1), Ingress<Outer>]
                    [Tag("team", Team), Tag("name", Public.Name + Public.Name), Tag("self", nameof(Database) + Database.Key)]
                    public partial class Database
                    {
                        public const string Key = "key";

                        public Public.Rows<Row> Rows { get; } = new Public.Rows<Row>();

                        public string Text => Of(Public.Name) + nameof(Public.Host) + typeof(Public.Host);

                        public class Row;
                    }
                }
            }
            """,
        ]);

    [Fact]
    public Task NeighboursInTheDestination_WinNothing() => VerifyAsync(
        [
            """
            [Vpc]
            public partial class Network
            {
                [PrivateSubnet]
                [Ec2("t3.small")]
                public partial class Host;

                [PublicSubnet]
                public partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432), Ingress<Host>]
                    public partial class Database;
                }

                [IsolatedSubnet]
                public partial class Private
                {
                    [Ec2("t3.small")]
                    [Uses<Public.Database>]
                    public partial class Host;
                }
            }
            """,
        ],
        [
            """
            [Vpc]
            public partial class Network
            {
                [PrivateSubnet]
                [Ec2("t3.small")]
                public partial class Host;

                [PublicSubnet]
                public partial class Public
                {
                }

                [IsolatedSubnet]
                public partial class Private
                {
                    [Ec2("t3.small")]
                    [Uses<Database>]
                    public partial class Host;

                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432), Ingress<Network.Host>]
                    public partial class Database;
                }
            }
            """,
        ]);

    [Fact]
    public Task OtherParts_AreNestedAnew_InTheirOwnFiles() => VerifyAsync(
        [
            """
            using Amazon.CDK.AWS.RDS;

            [Vpc]
            public partial class Network
            {
                partial class Public
                {
                    // What the office wants.
                    partial class Database
                    {
                        partial void Configure(DatabaseInstanceProps props) => props.Iops = 3000;
                    }
                }

                public partial class Data
                {
                    [IsolatedSubnet]
                    public partial class Private;
                }
            }
            """,
            """
            using System;

            partial class Network
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database
                    {
                        public static Uri? Uri { get; set; }
                    }
                }
            }
            """,
            """
            namespace Other
            {
                public static class App
                {
                    public static object? Text => Network.Public.Database.Uri;
                }
            }

            partial class Network
            {
                partial class Public
                {
                    public const string Name = "x";

                    partial class Database
                    {
                        public const string Other = Name;
                    }
                }
            }
            """,
        ],
        [
            """
            using Amazon.CDK.AWS.RDS;

            [Vpc]
            public partial class Network
            {
                public partial class Data
                {
                    [IsolatedSubnet]
                    public partial class Private
                    {
                        // What the office wants.
                        partial class Database
                        {
                            partial void Configure(DatabaseInstanceProps props) => props.Iops = 3000;
                        }
                    }
                }
            }
            """,
            """
            using System;

            partial class Network
            {
                [PublicSubnet]
                public partial class Public
                {
                }

                public partial class Data
                {
                    public partial class Private
                    {
                        [Rds(Public = true)]
                        [Ingress(Cidr.Internet, 5432)]
                        public partial class Database
                        {
                            public static Uri? Uri { get; set; }
                        }
                    }
                }
            }
            """,
            """
            namespace Other
            {
                public static class App
                {
                    public static object? Text => Network.Data.Private.Database.Uri;
                }
            }

            partial class Network
            {
                partial class Public
                {
                    public const string Name = "x";
                }

                public partial class Data
                {
                    public partial class Private
                    {
                        partial class Database
                        {
                            public const string Other = Public.Name;
                        }
                    }
                }
            }
            """,
        ]);

    [Fact]
    public Task NewSubnets_GetTheirAttributeOnce() => VerifyAsync(
        [
            """
            partial class Network
            {
                partial class Public
                {
                    partial class Database
                    {
                        public const string Other = "";
                    }
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
                    [Rds({|ARCH1001:Public = true|})]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database;
                }
            }
            """,
        ],
        [
            """
            partial class Network
            {
                public partial class Isolated
                {
                    partial class Database
                    {
                        public const string Other = "";
                    }
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
                }

                [IsolatedSubnet]
                public partial class Isolated
                {
                    [Rds(Public = true)]
                    [Ingress(Cidr.Internet, 5432)]
                    public partial class Database;
                }
            }
            """,
        ]);

    private static Task VerifyAsync(string[] sources, string[] fixedSources) => CodeFix<CureCodeFixProvider>.VerifyAsync(Key, sources, fixedSources);
}
