using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Benchmarks;

/// <summary>What a program cost that ran to its end: time on the clock, and processor time with that of its children, in seconds.</summary>
internal readonly record struct Spent(double Wall, double Processor)
{
    // getrusage(2)
    private const int Children = -1;

    /// <summary>Runs a program, which has to succeed unless it is said to report by its exit code.</summary>
    public static async Task<(Spent Spent, Finished Finished)> Of(string file, string[] arguments, string folder, Dictionary<string, string?>? environment = null, bool mayFail = false)
    {
        double processor = ProcessorOfChildren();
        long start = Stopwatch.GetTimestamp();
        Finished finished = await Command.Run(file, arguments, folder, environment, TimeSpan.FromMinutes(15));
        Spent spent = new(Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessorOfChildren() - processor);
        return (spent, mayFail ? finished : finished.Succeeded());
    }

    public static Spent operator +(Spent left, Spent right) => new(left.Wall + right.Wall, left.Processor + right.Processor);

    /// <summary>The median of each of both.</summary>
    public static Spent Median(IEnumerable<Spent> all) => new(Statistics.Median(all.Select(static s => s.Wall)), Statistics.Median(all.Select(static s => s.Processor)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall,7:F2} s, processor {Processor,6:F2} s");

    /// <summary>What all programs that were run and ended have taken.</summary>
    public static double ProcessorOfChildren()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        nint[] usage = new nint[18];
        _ = GetResourceUsage(Children, usage);

        // Seconds and microseconds, of user and of system.
        return usage[0] + (usage[1] / 1e6) + usage[2] + (usage[3] / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, [Out] nint[] usage);
}
