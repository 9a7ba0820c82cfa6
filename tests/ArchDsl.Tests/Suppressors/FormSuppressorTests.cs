using System.Collections.Immutable;
using ArchDsl.Analyzers;
using ArchDsl.Generators;
using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ArchDsl.Tests.Suppressors;

/// <summary>What other analyzers say against the form of the language is silenced on its classes, and nowhere else.</summary>
public sealed class FormSuppressorTests
{
    /// <summary>The ids and the classes and methods that they stay on.</summary>
    private const string Source = """
        [Architecture("shop"), Stage("dev"), Stage("prod"), Vpc]
        public partial class Shop
        {
            public partial class Folder
            {
                [S3]
                public partial class Images
                {
                    partial void Created(Amazon.CDK.AWS.S3.Bucket construct) => System.Console.WriteLine(construct);

                    private void Other() => System.Console.WriteLine("");
                }

                [Topic(Stage = "prod")] internal partial class OrderQueue;
            }

            [IsolatedSubnet, Rds(MultiAz = true)] public partial class Public;

            public class Plain;
        }

        [Vpc, IsolatedSubnet, Rds(MultiAz = true)] public partial class Flat;

        public partial class Half { [S3] public class NotPartial; public partial class }

        [Other] public class Elsewhere { public class Nested { void Configure() { } } }

        public class OtherAttribute : System.Attribute;
        """;

    [Fact]
    public async Task Form_IsSilencedOnClassesOfAnArchitectureAlone()
    {
        string[] said = ["Elsewhere", "Nested", "OtherAttribute", "Plain"];
        foreach (SuppressionDescriptor suppression in new FormSuppressor().SupportedSuppressions)
        {
            string[] methods = ["Configure", "Other"];
            IReadOnlyList<string> left = await Left(suppression.SuppressedDiagnosticId);
            Assert.Equal(said.Concat(methods).Order(StringComparer.Ordinal), left.Where(static name => name.Length > 0));
        }
    }

    /// <summary>An analyzer whose diagnostics nobody knows is heard everywhere.</summary>
    [Fact]
    public async Task OtherDiagnostics_StandEverywhere() => Assert.Contains("Images", await Left("CA9999"));

    [Fact]
    public void EverySuppression_SaysWhy() => Assert.All(new FormSuppressor().SupportedSuppressions, static suppression =>
    {
        Assert.Equal("ARCHS_" + suppression.SuppressedDiagnosticId, suppression.Id);
        Assert.EndsWith(".", $"{suppression.Justification}", StringComparison.Ordinal);
    });

    private static async Task<IReadOnlyList<string>> Left(string id)
    {
        SolutionState state = TestProgram.Of(Source);
        Compilation compilation = GeneratorRun.Start([new ArchitectureGenerator()], state, state.CreateCompilation()).Output;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new EveryName(id), new FormSuppressor()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Where(static d => !d.IsSuppressed).Select(static d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reports an id on the name of each class and method of the user's.</summary>
#pragma warning disable RS1001, RS1017 // Not for a compiler.
    private sealed class EveryName(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor descriptor = new(id, "A name", "{0}", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxTreeAction(tree =>
            {
                foreach (SyntaxToken name in tree.Tree.GetRoot(tree.CancellationToken).DescendantTokens().Where(static token =>
                    token.Parent is ClassDeclarationSyntax type && type.Identifier == token || token.Parent is MethodDeclarationSyntax method && method.Identifier == token))
                {
                    tree.ReportDiagnostic(Diagnostic.Create(descriptor, name.GetLocation(), name.ValueText));
                }
            });
        }
    }
}
