using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Tests.HarnessTests;

/// <summary>A well-made generator passes; each way to make one badly fails the check that is there for it.</summary>
public sealed class GeneratorVerifierTests
{
    private static SolutionState State { get; } = new()
    {
        Sources =
        {
            "[System.AttributeUsage(System.AttributeTargets.Class)]\ninternal sealed class GreetAttribute : System.Attribute;",
            "namespace Some;\n\n[Greet]\ninternal partial class Widget\n{\n}",
            "namespace Other;\n\n[Greet]\ninternal partial class Island\n{\n}",
        },
    };

    [Fact]
    public void WellMade_PassesEveryCheck() =>
        Snapshot.Match(GeneratorVerifier<WellMade>.VerifyGenerator(State).Text, "WellMade.cs");

    [Fact]
    public void CompilerObjectsInTheModel_Fail()
    {
        Fails(GeneratorVerifier<KeepsSymbols>.VerifyModelPurity, "Greetings.items[0] is a compiler object", "NamedTypeSymbol");
        Fails(GeneratorVerifier<KeepsSymbols>.VerifyDeterminism, "unequal models in: Greetings");
        Fails(GeneratorVerifier<KeepsSyntax>.VerifyModelPurity, "Greetings.items[0].Node is a compiler object", "ClassDeclarationSyntax");
        Fails(GeneratorVerifier<KeepsSyntax>.VerifyCaching, "a comment at the top of the same file", "Modified Greetings");
        Fails(GeneratorVerifier<KeepsCompilation>.VerifyModelPurity, "Greetings.items[0].Item2 is a compiler object", "CSharpCompilation");
        Fails(GeneratorVerifier<KeepsCompilation>.VerifyCaching, "no change (a cloned compilation)", "Modified Greetings");
    }

    [Fact]
    public void CollectionsThatCompareByReference_Fail()
    {
        Fails(GeneratorVerifier<KeepsLists>.VerifyModelPurity, "Greetings.items[0].Names is a collection that compares by reference");
        Fails(GeneratorVerifier<KeepsLists>.VerifyCaching, "Modified Greetings");
    }

    [Fact]
    public void PositionsInTheModel_Fail() =>
        Fails(GeneratorVerifier<KeepsLines>.VerifyCaching, "a comment at the top of the same file", "Modified Greetings", "line 4");

    [Fact]
    public void TheClock_Fails() =>
        Fails(GeneratorVerifier<ReadsTheClock>.VerifyDeterminism, "differs from the same sources", "- // ", "+ // ");

    [Fact]
    public void TheOrderOfFiles_Fails() => Fails(GeneratorVerifier<DoesNotSort>.VerifyFileOrder, "the same files in reversed order");

    [Fact]
    public void TheCultureOfTheMachine_Fails()
    {
        Fails(GeneratorVerifier<ChangesCase>.VerifyCultures, "under the culture tr-TR", "+     public static string WİDGET");
        Fails(GeneratorVerifier<WritesNumbers>.VerifyCultures, "1.5", "1,5");
    }

    [Fact]
    public void UncleanOutput_Fails()
    {
        Fails(GeneratorVerifier<ForgetsDocumentation>.VerifyCleanOutput, "CS1591", "public static class Greetings");
        Fails(GeneratorVerifier<WritesNonsense>.VerifyCleanOutput, "error CS1002");
        Fails(GeneratorVerifier<ForgetsNullable>.VerifyCleanOutput, "warning CS8603");
    }

    [Fact]
    public void FailureOfTheGenerator_Fails()
    {
        Fails(GeneratorVerifier<Throws>.VerifyGenerator, "Throws threw", "deliberately");
        Fails(GeneratorVerifier<Reports>.VerifyGenerator, "reported diagnostics", "LOW1");
    }

    [Fact]
    public void NothingToVerify_Fails()
    {
        Fails(GeneratorVerifier<NamesNoStep>.VerifyCaching, "names no step");
        Fails(GeneratorVerifier<NamesNoStep>.VerifyModelPurity, "names no step");
    }

    private static void Fails(Func<SolutionState, GeneratorRun> check, params string[] messages) =>
        Fails(state => { check(state); }, messages);

    private static void Fails(Action<SolutionState> check, params string[] messages)
    {
        var exception = Assert.Throws<HarnessException>(() => check(State));
        Assert.All(messages, message => Assert.Contains(message, exception.Message, StringComparison.Ordinal));
    }

