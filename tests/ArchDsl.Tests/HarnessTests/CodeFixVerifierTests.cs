#if !ROSLYN_4_8
using System.Collections.Immutable;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using static ArchDsl.Tests.HarnessTests.AnalyzerVerifierTests;
using Verify = ArchDsl.Harness.CSharpCodeFixVerifier<
    ArchDsl.Tests.HarnessTests.LowercaseAnalyzer,
    ArchDsl.Tests.HarnessTests.CodeFixVerifierTests.Capitalize>;

namespace ArchDsl.Tests.HarnessTests;

public sealed class CodeFixVerifierTests
{
    [Fact]
    public Task Fix_IsAppliedOneByOneAndToAll() =>
        Verify.VerifyCodeFixAsync("class [|a|];\nclass [|b|];\nclass C;", "class A;\nclass B;\nclass C;");

    [Fact]
    public Task Fix_IsAppliedInEveryFile()
    {
        var test = new Verify.Test { NumberOfIncrementalIterations = 2 };
        test.TestState.Sources.Add("class [|a|];");
        test.TestState.Sources.Add("class [|b|];");
        test.FixedState.Sources.Add("class A;");
        test.FixedState.Sources.Add("class B;");
        return test.RunAsync();
    }

    [Fact]
    public async Task Fix_IsSelectedByIndexOrKey()
    {
        await new Verify.Test { TestCode = "class [|a|];", FixedCode = "class _a;", CodeActionIndex = 1 }.RunAsync();
        await WithKey("Underscore");
        await FailsAsync(() => WithKey("Other"), "No fix is offered with the equivalence key 'Other'");

        static Task WithKey(string key) =>
            new Verify.Test { TestCode = "class [|a|];", FixedCode = "class _a;", CodeActionEquivalenceKey = key }.RunAsync();
    }

    [Fact]
    public async Task Fix_SeesOptionsAndMayLeaveDiagnostics()
    {
        var test = new Verify.Test
        {
            TestCode = "class [|a|];\nclass [|b|];\nclass keep;",
            FixedCode = "class A;\nclass [|b|];\nclass keep;",
            BatchFixedCode = "class A;\nclass B;\nclass keep;",
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
        };
        test.TestState.GlobalOptions["build_property.Allowed"] = "keep";
        await test.RunAsync();
    }

    [Fact]
    public Task Fix_CompilesWithGeneratedCode()
    {
        var test = new Verify.Test { TestCode = "class [|a|] : Base;", FixedCode = "class A : Base;" };
        test.TestState.Generators.Add(static () => new AddsBase());
        return test.RunAsync();
    }

    [Fact]
    public async Task NoFix_IsVerified()
    {
        await Verify.VerifyNoCodeFixAsync("class [|unfixable|];");
        await FailsAsync(() => Verify.VerifyNoCodeFixAsync("class [|a|];"), "No fix was expected, but 'Capitalize' is offered");
        await FailsAsync(() => Verify.VerifyNoCodeFixAsync("class A;"), "no diagnostic that Capitalize fixes");
        await FailsAsync(() => Verify.VerifyCodeFixAsync("class [|unfixable|];", "class Unfixable;"), "No fix is offered.");
    }

    [Fact]
    public async Task WrongExpectations_Fail()
    {
        await Fails("class Other;", null, "Fixing one by one gave other text", "- class Other;\n+ class A;");
        await Fails("class A : Missing;", null, "diagnostics of the fixed source differ", "CS0246");
        await Fails("class A;", 2, "is 1, not 2.");

        static Task Fails(string fixedCode, int? iterations, params string[] messages)
        {
            var test = new Verify.Test { TestCode = "class [|a|];", FixedCode = fixedCode, NumberOfIncrementalIterations = iterations };
            return FailsAsync(test.RunAsync, messages);
        }
    }

    [Fact]
    public async Task UselessFixes_Fail()
    {
        await Fails<ChangesNothing>("class A;", "offered but changes nothing");
        await Fails<HasNoKey>("class A;", "needs a title and an equivalence key");
        await Fails<SharesItsKey>("class A;", "share the equivalence key 'Same'");
        await Fails<HasNoFixAll>("class A;", "has no Fix All in Document");
        await Fails<LeavesAMess>("class   A;", "left /0/Test0.cs unformatted");
        await Fails<FixesOtherThings>("class A;", "fixes nothing that LowercaseAnalyzer reports");

        static Task Fails<TFix>(string fixedCode, string message)
            where TFix : CodeFixProvider, new() =>
            FailsAsync(() => CSharpCodeFixVerifier<LowercaseAnalyzer, TFix>.VerifyCodeFixAsync("class [|a|];", fixedCode), message);
    }

    internal class Capitalize : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["LOW1"];

        protected virtual (string? Key, Func<string, string> Rename)[] Fixes =>
        [
            ("Capitalize", static name => char.ToUpperInvariant(name[0]) + name[1..]),
            ("Underscore", static name => "_" + name),
        ];

        public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var text = await context.Document.GetTextAsync(context.CancellationToken);
            var name = text.ToString(context.Span);
            foreach (var (key, rename) in name == "unfixable" ? [] : Fixes)
            {
                var changed = context.Document.WithText(text.WithChanges(new TextChange(context.Span, rename(name))));
                context.RegisterCodeFix(CodeAction.Create(key ?? "Title", _ => Task.FromResult(changed), key), context.Diagnostics);
            }
        }
    }

    internal sealed class ChangesNothing : Capitalize
    {
        protected override (string? Key, Func<string, string> Rename)[] Fixes => [("Nothing", static name => name)];
    }

    internal sealed class HasNoKey : Capitalize
    {
        protected override (string? Key, Func<string, string> Rename)[] Fixes => [(null, static name => "_" + name)];
    }

    internal sealed class SharesItsKey : Capitalize
    {
        protected override (string? Key, Func<string, string> Rename)[] Fixes =>
            [("Same", static name => "_" + name), ("Same", static name => "__" + name)];
    }

    internal sealed class HasNoFixAll : Capitalize
    {
        public override FixAllProvider? GetFixAllProvider() => null;
    }

    internal sealed class LeavesAMess : Capitalize
    {
        protected override (string? Key, Func<string, string> Rename)[] Fixes => [("Mess", static name => "  A")];
    }

    internal sealed class FixesOtherThings : Capitalize
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["OTHER1"];
    }

    private sealed class AddsBase : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddSource("Base.g.cs", "class Base;"));
    }
}
#endif
