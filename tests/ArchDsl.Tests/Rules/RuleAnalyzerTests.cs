using ArchDsl.Analyzers;
using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Tests.Rules;

/// <summary>Rules that a team wrote itself, in an analyzer of its own.</summary>
public sealed class RuleAnalyzerTests
{
    [Fact]
    public Task Finding_StandsOnTheArgument() => VerifyAsync<AcmeAnalyzer>(
        """
        [Architecture("a")]
        public partial class Shop
        {
            [S3({|#0:"photos"|})] public partial class Photos;
            [S3("acme-brochures")] public partial class Brochures;
        }
        """,
        new DiagnosticResult("ACME0001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The name of Photos does not begin with 'acme-'"));

    [Fact]
    public Task FindingInOneStage_NamesIt() => VerifyAsync<AcmeAnalyzer>(
        """[Stage("dev"), Stage("prod"), S3("acme-photos"), S3({|#0:"photos"|}, Stage = "prod")] public partial class Photos;""",
        new DiagnosticResult("ACME0001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The name of Photos does not begin with 'acme-' (stage prod)"));

    /// <summary>A generic class of the same name is another class.</summary>
    [Theory]
    [InlineData("public class Photos<T>; [S3({|#0:\"photos\"|})] public partial class Photos;")]
    [InlineData("[S3({|#0:\"photos\"|})] public partial class Photos; public class Photos<T>;")]
    [InlineData("public class Photos<T>; public class Photos<T, U>; public partial class Photos; partial class Photos<T>; [S3({|#0:\"photos\"|})] partial class Photos;")]
    public Task FindingBesideAGenericClass_StandsOnTheClass(string classes) => VerifyAsync<AcmeAnalyzer>(
        $"[Architecture(\"a\")] public partial class Shop {{ {classes.Replace("public class Photos<T>; public class Photos<T, U>", "public partial class Photos<T>; public class Photos<T, U>", StringComparison.Ordinal)} }}",
        new DiagnosticResult("ACME0001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The name of Photos does not begin with 'acme-'"));

    /// <summary>Whoever types on waits for one rule at most.</summary>
    [Fact]
    public void Cancellation_StopsBeforeTheNextRule()
    {
        using CancellationTokenSource source = new();
        Cancelling first = new(source);
        Cancelling second = new(source);

        Assert.Throws<OperationCanceledException>(() => AnalyzedArchitecture.InStages(TestProgram.Declare("[S3] public partial class Photos;"), [first, second], source.Token));
        Assert.Equal((true, false), (first.HasRun, second.HasRun));
    }

