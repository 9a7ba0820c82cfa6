using System.Diagnostics;
using System.Text.RegularExpressions;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Benchmarks;

/// <summary>One run of a CDK program, as the messages between .NET and Node.js show it.</summary>
/// <param name="Start">Seconds from the start of the process to the first message: both runtimes are up.</param>
/// <param name="Load">Loading the CDK into Node.js.</param>
/// <param name="Types">From then to the first construct: .NET looks through the types of the CDK.</param>
/// <param name="Calls">Making the constructs.</param>
/// <param name="Synthesis">Node.js writes the template.</param>
/// <param name="End">What comes after it.</param>
/// <param name="Messages">The number of requests by kind, without those that load.</param>
/// <param name="Constants">The class constants that were fetched.</param>
internal sealed partial record Wire(double Start, double Load, double Types, double Calls, double Synthesis, double End, IReadOnlyDictionary<string, int> Messages, IReadOnlyList<string> Constants)
{
    public IEnumerable<double> Phases => [Start, Load, Types, Calls, Synthesis, End];

    public static Wire Watch(Project project)
    {
        ProcessStartInfo start = new(Command.Dotnet, [project.Program, "--output", Path.Combine(project.Folder, "cdk.out")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = project.Folder,
        };
        start.Environment["JSII_DEBUG"] = "1";
        start.Environment["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "16,18,20,22,24";
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        List<(double At, string Line)> lines = [];
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith("> {", StringComparison.Ordinal) || line.StartsWith("< {", StringComparison.Ordinal))
            {
                lines.Add((Stopwatch.GetElapsedTime(began).TotalSeconds, line));
            }
        }

        process.WaitForExit();
        return Read(lines, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static Wire Read(List<(double At, string Line)> lines, double end)
    {
        List<(double At, string Api, string Line)> requests = [.. from line in lines where line.Line[0] == '>' let api = Api.Match(line.Line) where api.Success select (line.At, api.Groups[1].Value, line.Line)];
        double first = requests[0].At;
        double construct = requests.First(static r => r.Api != "load").At;
        double loaded = lines.Last(line => line.At <= construct && line.Line[0] == '<').At;
        double synth = requests.Last(static r => r.Line.Contains("\"method\":\"synth\"", StringComparison.Ordinal)).At;
        double written = lines.First(line => line.At > synth && line.Line[0] == '<').At;
        return new Wire(
            first,
            loaded - first,
            construct - loaded,
            synth - construct,
            written - synth,
            end - written,
            requests.Where(static r => r.Api != "load").CountBy(static r => r.Api).ToDictionary(),
            [.. requests.Where(static r => r.Api == "sget").Select(static r => r.Line[..Math.Min(r.Line.Length, 160)])]);
    }

    [GeneratedRegex("^> {\"api\":\"(\\w+)\"")]
    private static partial Regex Api { get; }
}
