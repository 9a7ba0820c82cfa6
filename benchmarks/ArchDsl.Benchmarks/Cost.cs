using System.Globalization;

namespace ArchDsl.Benchmarks;

/// <summary>
/// What something cost: processor time of all threads, and allocated memory. A busy machine stretches the clock on the wall several times
/// over; it changes these two little.
/// </summary>
internal readonly record struct Cost(double Milliseconds, double Kilobytes)
{
    public static Cost Of(Action action)
    {
        // What was done before leaves its garbage to be paid for.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        TimeSpan end = Environment.CpuUsage.TotalTime;
        return new Cost((end - start).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1024.0);
    }

    /// <summary>The median of each of both.</summary>
    public static Cost Median(IEnumerable<Cost> costs)
    {
        List<Cost> all = [.. costs];
        return new Cost(Statistics.Median(all.Select(static c => c.Milliseconds)), Statistics.Median(all.Select(static c => c.Kilobytes)));
    }

    public static Cost operator -(Cost left, Cost right) => new(left.Milliseconds - right.Milliseconds, left.Kilobytes - right.Kilobytes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds,9:F2} ms {Kilobytes,9:F0} KB");
}

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The slope of the line through points on logarithmic scales: 1 where twice the work costs twice as much.</summary>
    public static double Slope(IReadOnlyList<(double X, double Y)> points)
    {
        double x = points.Average(static p => Math.Log(p.X));
        double y = points.Average(static p => Math.Log(p.Y));
        return points.Sum(p => (Math.Log(p.X) - x) * (Math.Log(p.Y) - y)) / points.Sum(p => Math.Pow(Math.Log(p.X) - x, 2));
    }
}

/// <summary>What a benchmark asks of its figures. Nothing fails: the reader judges.</summary>
internal static class Gate
{
    public static void AtMost(string what, double measured, double most) => Print(what, measured, "at most", most, measured <= most);

    public static void AtLeast(string what, double measured, double least) => Print(what, measured, "at least", least, measured >= least);

    private static void Print(string what, double measured, string relation, double bound, bool met) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{(met ? "met    " : "NOT MET")}  {what}: {measured:F2}, {relation} {bound:F2}"));
}
