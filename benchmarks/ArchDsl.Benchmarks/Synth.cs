using System.Globalization;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Benchmarks;

/// <summary>Where the time of a synthesis goes, and what generated code asks of the CDK against code by hand of the same template.</summary>
internal static class Synth
{
    private const int Rounds = 3;
    private static readonly string[] Phases = ["start", "load", "types", "calls", "synthesis", "end"];

    public static async Task Run()
    {
        using TemporaryFolder folders = new();
        Project with = await Project.WithArchDsl(folders);
        Project without = await Project.ByHand(folders);
        _ = await with.Build();
        _ = await without.Build();
        _ = await with.Synthesize();
        _ = await without.Synthesize();
        IReadOnlyList<string> differences = Template.Differences(with.Template, without.Template);
        Console.WriteLine(differences.Count == 0
            ? "Both give the same template, up to logical ids and the names that the CDK makes of paths."
            : $"The templates differ:\n{string.Join("\n", differences)}");

        List<Wire> generated = [];
        List<Wire> hand = [];
        List<Spent> generatedCost = [];
        List<Spent> handCost = [];
        for (int round = 0; round < Rounds; round++)
        {
            generated.Add(Wire.Watch(with));
            hand.Add(Wire.Watch(without));
            generatedCost.Add((await with.Synthesize()).Spent);
            handCost.Add((await without.Synthesize()).Spent);
        }

        Console.WriteLine($"            {string.Join(" ", Phases.Select(static p => p.PadLeft(10)))}   (seconds on the clock, with tracing)");
        Print("generated", generated);
        Print("by hand", hand);
        (Spent one, Spent other) = (Spent.Median(generatedCost), Spent.Median(handCost));
        Console.WriteLine($"  without tracing: generated {one}; by hand {other}");
        Count("generated", generated[0]);
        Count("by hand", hand[0]);
        Gate.AtMost("requests, generated to by hand", (double)generated[0].Messages.Values.Sum() / hand[0].Messages.Values.Sum(), 1);
        Gate.AtMost("class constants fetched by generated code", generated[0].Constants.Count, 0);
        Gate.AtMost("processor time, generated to by hand", one.Processor / other.Processor, 1);
    }

    private static void Print(string what, IReadOnlyList<Wire> runs) => Console.WriteLine($"  {what,-9} {string.Join(" ", Enumerable.Range(0, Phases.Length)
        .Select(i => Statistics.Median(runs.Select(run => run.Phases.ElementAt(i))).ToString("F2", CultureInfo.InvariantCulture).PadLeft(10)))}");

    private static void Count(string what, Wire run) => Console.WriteLine($"  {what,-9} {run.Messages.Values.Sum()} requests: {string.Join(", ", run.Messages.OrderByDescending(static m => m.Value).Select(static m => $"{m.Value} {m.Key}"))}");
}
