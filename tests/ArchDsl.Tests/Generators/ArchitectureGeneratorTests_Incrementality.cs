using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using static ArchDsl.Generators.ArchitectureGenerator.TrackingNames;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>What an edit makes the generator do again. Each step is one of those that it names.</summary>
public sealed class ArchitectureGeneratorTests_Incrementality
{
    private const string Shop = """
        namespace Some;

        [Vpc]
        [Tag("team", "shop")]
        public partial class Shop
        {
            [S3]
            public partial class Images;

            [PublicSubnet]
            public partial class Public
            {
                [Ec2("t3.micro", UserDataFile = "boot.sh")]
                public partial class Host;
            }

            public static int Unrelated() => 1;
        }
        """;

    private const string Other = "[Vpc, PrivateSubnet, Rds]\npublic partial class Other;\n";

    // The manifest is left out while somebody types.
    private static readonly string[] Typing = [Declaration, Files, Program];

    private static readonly IncrementalStepRunReason[] Reused = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void EveryStep_IsNamed()
    {
        Assert.Equal(Typing, Names(Verify.Run(State())));
        Assert.Equal(All.Order(StringComparer.Ordinal), Names(Verify.RunBuild(State())));

        static IEnumerable<string> Names(GeneratorRun run) => run.NamedSteps.Select(static s => s.Name).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void AddedComment_DoesNotModifyOutput() => NothingIsRedone(Edit("[S3]", "// A comment.\n    [S3] // Another one."));

    [Fact]
    public void MovedLines_DoNotModifyOutput() => NothingIsRedone(Edit("namespace Some;", "\n\n\nnamespace Some;\n\n"));

    [Fact]
    public void MovedLinesInABuild_ModifyThePlacesAlone()
    {
        GeneratorRun again = Edit(Verify.RunBuild(State()), "namespace Some;", "\n\n\nnamespace Some;\n\n");

        string[] places = [Places, PlacedManifest];
        Assert.All(again.NamedSteps.Where(s => !places.Contains(s.Name)), static s => Assert.Contains(s.Reason, Reused));
        Assert.All(places, place => Assert.Single(again.NamedSteps, s => s.Name == place && s.Reason == IncrementalStepRunReason.Modified));
        Assert.Single(again.OutputSteps, static s => !Reused.Contains(s.Reason));
    }

    [Fact]
    public void BodyOfAMethod_DoesNotModifyOutput() => NothingIsRedone(Edit("=> 1", "=> 1 + 1"));

    /// <summary>The declaration knows the names of methods, which generated members avoid, and nothing else of them.</summary>
    [Fact]
    public void MethodAdded_LeavesProgramUnchanged() => ProgramIsUnchanged(Edit("public static int", "public static int More() => 2;\n\n    public static int"));

    [Fact]
    public void SignatureOfAMethod_DoesNotModifyOutput() => NothingIsRedone(Edit("public static int Unrelated", "[System.Obsolete(\"old\")] private string Unrelated"));

    [Fact]
    public void BodyOfAMethodInABuild_DoesNotModifyOutput()
    {
        GeneratorRun first = Verify.RunBuild(State());
        GeneratorRun again = Edit(first, "=> 1", "=> 1 + 1");

        Assert.All(again.NamedSteps.Concat(again.OutputSteps), static s => Assert.Contains(s.Reason, Reused));
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public void SpelledOtherwise_DoesNotModifyOutput() =>
        NothingIsRedone(Edit("[Ec2(\"t3.micro\", UserDataFile = \"boot.sh\")]", "[global::ArchDsl.Ec2Attribute(instanceType: \"t3\" + \".\" + \"micro\", UserDataFile = @\"boot.sh\")]"));

    [Fact]
    public void ReorderedMembers_LeaveProgramUnchanged() =>
        NothingIsRedone(Edit("    [S3]\n    public partial class Images;\n\n", "", "    public static int", "    [S3]\n    public partial class Images;\n\n    public static int"));

    /// <summary>The declaration knows the place of an attribute, for diagnostics.</summary>
    [Fact]
    public void ReorderedAttributes_LeaveProgramUnchanged() =>
        ProgramIsUnchanged(Edit("[Vpc]\n[Tag(\"team\", \"shop\")]", "[Tag(\"team\", \"shop\")]\n[Vpc]"));

    [Fact]
    public void EditOfOneArchitecture_LeavesTheOtherCached()
    {
        GeneratorRun again = Edit("\"t3.micro\"", "\"t3.small\"");

        foreach (string step in Typing)
        {
            IncrementalStepRunReason[] reasons = [.. again.NamedSteps.Where(s => s.Name == step).Select(static s => s.Reason)];
            Assert.Equal(2, reasons.Length);
            Assert.Single(reasons, IncrementalStepRunReason.Modified);
            Assert.Single(reasons, static reason => Reused.Contains(reason));
        }

        Assert.Contains("t3.small", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"t3.micro\"", "\"t3.small\"")]
    [InlineData("[S3]", "[S3(Versioned = false)]")]
    [InlineData("[Tag(\"team\", \"shop\")]", "[Tag(\"team\", \"store\")]")]
    [InlineData("class Images;", "class Pictures;")]
    [InlineData("namespace Some;", "namespace More;")]
    [InlineData("[PublicSubnet]", "[PublicSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\")]")]
    [InlineData("public partial class Images;", "public partial class Images { partial void Created(Amazon.CDK.AWS.S3.Bucket construct) { } }")]
    public void EditThatMatters_IsSeen(string old, string edited)
    {
        GeneratorRun first = Verify.Run(State());
        GeneratorRun again = Edit(old, edited);

        Assert.NotEqual(first.Text, again.Text);
        Assert.Contains(again.NamedSteps, static s => s.Name == Program && s.Reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void EditInAnotherPartOfTheClass_IsSeen()
    {
        SolutionState state = State();
        state.Sources.Add(("More.cs", "namespace Some;\n\npublic partial class Shop\n{\n    [Secret]\n    public partial class Key;\n}\n"));
        GeneratorRun first = Verify.Run(state);

        GeneratorRun again = first.RunAgain(Replace(first.Input, "/0/More.cs", "Key", "Token"));

        Assert.Contains("class Key", first.Text, StringComparison.Ordinal);
        Assert.Contains("class Token", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class Key", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ArchitectureRemoved_IsGone()
    {
        GeneratorRun first = Verify.Run(State());

        GeneratorRun again = first.RunAgain(first.Input.RemoveSyntaxTrees(first.Input.SyntaxTrees.Single(static tree => tree.FilePath == "/0/Other.cs")));

        Assert.Equal(2, first.Sources.Count());
        Assert.Single(again.Sources);
    }

    [Fact]
    public void EditedScript_ModifiesTheArchitectureThatNamesIt()
    {
        GeneratorRun again = EditFile("boot.sh", "echo two\n");

        Assert.Contains("echo two", again.Text, StringComparison.Ordinal);
        Assert.All(again.NamedSteps.Where(static s => s.Name == Declaration), static s => Assert.Equal(IncrementalStepRunReason.Cached, s.Reason));
        Assert.Single(again.NamedSteps, static s => s.Name == Files && s.Reason == IncrementalStepRunReason.Modified);
        Assert.Single(again.NamedSteps, static s => s.Name == Program && s.Reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void EditedFileThatNobodyNames_DoesNotModifyOutput() => NothingIsRedone(EditFile("notes.txt", "Other notes.\n"));

    private static SolutionState State() => new()
    {
        Sources = { ("Shop.cs", Shop), ("Other.cs", Other), ("Usings.cs", "global using ArchDsl;\n") },
        AdditionalFiles = { ("boot.sh", "echo one\n"), ("notes.txt", "Notes.\n") },
    };

    /// <summary>The second run, after some edits of the first file.</summary>
    private static GeneratorRun Edit(params string[] oldAndNew) => Edit(Verify.Run(State()), oldAndNew);

    private static GeneratorRun Edit(GeneratorRun first, params string[] oldAndNew)
    {
        CSharpCompilation edited = first.Input;
        for (int i = 0; i < oldAndNew.Length; i += 2)
        {
            edited = Replace(edited, "/0/Shop.cs", oldAndNew[i], oldAndNew[i + 1]);
        }

        return first.RunAgain(edited);
    }

    private static GeneratorRun EditFile(string name, string text)
    {
        SolutionState edited = new();
        foreach ((string path, string content) in State().AdditionalFiles)
        {
            edited.AdditionalFiles.Add((path, path.EndsWith(name, StringComparison.Ordinal) ? text : content));
        }

        return Verify.Run(State()).RunAgain(edited.AdditionalTexts);
    }

    // As an editor does it, so that syntax that did not change stays the same.
    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string old, string edited)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(t => t.FilePath == path);
        int start = tree.GetText().ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no '{old}'.");
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new(start, old.Length), edited))));
    }

    private static void ProgramIsUnchanged(GeneratorRun again)
    {
        Assert.Contains(again.NamedSteps, static s => s.Name == Declaration && s.Reason == IncrementalStepRunReason.Modified);
        Assert.All(again.NamedSteps.Where(static s => s.Name == Program).Concat(again.OutputSteps), static s => Assert.Contains(s.Reason, Reused));
    }

    private static void NothingIsRedone(GeneratorRun again)
    {
        Assert.All(again.NamedSteps.Concat(again.OutputSteps), static s => Assert.True(Reused.Contains(s.Reason), $"{s.Reason} {s.Name}"));
        Assert.Equal(Verify.Run(State()).Text, again.Text);
    }
}