    [Theory]
    [InlineData("[S3(\"photos\"), AcceptRisk(\"ACME0001\", Reason = \"Older than the rule.\")] public partial class Photos;")]
    [InlineData("[S3({|ACME0001:\"photos\"|}), {|ARCH0020:AcceptRisk(\"ACME0001\")|}] public partial class Photos;")]
    [InlineData("[S3({|ACME0001:\"photos\"|}), AcceptRisk(\"ACME0001\", Reason = \"r\", {|ARCH0020:Until = \"soon\"|})] public partial class Photos;")]
    [InlineData("[S3({|ACME0001:\"photos\"|}), AcceptRisk(\"ACME0001\", Reason = \"r\", {|ARCH0021:Until = \"2026-11-30\"|})] public partial class Photos;")]
    [InlineData("[S3(\"acme-photos\"), AcceptRisk({|ARCH0022:\"ACME0001\"|}, Reason = \"r\")] public partial class Photos;")]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3(\"photos\"), S3(\"acme-photos\", Stage = \"prod\"), AcceptRisk(\"ACME0001\", Reason = \"r\")] public partial class Photos;")]
    public Task Acceptance_IsJudgedByTheAnalyzerThatHasTheRule(string source) => VerifyAsync<AcmeAnalyzer>(source);

    /// <summary>What others have to say of an acceptance they say themselves; each says it once.</summary>
    [Theory]
    [InlineData("[S3(PublicRead = true), AcceptRisk(\"ARCH9999\"), AcceptRisk(\"ARCH2010\"), AcceptRisk(\"OTHER1\"), AcceptRisk(\"acme0001\")] public partial class Photos;", "ACME0001")]
    public Task AcceptanceOfAnotherRule_IsLeftToItsAnalyzer(string source, string own) =>
        VerifyAsync<AcmeAnalyzer>(source.Replace("[S3(", $"[{{|{own}:S3(", StringComparison.Ordinal).Replace("true)", "true)|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("ACME0001", true)]
    [InlineData("CA5394", true)]
    [InlineData("ARCHIVE1", true)]
    [InlineData("ARCH0099", false)]
    [InlineData("ARCH20100", false)]
    [InlineData("arch2010", false)]
    [InlineData("Acme0001", false)]
    [InlineData("ACME", false)]
    [InlineData("0001", false)]
    [InlineData("ACME-1", false)]
    [InlineData("", false)]
    public Task IdThatNobodyCanHave_IsAnErrorOfArchDsl(string id, bool foreign) => VerifyAsync<ArchitectureAnalyzer>(
        foreign
            ? $"[Vpc, AcceptRisk(\"{id}\")] public partial class Photos;"
            : $"[Vpc, AcceptRisk({{|ARCH0020:\"{id}\"|}}, Reason = \"r\")] public partial class Photos;");

    /// <summary>The summary of a synthesis repeats what was accepted; the analyzer of the rule sees to it that it is true.</summary>
    [Fact]
    public void AcceptedRisk_IsRepeatedInTheSummary()
    {
        SolutionState program = TestProgram.Of("[S3(\"photos\"), AcceptRisk(\"ACME0001\", Reason = \"Older than the rule.\"), AcceptRisk(\"ARCH2010\", Reason = \"r\")] public partial class Photos;");
        Assert.Equal(["ACME0001 on Photos: Older than the rule."], CdkProgramBuilder.Build(TestProgram.Declare(program))!.Stages[0].Report.Accepted);
    }

    [Fact]
    public void Descriptor_HasACategoryAndNoPageUnlessTheRuleSaysSo()
    {
        DiagnosticDescriptor descriptor = new AcmeAnalyzer().SupportedDiagnostics[0];
        Assert.Equal(("ACME0001", "Organization", ""), (descriptor.Id, descriptor.Category, descriptor.HelpLinkUri));
        Assert.Equal(["ARCH0020", "ARCH0021", "ARCH0022"], new AcmeAnalyzer().SupportedDiagnostics.Skip(1).Select(static d => d.Id));
    }

    [Theory]
    [InlineData("ARCH1001")]
    [InlineData("acme1")]
    public void IdThatAcceptRiskCannotName_IsRefused(string id) =>
        Assert.Contains(id, Assert.Throws<ArgumentException>(() => new AnalyzerOf(new BucketHasPrefix(id))).Message, StringComparison.Ordinal);

    [Fact]
    public void TwoRulesOfOneId_AreRefused() =>
        Assert.Throws<ArgumentException>(static () => new AnalyzerOf(new BucketHasPrefix("ACME1"), new BucketHasPrefix("ACME1")));

    private static Task VerifyAsync<TAnalyzer>(string source, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpAnalyzerTest<TAnalyzer> test = new();
        test.TestState.Sources.Add(source);
        test.TestState.Sources.Add(("Usings.cs", "global using ArchDsl;\n"));
        test.TestState.GlobalOptions["build_property.ArchDslToday"] = "2026-12-01";
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>The rule of a team: in its accounts, only buckets with its prefix are allowed.</summary>
    private sealed class BucketHasPrefix(string id) : Rule
    {
        public override string Id => id;

        public override string Title => "A bucket has no prefix";

        public override string Message => "The name of {0} does not begin with 'acme-'";

        public override string Description => "Other buckets are forbidden in our accounts.";

        public override Severity Severity => Severity.Warning;

        public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
            from bucket in architecture.Topology.Components.OfType<Bucket>()
            where bucket.Name?.StartsWith("acme-", StringComparison.Ordinal) != true
            select At(bucket.OriginOf(nameof(S3Attribute.Name)), architecture.NameOf(bucket.Path));
    }

#pragma warning disable RS1001 // Not for a compiler.
    private sealed class AcmeAnalyzer() : RuleAnalyzer(new BucketHasPrefix("ACME0001"));

    private sealed class AnalyzerOf(params Rule[] rules) : RuleAnalyzer(rules);
#pragma warning restore RS1001

    private sealed class Cancelling(CancellationTokenSource source) : Rule
    {
        public override string Id { get; } = $"CANCEL{Interlocked.Increment(ref count)}";

        public override string Title => "";

        public override string Message => "";

        public override string Description => "";

        public override Severity Severity => Severity.Info;

        public bool HasRun { get; private set; }

        public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
        {
            HasRun = true;
            source.Cancel();
            return [];
        }
    }

    private static int count;
}
