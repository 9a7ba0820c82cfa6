using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Names of classes that generated code could stumble over: all of them compile, without a warning.</summary>
public sealed class NamesTests
{
    /// <summary>Words that are keywords in some places alone: a class of such a name is declared with an @ too.</summary>
    [Theory]
    [InlineData("allows"), InlineData("extension"), InlineData("field"), InlineData("file"), InlineData("global"), InlineData("managed"), InlineData("notnull")]
    [InlineData("nint"), InlineData("partial"), InlineData("record"), InlineData("required"), InlineData("scoped"), InlineData("unmanaged"), InlineData("value")]
    [InlineData("where"), InlineData("yield"), InlineData("dynamic"), InlineData("await"), InlineData("nameof"), InlineData("images")]
    public void ContextualKeywords_AreEscaped(string word) => Verify.VerifyCleanOutput(TestProgram.Of($$"""
        namespace @{{word}}
        {
            [Vpc, PublicSubnet]
            public partial class @{{word}}
            {
                [S3] public partial class Images;
                [Fargate(Image = "i"), Uses<Images>] public partial class Api;
            }
        }

        namespace Below
        {
            [Vpc, PublicSubnet]
            public partial class Outer
            {
                public partial class @{{word}} { [S3] public partial class Images; }
                [Fargate(Image = "i"), Uses<@{{word}}.Images>] public partial class Api;
            }
        }
        """));

    [Fact]
    public void Keywords_AreEscaped()
    {
        string text = Verified("""
            namespace @namespace;

            [Architecture("keywords")]
            public partial class @class
            {
                [S3] public partial class @event;

                [Secret] public partial class @string;

                public partial class @void { [Secret] public partial class @event; }
            }

            public static class Use { public static object Of(@class root) => (root.Component<@class.@event>().Bucket, root.Component<@class.@void.@event>().Secret); }
            """);

        Assert.Contains(": base(scope, \"event\")", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Größe")]
    [InlineData("Ünïcode")]
    [InlineData("İstanbul")]
    [InlineData("ıspanak")]
    [InlineData("数据库")]
    [InlineData("ǅungla")]
    [InlineData("_1")]
    [InlineData("e\u0301te")] // C# normalises identifiers to form C when it compares them
    public void Unicode_Compiles(string name) => Verified($$"""
        [Vpc, IsolatedSubnet]
        public partial class {{name}}
        {
            [Rds, Output("x", Value.Endpoint)] public partial class {{name}}Data;
        }
        """);

    /// <summary>Members that somebody wrote keep their names; generated ones take another.</summary>
    [Theory]
    [InlineData("public string Bucket() => \"\";", "BucketResource")]
    [InlineData("public string Bucket(int i) => \"\"; public string Bucket(string s) => s;", "BucketResource")]
    [InlineData("public int Bucket, BucketResource;", "BucketResourceResource")]
    [InlineData("public static T Bucket<T>() => default!;", "BucketResource")]
    [InlineData("public event System.Action Bucket { add { } remove { } }", "BucketResource")]
    [InlineData("public enum Bucket { A }", "BucketResource")]
    [InlineData("public string @Bucket { get; } = \"\"; public const int BucketResource = 1;", "BucketResourceResource")]
    [InlineData("string System.IFormattable.ToString(string? format, System.IFormatProvider? provider) => \"\";", "Bucket")]
    [InlineData("public static implicit operator int(Images images) => 1; public int this[int i] => i;", "Bucket")]
    public void MembersOfTheClass_KeepTheirNames(string members, string property)
    {
        string interfaces = members.Contains("IFormattable", StringComparison.Ordinal) ? " : System.IFormattable" : "";
        string text = Verified($$"""
            [Vpc, Stage("dev"), Stage("prod")]
            public partial class Shop
            {
                [S3, Output("name", Value.Name)] public partial class Images{{interfaces}} { {{members}} }
                [PublicSubnet, Fargate(Image = "i"), Uses<Images>] public partial class Api;
            }

            [S3] public partial class Images{{interfaces}} { {{members}} }
            """);

        Assert.Contains($" {property} {{ get; internal set; }}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vpc")]
    [InlineData("Cluster")]
    [InlineData("Bucket")]
    [InlineData("Service")]
    [InlineData("Instance")]
    [InlineData("Secret")]
    [InlineData("Role")]
    [InlineData("TaskRole")]
    [InlineData("LogGroup")]
    [InlineData("LoadBalancer")]
    [InlineData("TargetGroup")]
    [InlineData("SubnetGroup")]
    [InlineData("Routes")]
    [InlineData("Stack")]
    [InlineData("Construct")]
    [InlineData("Constructs")]
    [InlineData("Amazon")]
    [InlineData("System")]
    [InlineData("ArchDsl")]
    [InlineData("node_Vpc")]
    [InlineData("T")]
    public void NamesOfGeneratedMembers_Compile(string name)
    {
        // In every scope that has generated members, so that each clash would show.
        Verified($$"""
            [Vpc]
            public partial class Shop
            {
                [PublicSubnet]
                public partial class {{name}}
                {
                    [Fargate(Image = "i"), Uses<{{name}}2.{{name}}>, Uses<Outer{{name}}.{{name}}>]
                    public partial class {{name}}1;

                    [Alb, HttpListener, RoutesTo<{{name}}1>]
                    public partial class {{name}}3;
                }

                [IsolatedSubnet]
                public partial class {{name}}2 { [Rds] public partial class {{name}}; }

                public partial class Outer{{name}} { [S3] public partial class {{name}}; [Secret] public partial class {{name}}4; }
            }
            """);
    }

    [Theory]
    [InlineData("S3", "Bucket")]
    [InlineData("Secret", "Secret")]
    public void ResourceNamedLikeItsProperty_Compiles(string attribute, string name) => Verified($$"""
        [Architecture("a")]
        public partial class Some { [{{attribute}}] public partial class {{name}}; public partial class In { [{{attribute}}] public partial class {{name}}; } }
        """);

    [Fact]
    public void SameNameInDifferentScopes_KeepsApart()
    {
        string text = Verified("""
            [Vpc]
            public partial class Shop
            {
                [PublicSubnet] public partial class A { [S3] public partial class Images; [Ec2("t3.micro"), Uses<Images>(Access.ReadWrite), Uses<B.Images>] public partial class Host; }

                [PrivateSubnet] public partial class B { [S3] public partial class Images; }
            }
            """);

        Assert.Contains("Root.node_A_Images.Bucket.BucketArn", text, StringComparison.Ordinal);
        Assert.Contains("Root.node_B_Images.Bucket.BucketArn", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A_B", "C", "A", "B_C")]
    [InlineData("A_", "B", "A", "_B")]
    [InlineData("AB", "C", "A", "BC")]
    [InlineData("aB", "C", "AB", "C")]
    public void PathsThatCouldReadAlike_KeepApart(string outer1, string inner1, string outer2, string inner2) => Verified($$"""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class {{outer1}} { [S3] public partial class {{inner1}}; [Rds] public partial class {{inner1}}Data; }
            [PrivateSubnet] public partial class {{outer2}} { [S3] public partial class {{inner2}}; [Rds] public partial class {{inner2}}Data; }
        }
        """);

    private static string Verified(string source) => Verify.VerifyCleanOutput(TestProgram.Of(source)).Text;
}
