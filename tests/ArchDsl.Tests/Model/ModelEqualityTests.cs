using System.Reflection;
using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Equal sources give equal models, and sources that mean something else give others.</summary>
public sealed class ModelEqualityTests
{
    private const string Shop = """
        namespace Some;

        [Architecture("shop"), Vpc]
        public partial class Shop
        {
            [S3, Tag("a", "b")]
            public partial class Images;

            [PublicSubnet]
            public partial class Public
            {
                [Fargate(Image = "i", Port = 8000), Uses<Images>, Env("A", "b")]
                public partial class Api;

                [Alb, HttpListener, RoutesTo<Api>]
                public partial class Lb;
            }
        }
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("namespace Some;", "\n// A comment.\nnamespace Some;\n")]
    [InlineData("[S3, Tag(\"a\", \"b\")]", "[S3]\n    [global::ArchDsl.TagAttribute(value: \"b\", key: \"a\")]")]
    [InlineData("Uses<Images>", "Uses<Shop.Images>")]
    [InlineData("Port = 8000", "Port = 4000 * 2")]
    [InlineData("public partial class Images;", "public partial class Images { private int number; public int Method() => number; }")]
    [InlineData("[Alb, HttpListener, RoutesTo<Api>]", "[Alb()][HttpListener()][RoutesTo<Api>()]")]
    public void EqualSources_GiveEqualModels(string old, string other)
    {
        string source = old.Length == 0 ? Shop : Shop.Replace(old, other, StringComparison.Ordinal);

        Assert.Equal(Lower(Shop), Lower(source));
        Assert.Equal(CdkProgramBuilder.Build(TestProgram.Declare(Shop)), CdkProgramBuilder.Build(TestProgram.Declare(source)));
    }

    [Theory]
    [InlineData("namespace Some;", "namespace More;")]
    [InlineData("class Shop", "class Store")]
    [InlineData("\"shop\"", "\"store\"")]
    [InlineData("Vpc]", "Vpc(\"10.1.0.0/16\")]")]
    [InlineData("[PublicSubnet]", "[PrivateSubnet]")]
    [InlineData("Port = 8000", "Port = 8001")]
    [InlineData("Uses<Images>", "Uses<Images>(Access.Write)")]
    [InlineData("Env(\"A\", \"b\")", "Env(\"A\", \"c\")")]
    [InlineData("class Images", "class Pictures")]
    [InlineData(", Tag(\"a\", \"b\")", "")]
    [InlineData("public partial class Images;", "public partial class Images { partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } }")]
    [InlineData("public partial class Images;", "public partial class Images; [S3] public partial class More;")]
    public void OtherSources_GiveOtherModels(string old, string other)
    {
        string source = Shop.Replace(old, other, StringComparison.Ordinal).Replace("Uses<Images>", other.Contains("Pictures", StringComparison.Ordinal) ? "Uses<Pictures>" : "Uses<Images>", StringComparison.Ordinal);

        Assert.NotEqual(Shop, source);
        Assert.NotEqual(TestProgram.Declare(Shop), TestProgram.Declare(source));
        Assert.NotEqual(CdkProgramBuilder.Build(TestProgram.Declare(Shop)), CdkProgramBuilder.Build(TestProgram.Declare(source)));
    }

    [Fact]
    public void Samples_GiveEqualModelsTwice() => Assert.All(TestProgram.Samples, static name =>
    {
        ArchitectureDeclaration declaration = TestProgram.Declare(TestProgram.OfSample(name));
        Assert.Equal(declaration, TestProgram.Declare(TestProgram.OfSample(name)));
        Assert.Equal(Lowering.Lower(declaration), Lowering.Lower(declaration with { }));
        Assert.Equal(declaration.GetHashCode(), TestProgram.Declare(TestProgram.OfSample(name)).GetHashCode());
    });

    public static TheoryData<string, string> OptionalArguments
    {
        get
        {
            TheoryData<string, string> arguments = [];
            foreach (Type type in AttributeSource.All)
            {
                foreach (var (argument, _, _) in Arguments(type).Where(static a => a.Named))
                {
                    arguments.Add(type.Name, argument);
                }
            }

            return arguments;
        }
    }

    /// <summary>No argument is read and then forgotten: each of them makes another topology.</summary>
    [Theory]
    [MemberData(nameof(OptionalArguments))]
    public void EveryArgument_ReachesTheTopology(string attribute, string argument)
    {
        Type type = AttributeSource.All.Single(t => t.Name == attribute);
        string? needed = argument == "SortKeyType" ? "SortKey" : null;

        Assert.NotEqual(
            TestProgram.Lower(Program(type, argument, a => a == needed)) with { Findings = [] },
            TestProgram.Lower(Program(type, argument, a => a == needed || a == argument)) with { Findings = [] });
    }

    /// <summary>Nor is one analysed and then not emitted.</summary>
    [Theory]
    [MemberData(nameof(OptionalArguments))]
    public void EveryArgument_ReachesTheProgram(string attribute, string argument)
    {
        Type type = AttributeSource.All.Single(t => t.Name == attribute);
        string? needed = argument == "SortKeyType" ? "SortKey" : null;
        CdkArchitecture? without = CdkProgramBuilder.Build(TestProgram.Declare(Program(type, argument, a => a == needed)));
        CdkArchitecture? with = CdkProgramBuilder.Build(TestProgram.Declare(Program(type, argument, a => a == needed || a == argument)));

        // An acceptance that hides nothing is no part of the program.
        Assert.Equal(attribute == nameof(AcceptRiskAttribute), without == with);
        Assert.NotNull(with);
    }

    private static IReadOnlyList<(string Argument, object Value, bool Named)> Arguments(Type type)
    {
        // Ports make a difference to what is said of them; other constructors leave arguments to be named.
        bool traffic = type.IsAssignableTo(typeof(TrafficAttribute));
        ConstructorInfo constructor = type.GetConstructors().OrderBy(static c => c.GetParameters().Length).ElementAt(traffic ? 1 : 0);
        return AttributeSource.Arguments(type, constructor, static argument => argument.EndsWith("Cidr", StringComparison.Ordinal) ? "10.0.0.0/8" : argument == "Stage.Name" ? "dev" : "text-of-" + argument);
    }

    /// <summary>A program in which an attribute, with some of its arguments, has a meaning.</summary>
    private static string Program(Type type, string argument, Func<string, bool> isWritten)
    {
        string name = AttributeSource.NameOf(type);
        string target = (name, argument) is ("Uses", "AtRuntime") ? "Database" : "Some" + AttributeSource.TargetOf(type);
        string attribute = AttributeSource.Write(type, target, Arguments(type)
            .Where(a => !a.Named || isWritten(a.Argument))
            .Select(static a => a.Argument == "RetentionDays" ? a with { Value = 7 } : a));
        bool isModifier = type.IsAssignableTo(typeof(ModifierAttribute));
        string some = isModifier
            ? (name is "Cors" or "AccessLogs" ? "S3, " : name is "HttpListener" or "HttpsListener" or "Dns" ? "Alb, " : name is "RoutesTo" ? "Alb, HttpListener(81), " : name is "ImageFrom" ? "Fargate, " : "Fargate(Image = \"i\"), ") + attribute
            : AttributeSource.KindOf(type) is null ? "Topic" : attribute;
        return $$"""
            [{{(name is "Vpc" ? "" : "Vpc, ")}}PublicSubnet{{(isModifier || some == attribute ? "" : $", {attribute}")}}]
            public partial class Shop
            {
                [{{some}}] public partial class Some;

                [S3] public partial class SomeS3;
                [Secret] public partial class SomeSecret;
                [Ecr] public partial class SomeEcr;
                [Topic] public partial class SomeTopic;
                [Certificate("example.com")] public partial class SomeCertificate;
                [Ec2("t3.micro")] public partial class SomeEc2;
                [Fargate(Image = "i")] public partial class SomeFargate;
                [Rds] public partial class Database;
                {{(name is "Ec2" ? "[Alb, HttpListener, RoutesTo<Some>] public partial class Lb;" : "")}}
            }
            """;
    }

    private static ArchitectureTopology Lower(string source) => TestProgram.Lower(source);
}
