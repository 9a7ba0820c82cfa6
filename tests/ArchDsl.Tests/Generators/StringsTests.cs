using System.Text.RegularExpressions;
using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Text of the user's arrives in the CDK program to the letter, wherever a string can be written.</summary>
public sealed partial class StringsTests
{
    /// <summary>By number: not every text survives as the name of a test.</summary>
    private static readonly string[] Texts =
    [
        "plain",
        "\"quoted\" 'quoted' \\ \\n \\u0041 \"\"\" $\"{x}\" @\"",
        "{0} {{}} }} { ${ $${ #{ #{x}",
        "a\nb\r\nc\td\0e\u001b\u0085",
        "\u2028 \u2029 \ufeff \u200f \ud800 \udc00 \ud83d\ude00 \u0130\u0131ß",
        "*/ /* // <summary>&amp;</summary> #if false\n#pragma warning disable\n",
        "${Token[TOKEN.1]} #{Token[TOKEN.2]} ${Token[TOKEN.3]",
        "${AWS::Region} ${AWS::StackName} ${!AWS::Region} ${Some.Attribute}",
        "\0${Token[TOKEN.1]}\0",
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Texts.Length)];

    // Between the text and the name of the argument in which it stands.
    private const string Mark = "|in ";

    [Theory]
    [MemberData(nameof(Numbers))]
    public void EveryString_ArrivesToTheLetter(int number)
    {
        string text = Texts[number];
        SyntaxNode root = Assert.Single(Verify.VerifyGenerator(TestProgram.Of(Program(text))).Output.SyntaxTrees, static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).GetRoot();
        List<string> strings = [.. root.DescendantNodes(static node => Evaluate(node) is null).Select(Evaluate).OfType<string>()];

        // Wherever the mark of an argument stands, its text stands before it.
        HashSet<string> arrived = [];
        foreach (string value in strings)
        {
            foreach (Match mark in MarkPattern().Matches(value))
            {
                Assert.Contains(text + mark.Value, value, StringComparison.Ordinal);
                arrived.Add(mark.Groups["argument"].Value);
            }
        }

        // Some arguments never arrive, such as address ranges, so a few of those that must are named.
        string[] expected =
        [
            "Architecture.Name", "Architecture.Description", "Tag.Key", "Tag.Value", "Output.Name", "AcceptRisk.Reason", "Env.Name", "Env.Value",
            "InjectSecret.Variable", "InjectSecret.Field", "Rds.Username", "S3.Name", "Cors.Origins[1]", "Logs.Name", "SecurityGroup.Name",
            "Fargate.Image", "RoutesTo.HealthCheckPath",
        ];
        Assert.Equal([], expected.Except(arrived));
    }

    /// <summary>What the CDK would take for one of its own tokens is refused: the CDK joins the halves of a split one again.</summary>
    [Fact]
    public void Tokens_AreRefused()
    {
        SolutionState state = TestProgram.Of(Program("${Token[TOKEN.1]} #{Token[TOKEN.2]}"));
        HashSet<string> refused = [.. TestProgram.Lower(state).Findings.Where(static f => f.RuleId == "ARCH0013").SelectMany(static f => Arguments(f.Arguments[0]))];

        SyntaxNode root = Verify.Run(state).Output.SyntaxTrees.Last().GetRoot();
        string[] tokens =
        [
            .. root.DescendantNodes().OfType<LiteralExpressionSyntax>()
                .Where(static literal => !literal.Ancestors().OfType<AssignmentExpressionSyntax>().Any(static a => a.Left.ToString() == "Report"))
                .Select(static literal => literal.Token.ValueText)
                .Where(static text => text.Contains("{Token[", StringComparison.Ordinal)),
        ];

        Assert.Equal([], tokens.SelectMany(Arguments).Except(refused));

        static IEnumerable<string> Arguments(string text) => MarkPattern().Matches(text).Select(static match => match.Groups["argument"].Value);
    }

    [Fact]
    public void PseudoParameters_AreFilledIntoPhysicalNamesAlone()
    {
        string text = Verify.Run(TestProgram.Of("""
            [Vpc]
            [PublicSubnet]
            public partial class Shop
            {
                [S3("images-${AWS::AccountId}-${AWS::Region}-${AWS::Partition}-${AWS::StackId}")] public partial class Images;

                [Fargate(Image = "image:${AWS::Region}"), Env("REGION", "${AWS::Region}"), Tag("region", "${AWS::Region}")] public partial class Api;
            }
            """)).Text;

        Assert.Contains("BucketName = global::Amazon.CDK.Fn.Sub(\"images-${AWS::AccountId}-${AWS::Region}-${AWS::Partition}-${!AWS::StackId}\")", text, StringComparison.Ordinal);
        Assert.Contains("[\"REGION\"] = \"${AWS::Region}\"", text, StringComparison.Ordinal);
        Assert.Contains("FromRegistry(\"image:${AWS::Region}\")", text, StringComparison.Ordinal);
        Assert.Contains("Add(\"region\", \"${AWS::Region}\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_ArriveToTheLetter()
    {
        const string Script = "#!/bin/bash\necho \"${HOME} $(date) \\\\ 'x'\" > /tmp/x\n# \ud800 {{}}\n";
        SolutionState state = TestProgram.Of("[Vpc, PublicSubnet, Ec2(\"t3.micro\", UserDataFile = \"boot/setup.sh\")] public partial class Host;");
        state.AdditionalFiles.Add(("/0/project/boot/setup.sh", Script));

        GeneratorRun run = Verify.VerifyGenerator(state);

        Assert.Contains(Script, run.Output.SyntaxTrees.Last().GetRoot().DescendantNodes().Select(Evaluate));
    }

    private static string Program(string text) => AttributeSource.Program(argument => text + Mark + argument);

    // What the CDK gets: a literal, a join of literals, or the template of a substitution.
    private static string? Evaluate(SyntaxNode expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: ArrayCreationExpressionSyntax { Initializer: { } parts } }] } join when join.Expression.ToString().EndsWith(".Fn.Join", StringComparison.Ordinal) =>
            string.Concat(parts.Expressions.Select(Evaluate)),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var template] } sub when sub.Expression.ToString().EndsWith(".Fn.Sub", StringComparison.Ordinal) =>
            Evaluate(template.Expression)?.Replace("${!", "${", StringComparison.Ordinal),
        _ => null,
    };

    [GeneratedRegex(@"\|in (?<argument>[A-Za-z0-9]+\.[A-Za-z0-9]+(\[[01]\])?)")]
    private static partial Regex MarkPattern();
}
