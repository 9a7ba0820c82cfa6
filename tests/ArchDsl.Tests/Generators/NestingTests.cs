using ArchDsl.Harness;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Where classes stand, in which files and in which order.</summary>
public sealed class NestingTests
{
    [Fact]
    public void VpcOfANestedClass_StandsBelowIt()
    {
        string text = Verified("""
            namespace Some;

            [Architecture("shop")]
            public partial class Shop
            {
                [Vpc("10.1.0.0/16")]
                public partial class Net
                {
                    [IsolatedSubnet("10.1.1.0/24", "10.1.2.0/24")]
                    public partial class Data
                    {
                        [Rds]
                        public partial class Database;
                    }
                }
            }
            """);

        Assert.Contains("CfnVPC(node_Net, \"@Vpc\", ", text, StringComparison.Ordinal);
        Assert.Contains("CfnSubnet(node_Net_Data, \"@Subnet2\", ", text, StringComparison.Ordinal);
        Assert.Contains("CidrBlock = \"10.1.2.0/24\"", text, StringComparison.Ordinal);
        Assert.Contains("Vpc = Root.node_Net.Vpc,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoVpcsOfOneRoot_KeepApart()
    {
        string text = Verified("""
            [Architecture("both")]
            public partial class Both
            {
                [Vpc("10.1.0.0/16")]
                public partial class East
                {
                    [PrivateSubnet("10.1.1.0/24", "10.1.2.0/24")]
                    public partial class Private { [Rds] public partial class Database; }
                }

                [Vpc("10.2.0.0/16")]
                public partial class West
                {
                    [PrivateSubnet("10.2.1.0/24", "10.2.2.0/24")]
                    public partial class Private { [Rds] public partial class Database; }
                }
            }
            """);

        foreach ((string vpc, int number) in (ReadOnlySpan<(string, int)>)[("East", 1), ("West", 2)])
        {
            Assert.Contains($"CfnVPC(node_{vpc}, \"@Vpc\", ", text, StringComparison.Ordinal);
            Assert.Contains($"VpcId = node_{vpc}.Vpc.VpcId,", text, StringComparison.Ordinal);
            Assert.Contains($"Vpc = Root.node_{vpc}.Vpc,", text, StringComparison.Ordinal);
            Assert.Contains($"CidrBlock = \"10.{number}.2.0/24\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TwoRootsInOneFile_AreTwoFiles()
    {
        GeneratorRun run = Verify.VerifyGenerator(TestProgram.Of("""
            namespace One { [S3] public partial class Shop; }
            namespace Two { [S3] public partial class Shop; }
            namespace Two { [S3] public partial class SHOP; }
            """));

        Assert.Equal(3, run.Sources.Count());
        Assert.Equal(3, run.Sources.Select(static s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void GlobalNamespace_HasNoNamespaceBlock()
    {
        string text = Verified("[S3] public partial class Images;\n\npublic static class Use { public static object Of(Images images) => images.Bucket; }");

        Assert.Contains("\npartial class Images : global::Amazon.CDK.Stack", text, StringComparison.Ordinal);
        Assert.DoesNotContain("namespace", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace A.B { namespace C { [S3] public partial class Images; } }")]
    [InlineData("namespace @class.@void; [S3] internal partial class Images;")]
    public void Namespaces_AreKept(string source) => Verified(source);

    [Fact]
    public void ReorderedMembers_GiveIdenticalText()
    {
        const string Head = "namespace Some;\n[Vpc]\npublic partial class Shop\n{\n";
        string[] members =
        [
            "    [S3, Tag(\"a\", \"b\")] public partial class Images;\n",
            "    [PrivateSubnet] public partial class Private { [Rds] public partial class Database; }\n",
            "    [PublicSubnet] public partial class Public { [Ec2(\"t3.micro\"), Uses<Images>, Uses<Private.Database>] public partial class Host; }\n",
            "    [IsolatedSubnet] public partial class Isolated { [Rds] public partial class Database; }\n",
            "    public static int Unrelated() => 1;\n",
        ];

        string first = Verified(Head + string.Concat(members) + "}\n");

        Assert.Equal(first, Verify.Run(TestProgram.Of(Head + string.Concat(members.Reverse()) + "}\n")).Text);
        Assert.Equal(first, Verify.Run(TestProgram.Of(Head + string.Concat(members.OrderBy(static m => m.Length)) + "}\n")).Text);
    }

    [Fact]
    public void AttributesOverSeveralFiles_AreReadOnceInEitherOrder()
    {
        string[] parts =
        [
            "[Vpc] public partial class Orders { [PrivateSubnet] public partial class Private; }",
            "[Architecture(\"orders\")] public partial class Orders { public partial class Private { [Rds] public partial class Database; } }",
            "public partial class Orders { public partial class Private { [Egress(Cidr.Internet)] public partial class Database; } }",
        ];

        string text = Verified(parts);

        Assert.Equal(text, Verified([.. parts.Reverse()]));
        Assert.Contains("\"orders\"", text, StringComparison.Ordinal);
        Assert.Contains("IpProtocol = \"-1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SubnetsOfOtherFiles_BelongToTheVpc()
    {
        string text = Verified(
            "[Vpc(\"10.9.0.0/16\")] public partial class Net;",
            "public partial class Net { [IsolatedSubnet] public partial class Data { [Rds] public partial class Database; } }");

        Assert.Contains("CfnSubnet(node_Data, \"@Subnet1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectWithoutTheLanguage_GeneratesNothing()
    {
        Assert.Empty(Verify.Run(TestProgram.Of("public partial class Plain { [System.Serializable] public partial class Nested; }")).Sources);
        Assert.Empty(Verify.Run(TestProgram.Of("public sealed class S3Attribute : System.Attribute; namespace X { [global::S3] public partial class Mine; }")).Sources);
    }

    [Fact]
    public void AThousandComponents_Work()
    {
        IEnumerable<string> components = Enumerable.Range(0, 1000).Select(static i => (i % 4) switch
        {
            0 => $"[S3] public partial class C{i};",
            1 => $"[Secret] public partial class C{i};",
            2 => $"[Fargate(Image = \"i\"), Uses<C{i - 1}>, Uses<C{i - 2}>, InjectSecret<C{i - 1}>(\"S\")] public partial class C{i};",
            _ => $"[Rds, Ingress<C{i - 1}>(5432)] public partial class C{i};",
        });

        GeneratorRun run = Verify.Run(TestProgram.Of($"[Vpc, PublicSubnet] public partial class Big\n{{\n{string.Join('\n', components)}\n}}\n"));

        string text = Assert.Single(run.Sources).Text;
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Contains($"\n    partial class C{i} : global::Constructs.Construct\n", text, StringComparison.Ordinal));
        Assert.Empty(run.Output.SyntaxTrees.SelectMany(static tree => tree.GetDiagnostics()));
    }

    private static string Verified(params string[] sources) => Verify.VerifyGenerator(TestProgram.Of(sources)).Text;
}
