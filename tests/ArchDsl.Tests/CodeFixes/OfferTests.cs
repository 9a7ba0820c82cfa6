using ArchDsl.CodeFixes;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>What the menu says, and what holds for every fix in it.</summary>
public sealed class OfferTests
{
    private const string Source =
        """
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
                [Rds(Engine.Postgres, "15", Public = true), Ingress(Cidr.Internet, 5432)]
                [Ingress("0.0.0.0/1",
                    5432)] // For the office.
                public partial class Database
                {
                    /// <summary>See <see cref="Api"/>.</summary>
                    public const string Name = nameof(Public);
                }
            }

            [IsolatedSubnet]
            public partial class Private;
        }
        """;

    [Fact]
    public async Task Titles_NameWhatTheyDo()
    {
        Assert.Equal(
            ["Remove Public = true", "Remove 2 open [Ingress] rules", "Move Database into [IsolatedSubnet] Private"],
            await CodeFix<CureCodeFixProvider>.TitlesAsync(Source));
        Assert.Equal(
            ["Remove Public = true", "Remove [Ingress(Cidr.Internet)]", "Replace [PublicSubnet] by [IsolatedSubnet]"],
            await CodeFix<CureCodeFixProvider>.TitlesAsync("[Vpc, PublicSubnet, Rds(Public = true)]\n[Ingress(\n    Cidr.Internet\n)]\npublic partial class Orders;\n"));
        Assert.Equal(
            ["Remove BackupRetentionDays = 0"],
            await CodeFix<CureCodeFixProvider>.TitlesAsync("[Vpc, PrivateSubnet, Rds(BackupRetentionDays = 0)]\npublic partial class Orders;\n"));
    }

    [Fact]
    public async Task EachFixOfMapleQuest_EndsItsError()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "samples", "MapleQuest.Current", "MapleQuest.cs"));
        Assert.Equal(
            ["Remove Public = true", "Remove [Ingress(Cidr.Internet, 5432)]", "Move Database into a new [IsolatedSubnet] Isolated"],
            await CodeFix<CureCodeFixProvider>.TitlesAsync(source));
        foreach (string cure in new[] { "RemoveArgument", "RemoveAttribute", "MoveToIsolatedSubnet" })
        {
            string[] fixedSource = await CodeFix<CureCodeFixProvider>.ApplyAsync("ARCH1001." + cure, source);
            using AdhocWorkspace workspace = new();
            var left = await CodeFix<CureCodeFixProvider>.ActionsAsync(CodeFix<CureCodeFixProvider>.CreateSolution(workspace, fixedSource));
            Assert.DoesNotContain(left, static action => action.EquivalenceKey!.StartsWith("ARCH1001", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task RuleWithoutCure_HasNoFix() =>
        await CodeFix<CureCodeFixProvider>.VerifyNoneAsync("[Vpc({|ARCH0004:\"10.0.0.0/33\"|})]\npublic partial class Network;\n");

    [Fact]
    public async Task PositionalOrNoArgument_HasNoFix() => Assert.Empty(await CodeFix<CureCodeFixProvider>.TitlesAsync(
        """
        [Vpc]
        [PublicSubnet]
        [Alb, HttpListener(80)]
        public partial class LoadBalancer;
        """));

    [Theory]
    [InlineData("ARCH1001.RemoveArgument")]
    [InlineData("ARCH1001.RemoveAttribute")]
    [InlineData("ARCH1001.MoveToIsolatedSubnet")]
    public async Task LineEnds_AreThoseOfTheFile(string key)
    {
        string unix = Source.ReplaceLineEndings("\n");
        string[] expected = await CodeFix<CureCodeFixProvider>.ApplyAsync(key, unix);
        string[] actual = await CodeFix<CureCodeFixProvider>.ApplyAsync(key, unix.ReplaceLineEndings("\r\n"));
        Assert.NotEqual(unix, expected[0]);
        Assert.DoesNotContain('\r', expected[0]);
        Assert.Equal(expected[0].ReplaceLineEndings("\r\n"), actual[0]);

        string made = unix.Replace("[IsolatedSubnet]", "[PrivateSubnet]", StringComparison.Ordinal);
        expected = await CodeFix<CureCodeFixProvider>.ApplyAsync(key, made);
        actual = await CodeFix<CureCodeFixProvider>.ApplyAsync(key, made.ReplaceLineEndings("\r\n"));
        Assert.Equal(expected[0].ReplaceLineEndings("\r\n"), actual[0]);
    }

    /// <summary>Whatever is missing in a source that somebody types: no exception, and what is offered breaks nothing.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task HalfTypedSource_BreaksNothing(int part)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens()];
        for (int i = part; i < tokens.Length; i += 3)
        {
            await CheckAsync(Source.Remove(tokens[i].SpanStart, tokens[i].Span.Length));
        }

        await CheckAsync(Source[..(Source.Length * (part + 1) / 3)]);

        static async Task CheckAsync(string source)
        {
            using var workspace = new AdhocWorkspace();
            var solution = CodeFix<CureCodeFixProvider>.CreateSolution(workspace, source);

            // As in an editor, which does not generate while one types.
            solution = solution.WithProjectAnalyzerReferences(solution.ProjectIds.Single(), []);
            var errors = await ErrorsAsync(solution);
            CodeAction[] actions =
            [
                .. await CodeFix<CureCodeFixProvider>.ActionsAsync(solution),
                .. await CodeFix<MakePartialCodeFixProvider>.ActionsAsync(solution),
                .. await CodeFix<MakePublicCodeFixProvider>.ActionsAsync(solution),
                .. await CodeFix<PlaceInSubnetCodeFixProvider>.ActionsAsync(solution),
            ];
            foreach (var action in actions)
            {
                var after = await CodeFixSolution.ApplyAsync(solution, action);
                Assert.True(await ErrorsAsync(after) <= errors, $"{action.Title} breaks\n{source}");
            }
        }

        static async Task<int> ErrorsAsync(Solution solution) =>
            (await solution.Projects.Single().GetCompilationAsync())!.GetDiagnostics().Count(static d => d.Severity == DiagnosticSeverity.Error);
    }
}
