using System.Xml.Linq;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>The documentation of a class, as an editor shows it: what it becomes, who reaches it, how it is encrypted, which risks it takes.</summary>
public sealed class SummaryTests
{
    [Fact]
    public void Component_SaysWhoReachesIt()
    {
        Compilation output = Documented(TestProgram.OfSample("MapleQuest"));

        Assert.Equal(
            """
            Postgres 15 on db.t4g.micro, 20 GiB, port 5432.
            From the internet: no direct path.
            Admitted: Public.Api.
            Encrypted: at rest with the key aws/rds; TLS alone in transit.
            Accepted: ARCH2007: The app's settings say DB_USER=postgres.
            Accepted: ARCH3020: Django reads the password once, when the task starts.
            Accepted: ARCH4001: One t4g.micro is what the app can pay for; it may be away for a while.
            Accepted: ARCH5010: The subnets are isolated, and the app expects 5432.
            """,
            Shown(output, "Samples.MapleQuest.MapleQuest+Private+Database"));
        Assert.Equal(
            """
            Fargate, 512 CPU units and 1024 MiB, 1 task on port 8000.
            From the internet: Internet -> LoadBalancer:80 -> Api:8000.
            Admitted: Public.LoadBalancer.
            Accepted: ARCH4012: One task is what the game can pay for; it scales to four.
            Accepted: ARCH4040: The document keeps logs for a week.
            """,
            Shown(output, "Samples.MapleQuest.MapleQuest+Public+Api"));
        Assert.Equal(
            """
            Secret maple-quest/django-secret-key.
            Used by: Public.Api (secretsmanager:DescribeSecret, secretsmanager:GetSecretValue).
            Encrypted: at rest with the key aws/secretsmanager; TLS alone in transit.
            Accepted: ARCH3020: Django signs sessions with it: a new key logs everybody out.
            """,
            Shown(output, "Samples.MapleQuest.MapleQuest+DjangoKey"));
        Assert.Equal("Isolated subnets 10.0.32.0/20 and 10.0.48.0/20.", Shown(output, "Samples.MapleQuest.MapleQuest+Private"));
        Assert.Equal("Stack maple-quest in us-west-2; VPC 10.0.0.0/16, 2 zones, 4 subnets, no NAT gateway.", Shown(output, "Samples.MapleQuest.MapleQuest"));
    }

    [Fact]
    public void Component_SaysWhatItCosts() => Assert.Contains(
        Sentences(Documented(TestProgram.OfSample("MapleQuest")), "Samples.MapleQuest.MapleQuest+Private+Database"),
        static sentence => System.Text.RegularExpressions.Regex.IsMatch(sentence, @"^Cost: \$[0-9.]+( and [a-z0-9 ]+)* a month, estimated\.$"));

    [Fact]
    public void Stages_ShareWhatIsTrueOfAll()
    {
        Compilation output = Documented(TestProgram.Of("""
            [Stage("dev"), Stage("prod")]
            public partial class Shop
            {
                [DynamoDb, AcceptRisk("ARCH4020", Reason = "Nobody."), Topic(Stage = "none")] public partial class Folder;
                [S3(Versioned = false), S3(Versioned = true, Stage = "prod")] public partial class Images;
            }
            """));

        Assert.Equal(
            """
            Bucket, encrypted. (stage dev) Bucket, encrypted, versioned. (stage prod)
            Used by: nobody.
            Encrypted: at rest with keys of Amazon S3; TLS alone in transit.
            """,
            Shown(output, "Shop+Images"));
    }

    [Fact]
    public void Hook_TakesTheProofAway()
    {
        Compilation output = Documented(TestProgram.Of("""
            [Vpc]
            public partial class Shop
            {
                [S3] public partial class Images { partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } }
                [IsolatedSubnet, Rds(MultiAz = true)] public partial class Data;
                public partial class Folder { [Topic] public partial class News; }
            }
            """));

        Assert.Equal("Bucket, encrypted, versioned.\nHas a hook: what it does is not analysed.", Shown(output, "Shop+Images"));
        Assert.Contains("From the internet: no direct path, unless a hook opens one.", Shown(output, "Shop+Data"), StringComparison.Ordinal);
        Assert.Equal("Part of Shop.", Shown(output, "Shop+Folder"));
    }

    /// <summary>In the flat form the root is a part of paths by its own name.</summary>
    [Fact]
    public void Root_HasItsNameAsAUser()
    {
        Compilation output = Documented(TestProgram.Of("""
            [Vpc, PublicSubnet, Fargate(Image = "nginx:1"), Uses<Shop.Images>]
            public partial class Shop
            {
                [S3] public partial class Images;
            }
            """));

        Assert.Contains("Used by: Shop (s3:GetObject, s3:ListBucket).", Shown(output, "Shop+Images"), StringComparison.Ordinal);
    }

    /// <summary>Whatever a text holds, it is text: it ends no comment, opens no element, and turns no line round.</summary>
    [Theory]
    [InlineData("a\nclass Evil { }", "a class Evil { }")]
    [InlineData("a\r\u0085\u2028\u2029class Evil { }", "a    class Evil { }")]
    [InlineData("</summary></member><member name=\"T:Evil\">&amp; & ]]> <![CDATA[", null)]
    [InlineData("\0\u001b\ufffe\uffff", "  \ufffd\ufffd")]
    [InlineData("\u202egnihton\u2066", "\ufffdgnihton\ufffd")]
    [InlineData("*/ /// #if false", null)]
    public void HostileText_StaysText(string text, string? shown)
    {
        string literal = AttributeSource.Literal(text);
        Compilation output = Documented(TestProgram.Of($$"""
            [Architecture("shop")]
            public partial class Shop
            {
                [S3(PublicRead = true), AcceptRisk("ARCH2010", Reason = {{literal}})] public partial class Images;
            }
            """));

        Assert.Contains("Accepted: ARCH2010: " + (shown ?? text), Shown(output, "Shop+Images"), StringComparison.Ordinal);
        Assert.DoesNotContain(output.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()), static type => type.Identifier.ValueText == "Evil");
    }

    /// <summary>No attribute of a test can hold half a pair.</summary>
    [Fact]
    public void HalfAPair_IsReplaced() => HostileText_StaysText("\ud800 \udc00 \ud83d\ude00", "\ufffd \ufffd \ud83d\ude00");

    /// <summary>A project that asks for documentation of everything gets it for the form of the language.</summary>
    [Fact]
    public void EveryClass_IsDocumented() => Assert.All(TestProgram.Samples, static name =>
        Assert.DoesNotContain(Documented(TestProgram.OfSample(name)).GetDiagnostics(), static diagnostic => diagnostic.Id.StartsWith("CS15", StringComparison.Ordinal)));

    private static Compilation Documented(SolutionState state) => Verify.Run(state).Output;

    // Prices change; that there is one is shown above.
    private static string Shown(Compilation output, string type) =>
        string.Join('\n', Sentences(output, type).Where(static sentence => !sentence.StartsWith("Cost: ", StringComparison.Ordinal)));

    private static IEnumerable<string> Sentences(Compilation output, string type)
    {
        XElement member = XElement.Parse(output.GetTypeByMetadataName(type)!.GetDocumentationCommentXml()!);
        Assert.True(member.Elements().All(static e => e.Name.LocalName is "summary" or "remarks"), "A text became an element.");
        return member.Elements("summary").Concat(member.Descendants("para")).Select(static e => e.Value);
    }
}