    private abstract class Greeter : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var models = context.SyntaxProvider
                .ForAttributeWithMetadataName("GreetAttribute", static (_, _) => true, (attributed, _) => Model(attributed))
                .Collect()
                .Select((all, _) => new ValueList(Sort(all)));
            context.RegisterSourceOutput(StepName is null ? models : models.WithTrackingName(StepName), (output, all) =>
            {
                output.AddSource("Greetings.g.cs", Document("")
                    + "public static class Greetings\n{\n"
                    + string.Concat(all.Cast<object>().Select(model => Document("    ") + "    public static " + Member(model) + "\n"))
                    + "}\n");
                After(output);
            });
        }

        protected virtual string? StepName => "Greetings";

        protected virtual object Model(GeneratorAttributeSyntaxContext attributed) => attributed.TargetSymbol.Name;

        protected virtual IEnumerable<object> Sort(ImmutableArray<object> models) => models.OrderBy(NameOf, StringComparer.Ordinal);

        protected virtual string NameOf(object model) => model.ToString()!.Split(' ')[0];

        protected virtual string Document(string indentation) => indentation + "/// <summary>Greets.</summary>\n";

        protected virtual string Member(object model) => $"string {NameOf(model)}() => \"{NameOf(model)}\";";

        protected virtual void After(SourceProductionContext output)
        {
        }
    }

    private sealed class WellMade : Greeter;

    private sealed class KeepsSymbols : Greeter
    {
        protected override object Model(GeneratorAttributeSyntaxContext attributed) => attributed.TargetSymbol;

        protected override string NameOf(object model) => ((ISymbol)model).Name;
    }

    private sealed class KeepsSyntax : Greeter
    {
        protected override object Model(GeneratorAttributeSyntaxContext attributed) =>
            new WithNode(attributed.TargetSymbol.Name, attributed.TargetNode);

        private sealed record WithNode(string Name, SyntaxNode Node)
        {
            public override string ToString() => Name;
        }
    }

    private sealed class KeepsCompilation : Greeter
    {
        protected override object Model(GeneratorAttributeSyntaxContext attributed) =>
            (attributed.TargetSymbol.Name, attributed.SemanticModel.Compilation);

        protected override string NameOf(object model) => (((string, Compilation))model).Item1;
    }

    private sealed class KeepsLists : Greeter
    {
        protected override object Model(GeneratorAttributeSyntaxContext attributed) => new WithList([attributed.TargetSymbol.Name]);

        private sealed record WithList(ImmutableArray<string> Names)
        {
            public override string ToString() => Names[0];
        }
    }

    private sealed class KeepsLines : Greeter
    {
        protected override object Model(GeneratorAttributeSyntaxContext attributed) =>
            $"{attributed.TargetSymbol.Name} line {attributed.TargetNode.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
    }

    private sealed class ReadsTheClock : Greeter
    {
        protected override string Document(string indentation) => $"{base.Document(indentation)}{indentation}// {DateTime.UtcNow.Ticks}\n";
    }

    private sealed class DoesNotSort : Greeter
    {
        protected override IEnumerable<object> Sort(ImmutableArray<object> models) => models;
    }

    private sealed class ChangesCase : Greeter
    {
        protected override string Member(object model) => $"string {NameOf(model).ToUpper(CultureInfo.CurrentCulture)}() => \"\";";
    }

    private sealed class WritesNumbers : Greeter
    {
        protected override string Member(object model) => $"double {NameOf(model)}() => {1.5};";
    }

    private sealed class ForgetsDocumentation : Greeter
    {
        protected override string Document(string indentation) => "";
    }

    private sealed class ForgetsNullable : Greeter
    {
        protected override string Document(string indentation) => "#nullable enable\n" + base.Document(indentation);

        protected override string Member(object model) => $"string {NameOf(model)}() => null;";
    }

    private sealed class WritesNonsense : Greeter
    {
        protected override string Member(object model) => $"string {NameOf(model)}() => \"\"";
    }

    private sealed class Throws : Greeter
    {
        protected override string Member(object model) => throw new InvalidOperationException("deliberately");
    }

    private sealed class Reports : Greeter
    {
        protected override void After(SourceProductionContext output) =>
            output.ReportDiagnostic(Diagnostic.Create(LowercaseAnalyzer.Rule, Location.None));
    }

    private sealed class NamesNoStep : Greeter
    {
        protected override string? StepName => null;
    }

    /// <summary>A list that compares by value, as models need it: its storage may be an array.</summary>
    private sealed class ValueList(IEnumerable<object> items) : IEquatable<ValueList>, IEnumerable
    {
        private readonly object[] items = [.. items];

        public bool Equals(ValueList? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

        public override bool Equals(object? obj) => Equals(obj as ValueList);

        public override int GetHashCode() => items.Length;

        public override string ToString() => string.Join(", ", items);

        public IEnumerator GetEnumerator() => items.GetEnumerator();
    }
}
