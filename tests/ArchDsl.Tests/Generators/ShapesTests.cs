using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Types that are no ordinary classes: nothing is generated for them, and what is generated around them compiles.</summary>
public sealed class ShapesTests
{
    public static TheoryData<string> Shapes =>
    [
        "public class Odd;",
        "public static partial class Odd { }",
        "public abstract partial class Odd;",
        "public partial class Odd<T>;",
        "public partial record Odd;",
        "public partial record class Odd(int Number);",
        "public partial class Odd : System.Exception;",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    [InlineData("file partial class Odd;")]
    public void Root_IsLeftOut(string type)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of($"[Vpc]\n{type}"));

        Assert.Empty(run.Sources);
        Assert.Empty(Errors(run));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    [InlineData("private partial class Odd;")]
    [InlineData("protected partial class Odd;")]
    [InlineData("private protected partial class Odd;")]
    [InlineData("partial class Odd;")]
    public void NestedClass_IsLeftOut(string type)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of($$"""
            [Architecture("shop")]
            public partial class Shop
            {
                [S3]
                public partial class Images;

                [Secret]
                {{type}}
            }

            public static class Use { public static object Of(Amazon.CDK.App app) => new Shop(app, "shop").Component<Shop.Images>(); }
            """));

        string text = Assert.Single(run.Sources).Text;
        Assert.Contains("partial class Images", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class Odd", text, StringComparison.Ordinal);
        Assert.Empty(Errors(run));
    }

    /// <summary>C# itself says that the attributes are for classes.</summary>
    [Theory]
    [InlineData("[S3] public partial struct Odd;")]
    [InlineData("[S3] public partial interface IOdd;")]
    [InlineData("[S3] public partial record struct Odd;")]
    [InlineData("[S3] public enum Odd { }")]
    [InlineData("[S3] public delegate void Odd();")]
    public void OtherTypes_AreTheCompilersError(string source)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of(source));

        Assert.Empty(run.Sources);
        Assert.Equal("CS0592", Assert.Single(Errors(run)).Id);
    }

    [Theory]
    [InlineData("public partial class")]
    [InlineData("public sealed partial class")]
    [InlineData("internal partial class")]
    [InlineData("internal sealed partial class")]
    [InlineData("partial class")]
    public void OrdinaryModifiers_AreKept(string modifiers) => Verify.VerifyCleanOutput(TestProgram.Of($$"""
        [Vpc]
        {{modifiers}} Shop
        {
            [PublicSubnet]
            {{(modifiers == "partial class" ? "internal partial class" : modifiers)}} Public { [Ec2("t3.micro")] internal partial class Host; }
        }
        """));

    [Theory]
    [InlineData("Amazon.CDK.Stack", "Constructs.Construct")]
    [InlineData("global::Amazon.CDK.Stack, System.ICloneable", "Constructs.Construct")]
    public void BaseThatIsGeneratedAnyway_MayBeWritten(string root, string nested) => Verify.VerifyCleanOutput(TestProgram.Of($$"""
        [Vpc]
        public partial class Shop : {{root}}
        {
            [S3]
            public partial class Images : {{nested}};

            public object Clone() => this;
        }
        """));

    [Fact]
    public void ConstructorOfTheUsersOwn_StandsBesideTheGeneratedOne() => Verify.VerifyCleanOutput(TestProgram.Of("""
        [S3]
        public partial class Images
        {
            public Images(Amazon.CDK.App app) : this(app, "images")
            {
            }
        }
        """));

    private static IEnumerable<Diagnostic> Errors(GeneratorRun run) => run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
}
