using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Benchmarks;

/// <summary>How the analysis grows: with one architecture, in which rules for wide ranges let everybody call everybody, and with the number of architectures.</summary>
internal static class Scale
{
    private const int PerBlock = 10;
    private static readonly int[] Sizes = [10, 100, 1_000, 10_000];

    // Processor time of the one thread that works: the compiler of the runtime works on others.
    private const int ThreadClock = 3;

    public static void Run()
    {
        Measure(Declare(100, 10, Source), rounds: 20);
        Report("in one architecture", static components => Declare(1, components, Source));
        Report("in architectures of 10", static components => Declare(components / PerBlock, PerBlock, Source));
        Report("that each have a port of their own", static components => Declare(1, components, Ports));
    }

    private static void Report(string how, Func<int, IReadOnlyList<ArchitectureDeclaration>> declare)
    {
        Console.WriteLine($"components {how}: processor time in ms, allocation in MB");
        Console.WriteLine("components |    lower |    index |   spread |    rules |  program |      all | collector |   MB");
        List<(double X, double Y)> time = [];
        List<(double X, double Y)> work = [];
        List<double> analysis = [];
        List<(double X, double Y)> memory = [];
        foreach (int components in Sizes)
        {
            (double[] phases, double collector, double megabytes) = Measure(declare(components), rounds: components >= 10_000 ? 3 : 7);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{components,10} | {string.Join(" | ", phases.Select(static ms => ms.ToString("F1", CultureInfo.InvariantCulture).PadLeft(8)))} | {phases.Sum(),8:F1} | {collector,9:F1} | {megabytes,6:F1}"));
            time.Add((components, phases.Sum() + collector));
            work.Add((components, phases.Sum()));
            analysis.Add(phases[..4].Sum());
            memory.Add((components, megabytes));
        }

        Gate.AtMost($"slope of time with the garbage collector's, {how}", Statistics.Slope(time), 1.1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        slope of time from 1,000 to 10,000, without the collector's: {Statistics.Slope(work[^2..]):F2}"));
        Gate.AtMost($"analysis of 10,000 components to that of 1,000, {how}", analysis[^1] / analysis[^2], 12);
        Gate.AtMost($"slope of memory, {how}", Statistics.Slope(memory), 1.1);
        Gate.AtMost($"slope of memory from 1,000 to 10,000, {how}", Statistics.Slope(memory[^2..]), 1.1);
        Console.WriteLine();
    }

    // The collector works on threads of its own, as in the compiler, while the one thread stands still.
    private static (double[] Phases, double Collector, double Megabytes) Measure(IReadOnlyList<ArchitectureDeclaration> declarations, int rounds)
    {
        List<double[]> all = [];
        List<double> bytes = [];
        List<double> pauses = [];
        for (int round = 0; round < rounds; round++)
        {
            GC.Collect();
            double[] phases = new double[5];
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan paused = GC.GetTotalPauseDuration();
            foreach (ArchitectureDeclaration declaration in declarations)
            {
                AnalyzedArchitecture? architecture = null;
                Reachability? reach = null;
                phases[0] += Time(() => architecture = new AnalyzedArchitecture(declaration));
                phases[1] += Time(() => reach = architecture!.Reachability);
                phases[2] += Time(() => reach!.SpreadFromInternet(new SpreadQuery { Permissions = true }));
                phases[3] += Time(() => architecture!.Check(null));
                phases[4] += Time(() => CdkProgramBuilder.Build(declaration));
            }

            bytes.Add((GC.GetAllocatedBytesForCurrentThread() - before) / (1024.0 * 1024.0));
            pauses.Add((GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
            all.Add(phases);
        }

        return ([.. Enumerable.Range(0, 5).Select(phase => Statistics.Median(all.Select(phases => phases[phase])))], Statistics.Median(pauses), Statistics.Median(bytes));
    }

    private static double Time(Action action)
    {
        double start = Now();
        action();
        return Now() - start;
    }

    private static double Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.CpuUsage.TotalTime.TotalMilliseconds;
        }

        _ = ClockGetTime(ThreadClock, out Timespec now);
        return (now.Seconds * 1000.0) + (now.Nanoseconds / 1e6);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Timespec(nint Seconds, nint Nanoseconds);

    private static List<ArchitectureDeclaration> Declare(int roots, int components, Func<string, int, string> source)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Scale",
            Enumerable.Range(0, roots).Select(root => CSharpSyntaxTree.ParseText(source("Shop" + root.ToString(CultureInfo.InvariantCulture), components), Sources.Options)),
            references);
        return [.. Enumerable.Range(0, roots).Select(root => ArchitectureReader.Read(compilation.GetTypeByMetadataName("Shop" + root.ToString(CultureInfo.InvariantCulture))!, default)!)];
    }

    // No two hosts are alike to rules for ranges, and each is administered from everywhere.
    private static string Ports(string root, int components) => $$"""
        using ArchDsl;
        [Vpc, PublicSubnet]
        public partial class {{root}}
        {
            {{string.Join('\n', Enumerable.Range(1, components).Select(static i => $"[Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/16\", {i + 1024}), Egress(\"10.0.0.0/16\", {i + 1024}), Ingress(Cidr.Internet, 22)] public partial class Host{i};"))}}
        }
        """;

    // In each ten of them: a load balancer, six services that use a database each and share one, two hosts and a database that
    // admit and ask the whole VPC.
    private static string Source(string root, int components)
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
            public partial class {{root}}
            {
                [PublicSubnet] public partial class Edge { {{edge}} }
                [PrivateSubnet] public partial class App { {{app}} }
                [IsolatedSubnet] public partial class Data { {{data}} }
            }
            """;
    }
}
