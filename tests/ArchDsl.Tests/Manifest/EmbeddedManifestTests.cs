using ArchDsl.Generators;
using ArchDsl.Harness;
using ArchDsl.Manifest;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Manifest;

/// <summary>How a manifest gets into the assembly, and when it is made anew.</summary>
public sealed class EmbeddedManifestTests
{
    private const string Shop = """
        namespace Some;

        [Vpc]
        public partial class Shop
        {
            [PrivateSubnet, Rds]
            public partial class Database;

            public static int Unrelated() => 1;
        }
        """;

    [Fact]
    public void Assembly_CarriesTheManifest()
    {
        SolutionState state = State();
        state.GlobalOptions["build_property.ProjectDir"] = "/0/";

        ArchitectureManifest manifest = Read(Emit(state));

        Assert.Equal(("Shop", "Some.Shop"), (manifest.Name, manifest.TypeName));
        Assert.Equal([new ManifestSource("", "Shop.cs", 4), new ManifestSource("Database", "Shop.cs", 7)], manifest.Sources);
        Assert.Equal("Database", manifest.Stages.Single().Components.Single().Path);
    }

    [Theory]
    [InlineData("/0/", "Shop.cs")]
    [InlineData("/0/Sub/", "../Shop.cs")]
    [InlineData("/1/", "Shop.cs")]
    [InlineData(null, "Shop.cs")]
    public void Paths_AreRelative(string? folder, string expected)
    {
        SolutionState state = State();
        if (folder is not null)
        {
            state.GlobalOptions["build_property.ProjectDir"] = folder;
        }

        Assert.Equal(expected, Read(Emit(state)).Sources[0].File);
    }

    [Fact]
    public void TwoBuilds_GiveTheSameBytes() => Assert.Equal(Emit(State()), Emit(State()));

    [Fact]
    public void TwoArchitectures_HaveTwoManifests()
    {
        SolutionState state = State();
        state.Sources.Add(("Other.cs", "[Vpc, PrivateSubnet, Rds]\npublic partial class Other;\n"));

        Assert.Equal(["Other", "Some.Shop"], ManifestReader.Read(new MemoryStream(Emit(state)), "Test").Select(static m => m.TypeName));
    }

    [Fact]
    public void Typing_MakesNoManifest()
    {
        Assert.DoesNotContain(Verify.Run(State()).Sources, static s => s.HintName.Contains("manifest", StringComparison.Ordinal));
        Assert.Contains(Verify.RunBuild(State()).Sources, static s => s.HintName.Contains("manifest", StringComparison.Ordinal));
    }

    [Fact]
    public void BodyOfAMethod_RedoesNothing()
    {
        GeneratorRun again = Edit("=> 1", "=> 1 + 1");

        Assert.All(again.OutputSteps, static s => Assert.Contains(s.Reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
    }

    [Fact]
    public void MovedLines_RedoTheManifestAlone()
    {
        GeneratorRun first = Verify.RunBuild(State());

        GeneratorRun again = Edit("namespace Some;", "namespace Some;\n\n");

        Assert.Single(again.OutputSteps, static s => s.Reason == IncrementalStepRunReason.Modified);
        Assert.Equal(Constructs(first), Constructs(again));
        Assert.NotEqual(first.Text, again.Text);

        static string Constructs(GeneratorRun run) => run.Sources.Single(static s => !s.HintName.Contains("manifest", StringComparison.Ordinal)).Text;
    }

    [Theory]
    [InlineData("Test", "There is no architecture in Test.")]
    public void AssemblyWithoutArchitecture_IsToldApart(string name, string message)
    {
        SolutionState state = TestProgram.Of("public class Plain;");

        ManifestException exception = Assert.Throws<ManifestException>(() => ManifestReader.Read(new MemoryStream(Emit(state.CreateCompilation())), name));

        Assert.Equal(ManifestFault.NoArchitecture, exception.Fault);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>What one version leaves out, another would take for nothing.</summary>
    [Theory]
    [InlineData(99, "Test was built with a newer version of ArchDsl: its manifest has the version 99,")]
    [InlineData(1, "Test was built with an older version of ArchDsl: its manifest has the version 1,")]
    public void ManifestOfAnotherVersion_IsToldApart(int version, string message)
    {
        SolutionState state = TestProgram.Of($"[assembly: ArchDsl.Model.ArchitectureManifest({version}, \"{{}}\")]");

        ManifestException exception = Assert.Throws<ManifestException>(() => ManifestReader.Read(new MemoryStream(Emit(state.CreateCompilation())), "Test"));

        Assert.Equal(ManifestFault.OtherSchema, exception.Fault);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"stages\":3}")]
    public void BrokenManifest_IsToldApart(string json)
    {
        SolutionState state = TestProgram.Of($"[assembly: ArchDsl.Model.ArchitectureManifest({ArchitectureManifest.CurrentSchemaVersion}, {CSharpLiteral.Of(json)})]");

        Assert.Equal(ManifestFault.Unreadable, Assert.Throws<ManifestException>(() => ManifestReader.Read(new MemoryStream(Emit(state.CreateCompilation())), "Test")).Fault);
    }

    [Fact]
    public void OtherFile_IsToldApart()
    {
        Assert.Equal(ManifestFault.NoAssembly, Assert.Throws<ManifestException>(static () => ManifestReader.Read(new MemoryStream([1, 2, 3]), "Test")).Fault);
        Assert.Equal(ManifestFault.NoAssembly, Assert.Throws<ManifestException>(static () => ManifestReader.Read("/no/such.dll")).Fault);
    }

    private static SolutionState State() => new() { Sources = { ("Shop.cs", Shop), ("Usings.cs", "global using ArchDsl;\n") } };

    private static GeneratorRun Edit(string old, string edited)
    {
        GeneratorRun first = Verify.RunBuild(State());
        SyntaxTree tree = first.Input.SyntaxTrees.Single(static t => t.FilePath == "/0/Shop.cs");
        int start = tree.GetText().ToString().IndexOf(old, StringComparison.Ordinal);
        SyntaxTree changed = tree.WithChangedText(tree.GetText().WithChanges(new Microsoft.CodeAnalysis.Text.TextChange(new(start, old.Length), edited)));
        return first.RunAgain(first.Input.ReplaceSyntaxTree(tree, changed));
    }

    private static ArchitectureManifest Read(byte[] assembly) => ManifestReader.Read(new MemoryStream(assembly), "Test").Single();

    private static byte[] Emit(SolutionState state) => Emit(Verify.RunBuild(state).Output);

    private static byte[] Emit(CSharpCompilation compilation)
    {
        MemoryStream assembly = new();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error));
        return assembly.ToArray();
    }
}
