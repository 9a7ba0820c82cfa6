using System.Diagnostics;
using System.Globalization;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Benchmarks;

/// <summary>What ArchDsl adds to a build: Liberty Social against the program by hand of the same template.</summary>
internal static class Build
{
    // The runtime compiles what the server runs often a second time, during its first eight builds or so.
    private const int WarmUps = 10;
    private const int Pairs = 5;

    public static async Task Run()
    {
        using TemporaryFolder folders = new();
        Project with = await Project.WithArchDsl(folders);
        Project without = await Project.ByHand(folders);

        // A compiler server of its own, so that its processor time can be told; asked for, since a machine of CI may have it switched off.
        string server = $"archdsl-{Environment.ProcessId}";
        await Compare("with the compiler server, as at a desk", with, without, ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={server}"], server);
        await Compare("without a server, as in CI", with, without, ["-p:UseSharedCompilation=false"], null);
        Server(server)?.Kill();
    }

    private static async Task Compare(string how, Project with, Project without, string[] properties, string? server)
    {
        List<Spent> all = [];
        List<Spent> bare = [];
        int warmUps = server is null ? 1 : WarmUps;
        for (int pair = -warmUps; pair < Pairs; pair++)
        {
            with.Edit(pair + warmUps);
            Spent one = await Measure(with, properties, server);
            without.Edit(pair + warmUps);
            Spent other = await Measure(without, properties, server);

            // The first ones fill caches.
            if (pair >= 0)
            {
                all.Add(one);
                bare.Add(other);
            }
        }

        (Spent built, Spent by) = (Spent.Median(all), Spent.Median(bare));
        Console.WriteLine($"""
            dotnet build after an edit, {how}
              with ArchDsl   {built}
              by hand        {by}
            """);
        Gate.AtMost($"processor time, {how}", built.Processor / by.Processor, 1.10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        time on the clock: {built.Wall / by.Wall:F2}\n"));
    }

    private static async Task<Spent> Measure(Project project, string[] properties, string? server)
    {
        double before = Of(server);
        Spent spent = await project.Build(properties);
        return spent with { Processor = spent.Processor + Of(server) - before };

        static double Of(string? server) => server is not null && Server(server) is { } process ? process.TotalProcessorTime.TotalSeconds : 0;
    }

    private static Process? Server(string name) => !OperatingSystem.IsLinux() ? null :
        Process.GetProcesses().FirstOrDefault(process =>
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains($"-pipename:{name}", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        });
}
