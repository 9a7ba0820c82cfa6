using System.Diagnostics;
using System.Text;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>What a program that ran to its end left behind.</summary>
internal sealed record Finished(string CommandLine, int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with all that the program said, unless it succeeded.</summary>
    public Finished Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"{CommandLine}\nexit code {ExitCode}\n{Output}\n{Error}");
}

/// <summary>Runs other programs. Each has a guard: one that does not end is killed with its children, and fails the test.</summary>
internal static class Command
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(5);

    /// <summary>The <c>dotnet</c> that runs these tests, by its full path, so that it is found on any PATH.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? OnPath("dotnet") ?? "dotnet";

    /// <param name="environment">Variables to set; null removes one.</param>
    public static async Task<Finished> Run(
        string file,
        IEnumerable<string> arguments,
        string? directory = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? guard = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var commandLine = $"{file} {string.Join(' ', start.ArgumentList)}";
        var (output, error) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var timeout = new CancellationTokenSource(guard ?? Guard);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{commandLine}\ndid not end within {guard ?? Guard}\n{output}\n{error}");
        }

        return new Finished(commandLine, process.ExitCode, output.ToString(), error.ToString());

        static void Append(StringBuilder text, string? line)
        {
            if (line is not null)
            {
                lock (text)
                {
                    text.Append(line).Append('\n');
                }
            }
        }
    }

    /// <summary>The full path of a program on the PATH, or null.</summary>
    public static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => OperatingSystem.IsWindows() ? [Path.Combine(folder, $"{program}.exe"), Path.Combine(folder, $"{program}.cmd")] : new[] { Path.Combine(folder, program) })
            .FirstOrDefault(File.Exists);
}
