using System.Globalization;
using System.Text.RegularExpressions;
using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Members that somebody writes into a class: generated ones avoid their names, or else the rule ARCH0011 asks for another one.</summary>
public sealed partial class MembersTests
{
    // Each class takes members where it is named. The stages differ in all that has a method of its own for each.
    private const string Nested = """
        namespace Some;

        [Vpc, Stage("dev"), Stage("prod-eu"), Tag("team", "shop"), Tag("stage", "eu", Stage = "prod-eu")]
        public partial class Shop
        {
            /*Some.Shop*/
            [PublicSubnet]
            public partial class Public
            {
                /*Some.Shop+Public*/
                [Alb, HttpListener(80), HttpListener(8080, Stage = "prod-eu"), RoutesTo<Api>, RoutesTo<Api>(HealthCheckPath = "/eu", Stage = "prod-eu")]
                public partial class LoadBalancer { /*Some.Shop+Public+LoadBalancer*/ }

                [Fargate(Image = "i"), Fargate(Cpu = 512, MemoryMiB = 1024, Stage = "prod-eu"), Uses<Data.Database>, Uses<Images>, Uses<Alerts>, Logs]
                public partial class Api { /*Some.Shop+Public+Api*/ }
            }

            [IsolatedSubnet]
            public partial class Data { /*Some.Shop+Data*/ [Rds, Rds(MultiAz = true, Stage = "prod-eu")] public partial class Database { /*Some.Shop+Data+Database*/ } }

            [S3, S3(Versioned = false, Stage = "prod-eu")] public partial class Images { /*Some.Shop+Images*/ }
            [Topic(Encrypted = true)] public partial class Alerts { /*Some.Shop+Alerts*/ }
        }
        """;

    private const string Flat = """
        [Vpc, IsolatedSubnet, Rds, Tag("team", "shop")]
        public partial class Größe { /*Größe*/ [S3, AccessLogs<Größe.數>] public partial class Images { /*Größe+Images*/ } [S3] public partial class 數 { /*Größe+數*/ } }
        """;

    private const string Alone = "[S3] public partial class Store { /*Store*/ }";

    private static readonly string[] Forms =
    [
        "public const string {0} = \"\";",
        "private static int {0} => 1;",
        "public string {0}() => \"\";",
        "public string {0}(int one) => \"\";",
        "private static T {0}<T>(T one, T other) => one;",
        "public event System.Action? {0};",
        "public static class {0};",
        "private enum {0} {{ }}",
        "protected delegate void {0}();",
    ];

    public static TheoryData<string, string> FormsInPrograms
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string form in Forms)
            {
                data.Add(Nested, form);
                data.Add(Flat, form);
                data.Add(Alone, form);
            }

            return data;
        }
    }

    /// <summary>Every name that a class has after generation, in every form, in all classes at once.</summary>
    [Theory, MemberData(nameof(FormsInPrograms))]
    public void AnyMember_CompilesOrIsReported(string source, string form)
    {
        GeneratorRun before = Verify.Run(TestProgram.Of(source));
        SolutionState state = TestProgram.Of(With(source, form, type => Names(before, type, form)));
        ArchitectureDeclaration declaration = TestProgram.Declare(state);
        HashSet<(string, string)> reported =
        [
            .. from stage in Stages.Of(declaration)
               from finding in Lowering.Lower(declaration, stage).Findings
               where finding.RuleId == "ARCH0011"
               let node = declaration.Root.SelfAndDescendants().Single(node => node.Path == finding.Place.Origin.Node)
               select (node.TypeName, finding.Place.Origin.Member!),
        ];
        Assert.NotEmpty(reported);

        // Without those the rest compiles.
        GeneratorRun run = Verify.Run(TestProgram.Of(With(source, form, type =>
            Names(before, type, form).Where(name => !reported.Contains(("global::" + type.Replace('+', '.'), name))))));
        Assert.Single(run.Sources);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || diagnostic.Severity == DiagnosticSeverity.Warning && !run.Input.ContainsSyntaxTree(diagnostic.Location.SourceTree!)));
    }

    [Fact]
    public void TakenName_GetsAnEndingUntilItIsFree()
    {
        string text = Verify.VerifyGenerator(TestProgram.Of("""
            [Architecture("members")]
            public partial class Shop
            {
                [S3]
                public partial class Images
                {
                    private static readonly int Bucket = 1, BucketResource = 2;
                    public static int Sum => Bucket + BucketResource;
                }

                [S3, AccessLogs<Images>] public partial class Logs { public static string Bucket() => ""; }
                [Secret] public partial class Key { public static void set_Secret(int value) { } }
            }
            """)).Text;

        Assert.Contains("public global::Amazon.CDK.AWS.S3.Bucket BucketResourceResource { get;", text, StringComparison.Ordinal);
        Assert.Contains("Root.node_Images.BucketResourceResource", text, StringComparison.Ordinal);
        Assert.Contains("public global::Amazon.CDK.AWS.S3.Bucket BucketResource { get;", text, StringComparison.Ordinal);
        Assert.Contains("Secret SecretResource { get;", text, StringComparison.Ordinal);
    }

    /// <summary>What is generated is no reason to give it another name the next time.</summary>
    [Fact]
    public void GeneratedMembers_AreNoneOfTheirOwn()
    {
        SolutionState state = TestProgram.Of(Nested);
        Assert.Equal(TestProgram.Declare(state), TestProgram.Declare(state, Verify.Run(state).Output));
    }

    private static string With(string source, string form, Func<string, IEnumerable<string>> names) => Place.Replace(source, place =>
        string.Join(' ', names(place.Groups[1].Value).Select(name => string.Format(CultureInfo.InvariantCulture, form, name))));

    // The names of whatever is generated, what it would be called instead, what its accessors are called, and others that matter or do not.
    private static IEnumerable<string> Names(GeneratorRun run, string type, string form) =>
        from member in run.Output.GetTypeByMetadataName(type)!.GetMembers()
        where member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } and not INamedTypeSymbol
        from name in new[] { member.Name, member.Name + "Resource", "get_" + member.Name, "var", "Account", "Node", "Other" }
        where form.Contains('(', StringComparison.Ordinal) || !name.StartsWith("get_", StringComparison.Ordinal)
        group name by name into names
        select names.Key;

    [GeneratedRegex(@"/\*(\S+)\*/", RegexOptions.CultureInvariant)]
    private static partial Regex Place { get; }
}
