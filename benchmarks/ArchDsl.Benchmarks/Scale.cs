using System.Text;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Benchmarks;

/// <summary>How the analysis grows with one architecture, in which rules for wide ranges let everybody call everybody.</summary>
internal static class Scale
{
    private const int PerBlock = 10;
    private const int Rounds = 5;

    public static void Run()
    {
        Console.WriteLine("components | lower ms | index ms | from the internet ms | from a host ms | rules ms | all ms");
        double[] small = Measure(1_000);
        double[] large = Measure(10_000);
        Console.WriteLine($"     ratio | {string.Join(" | ", large.Zip(small, static (l, s) => FormattableString.Invariant($"{l / s:F1}")))}");
    }

    private static double[] Measure(int components)
    {
        ArchitectureDeclaration declaration = Declare(components);
        double[] best = [.. Enumerable.Repeat(double.MaxValue, 6)];
        for (int round = 0; round < Rounds; round++)
        {
            GC.Collect();
            AnalyzedArchitecture? architecture = null;
            double lower = Time(() => architecture = new AnalyzedArchitecture(declaration));
            Reachability? reach = null;
            double index = Time(() => reach = architecture!.Reachability);
            double internet = Time(() => reach!.SpreadFromInternet(new SpreadQuery { Permissions = true }));
            double host = Time(() => reach!.SpreadFrom([architecture!.Topology.Component(new NodePath("App.Host0"))!], new SpreadQuery()));
            double rules = Time(() => architecture!.Check(null));
            double[] now = [lower, index, internet, host, rules, lower + index + internet + host + rules];
            best = [.. best.Zip(now, Math.Min)];
        }

        Console.WriteLine(FormattableString.Invariant($"{components,10} | {string.Join(" | ", best.Select(static ms => FormattableString.Invariant($"{ms:F1}")))}"));
        return best;
    }

    // Processor time: on a busy machine a long measurement waits, and a short one does not.
    private static double Time(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static ArchitectureDeclaration Declare(int components)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create("Scale", [CSharpSyntaxTree.ParseText(Source(components), Sources.Options)], references);
        return ArchitectureReader.Read(compilation.GetTypeByMetadataName("Shop")!, default)!;
    }

    // In each ten of them: a load balancer, six services that use a database each and share one, two hosts and a database that
    // admit and ask the whole VPC.
    private static string Source(int components)
    {
        StringBuilder edge = new();
        StringBuilder app = new();
        StringBuilder data = new();
        for (int block = 0; block < components / PerBlock; block++)
        {
            edge.AppendLine($"[Alb, HttpListener, RoutesTo<App.Service{block}x0>] public partial class Lb{block};");
            for (int i = 0; i < 6; i++)
            {
                app.AppendLine($"[Fargate(Image = \"i\", Port = {8000 + block}), Uses<Data.Database{block}>, Uses<Data.Database0>(Env = \"SHARED\")] public partial class Service{block}x{i};");
            }

            app.AppendLine($"[Ec2(\"t3.micro\"), Egress(\"10.0.0.0/16\"), Ingress(\"10.0.0.0/16\", 22)] public partial class Host{block};");
            app.AppendLine($"[Ec2(\"t3.micro\"), Egress(\"10.0.0.0/16\", 5432), Uses<Service{block}x1>] public partial class Worker{block};");
            data.AppendLine($"[Rds, Ingress(\"10.0.0.0/16\", 5432)] public partial class Database{block};");
        }

        return $$"""
            using ArchDsl;
            [Vpc, Forbid<Data>(Zone.Internet, Except = typeof(Edge))]
            public partial class Shop
            {
                [PublicSubnet] public partial class Edge { {{edge}} }
                [PrivateSubnet] public partial class App { {{app}} }
                [IsolatedSubnet] public partial class Data { {{data}} }
            }
            """;
    }
}
