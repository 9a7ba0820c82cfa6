// The analyzers below are test data; no compiler loads them.
#pragma warning disable RS1036, RS1038, RS1041, RS2008

using System.Collections.Immutable;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = ArchDsl.Harness.CSharpAnalyzerVerifier<ArchDsl.Tests.HarnessTests.LowercaseAnalyzer>;

namespace ArchDsl.Tests.HarnessTests;

public sealed class AnalyzerVerifierTests
{
    [Fact]
    public Task ExpectedDiagnostics_Pass() => Verify.VerifyAnalyzerAsync("class [|a|]; class B; class {|LOW1:c|};");

    [Fact]
    public Task MessageAndAdditionalLocations_AreCompared() => Verify.VerifyAnalyzerAsync(
        "partial class {|#0:a|}; partial class {|#1:a|};",
        Verify.Diagnostic(LowercaseAnalyzer.Rule).WithLocation(0).WithLocation(1).WithMessage("'a' begins in lower case"),
        Verify.Diagnostic("LOW1").WithSpan(1, 32, 1, 33).WithLocation(1, 15).WithArguments("a"));

    [Fact]
    public Task WrongSpan_FailsReadably() => FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class [|aa|];\nclass bb;"),
        """
        Reported, but not expected:
          /0/Test0.cs(2,7)-(2,9): warning LOW1: 'bb' begins in lower case
        """,
        "class {|LOW1:aa|};\nclass {|LOW1:bb|};");

    [Fact]
    public async Task WrongExpectations_Fail()
    {
        var expected = Verify.Diagnostic().WithLocation(0);
        await Fails("class [|a|]; [|class|] B;", [], "Expected, but not reported:\n  /0/Test0.cs(1,10)-(1,15): LOW1");
        await Fails("class {|#0:a|};", [expected.WithMessage("other")], "(1,7)-(1,8) #0: LOW1: other");
        await Fails("class {|#0:a|};", [expected.WithSeverity(DiagnosticSeverity.Error)], "error LOW1");
        await Fails("partial class {|#0:a|}; partial class [|a|];", [expected], "also at /0/Test0.cs(1,32)-(1,33)");
        await Fails("class [|a|];", [expected], "no single span '{|#0:...|}'");

        static Task Fails(string source, DiagnosticResult[] expected, string message) =>
            FailsAsync(() => Verify.VerifyAnalyzerAsync(source, expected), message);
    }

    [Fact]
    public async Task CompilerErrors_FailUnlessExpectedOrSwitchedOff()
    {
        await FailsAsync(() => Verify.VerifyAnalyzerAsync("class A : Missing;"), "error CS0246", "class A : {|CS0246:Missing|};");
        await Verify.VerifyAnalyzerAsync("class A : {|CS0246:Missing|};");
        await new Verify.Test { TestCode = "class A : Missing;", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
        await new Verify.Test { TestCode = "class A : Missing;", DisabledDiagnostics = { "CS0246" } }.RunAsync();
    }

    [Fact]
    public async Task Suppressions_Work()
    {
        await Verify.VerifyAnalyzerAsync("#pragma warning disable LOW1\nclass a;\n#pragma warning restore LOW1\nclass [|b|];");
        await Verify.VerifyAnalyzerAsync("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Naming\", \"LOW1\")] class a;");
    }

    [Theory]
    [InlineData("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LOW1.severity = none", null)]
    [InlineData("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.LOW1.severity = error", DiagnosticSeverity.Error)]
    [InlineData("/.globalconfig", "is_global = true\ndotnet_diagnostic.LOW1.severity = suggestion", DiagnosticSeverity.Info)]
    public Task Severities_FollowTheConfigFile(string path, string content, DiagnosticSeverity? severity)
    {
        var test = new Verify.Test { TestCode = "class {|#0:a|};", TestState = { AnalyzerConfigFiles = { (path, content) } } };
        if (severity is { } expected)
        {
            test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithSeverity(expected));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task OptionsAndAdditionalFiles_ReachTheAnalyzer() => new Verify.Test
    {
        TestCode = "class a; class b; class [|c|];",
        TestState = { GlobalOptions = { ["build_property.Allowed"] = "a" }, AdditionalFiles = { ("allowed.txt", "b") } },
    }.RunAsync();

    [Fact]
    public async Task AnalyzersSeeGeneratedCode()
    {
        await FailsAsync(() => WithGenerator<Adds>("class A : Base;"), "Generated.g.cs", "class {|LOW1:generated|}");
        await WithGenerator<Adds>("class generated2 : Base;", "LOW1");
        await FailsAsync(() => WithGenerator<Breaks>("class A;"), "Breaks threw", "deliberately");

        static Task WithGenerator<TGenerator>(string source, params string[] disabled)
            where TGenerator : IIncrementalGenerator, new()
        {
            var test = new Verify.Test { TestCode = source };
            test.TestState.Generators.Add(static () => new TGenerator());
            test.DisabledDiagnostics.AddRange(disabled);
            return test.RunAsync();
        }
    }

    [Fact]
    public Task AnalyzerThatThrows_Fails() => FailsAsync(
        () => CSharpAnalyzerVerifier<ThrowingAnalyzer>.VerifyAnalyzerAsync("class A;"), "ThrowingAnalyzer threw", "deliberately");

    [Fact]
    public Task Net100References_Work() => new Verify.Test
    {
        TestCode = "class [|a|] { System.Threading.Lock x = new(); }",
        TestState = { ReferenceAssemblies = ReferenceAssemblies.Net100 },
    }.RunAsync();

    internal static async Task FailsAsync(Func<Task> check, params string[] messages)
    {
        var exception = await Assert.ThrowsAsync<HarnessException>(check);
        var text = exception.Message.ReplaceLineEndings("\n");
        Assert.All(messages, message => Assert.Contains(message.ReplaceLineEndings("\n"), text, StringComparison.Ordinal));
    }

    private sealed class Adds : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(
            static output => output.AddSource("Generated.g.cs", "class Base;\nclass generated;"));
    }

    private sealed class Breaks : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, static (_, _) => throw new InvalidOperationException("deliberately"));
    }
}

/// <summary>Names in lower case that no option and no file allows; other parts of a type are additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LowercaseAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "LOW1", "Lower case", "'{0}' begins in lower case", "Naming", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(
            static c =>
            {
                c.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.Allowed", out var allowed);
                if (!char.IsLower(c.Symbol.Name[0])
                    || c.Symbol.Name == allowed
                    || c.Options.AdditionalFiles.Any(f => f.GetText()!.ToString() == c.Symbol.Name))
                {
                    return;
                }

                foreach (var location in c.Symbol.Locations)
                {
                    c.ReportDiagnostic(Diagnostic.Create(Rule, location, c.Symbol.Locations.Where(l => l != location), c.Symbol.Name));
                }
            },
            SymbolKind.NamedType);
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [LowercaseAnalyzer.Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(static _ => throw new InvalidOperationException("deliberately"), SymbolKind.NamedType);
    }
}
