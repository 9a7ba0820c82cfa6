using ArchDsl.Harness;
using Spectre.Console.Testing;

namespace ArchDsl.Cli.Tests;

/// <summary>What a command did.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>Runs the tool in the folder of a sample.</summary>
    public static ToolRun InSample(string sample, params string[] args) => In(Path.Combine(Repository.Root, "samples", sample), args);

    /// <summary>Runs the tool in a folder.</summary>
    public static ToolRun In(string folder, params string[] args)
    {
        using TestConsole output = new();
        using TestConsole error = new();
        output.Profile.Width = error.Profile.Width = 4096;
        int code = Tool.Run(args, new Terminal(output, error, folder));
        return new ToolRun(code, output.Output, error.Output);
    }

    /// <summary>Runs the tool, which must succeed.</summary>
    public static string Succeed(string sample, params string[] args)
    {
        ToolRun run = InSample(sample, args);
        Assert.True(run.Code == 0, $"exit code {run.Code}: {run.Error}");
        return run.Output;
    }
}
