using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Benchmarks;

/// <summary>Compilations with a given number of components, ten to an architecture, and four plain files for each architecture.</summary>
internal static class Sources
{
    private const int ComponentsPerRoot = 10;

    public static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    /// <param name="components">The number of components.</param>
    /// <param name="open">Whether about two findings for each component are open; else none is, as in a program that is kept.</param>
    public static CSharpCompilation Compilation(int components, bool open = false)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        int roots = (components + ComponentsPerRoot - 1) / ComponentsPerRoot;
        IEnumerable<SyntaxTree> trees = Enumerable.Range(0, roots).Select(i => Tree(Root(i, open), $"Root{i}.cs"))
            .Concat(Enumerable.Range(0, roots * 4).Select(static i => Tree(Plain(i, 0), $"Plain{i}.cs")));
        return CSharpCompilation.Create("Benchmark", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>An edit in a file that has nothing to do with any architecture.</summary>
    public static CSharpCompilation EditElsewhere(CSharpCompilation compilation, int edit)
    {
        SyntaxTree plain = compilation.SyntaxTrees.First(static tree => tree.FilePath == "Plain0.cs");
        return compilation.ReplaceSyntaxTree(plain, Tree(Plain(0, edit), "Plain0.cs"));
    }

    private static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path, Encoding.UTF8);

    private static string Plain(int number, int edit) => $$"""
        namespace Benchmark;

        public class Plain{{number}}
        {
            [System.Obsolete("for the attribute look-up")]
            public int Value(int x) => x + {{edit}};
        }
        """;

    private static string Root(int number, bool open)
    {
        StringBuilder text = new($$"""
            using ArchDsl;
            namespace Benchmark;

            // Edited:
            [Architecture("root{{number}}")]
            [Vpc]
            public partial class Root{{number}}
            {
                [IsolatedSubnet]
                public partial class Data
                {
                    [Rds(Engine.Postgres, "17"{{(open ? "" : ", MultiAz = true, Port = 5433")}})]
                    {{(open ? "" : "[AcceptRisk(\"ARCH3020\", Reason = \"The services read the password once, when they start.\")]")}}
                    public partial class Database;
                }

                [PublicSubnet]
                public partial class Edge
                {

            """);
        for (int i = 0; i < ComponentsPerRoot - 1; i++)
        {
            text.AppendLine($$"""
                        [Fargate(Image = "example.com/service:{{i}}", Port = {{8000 + i}}{{(open ? "" : ", DesiredCount = 2")}})]
                        [Env("NUMBER", "{{i}}"), Logs("/service/{{number}}/{{i}}", RetentionDays = {{(open ? 30 : 365)}})]
                        [Uses<Data.Database>]
                        public partial class Service{{i}};

                """);
        }

        return text.Append("    }\n}\n").ToString();
    }
}
