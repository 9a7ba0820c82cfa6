using System.CommandLine;
using ArchDsl.Cli.Commands;
using ArchDsl.Manifest;
using Spectre.Console;

namespace ArchDsl.Cli;

/// <summary>The command line.</summary>
internal static class Tool
{
    /// <summary>Runs a command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        ParseResult parsed = Commands(terminal).Parse(args);
        try
        {
            int code = parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out.Profile.Out.Writer,
                Error = terminal.Error.Profile.Out.Writer,
                EnableDefaultExceptionHandler = false,
            });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (ToolException exception)
        {
            return Fail(terminal, exception.ExitCode, exception.Message);
        }
        catch (ManifestException exception)
        {
            return Fail(terminal, ExitCode.NoInput, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, ExitCode.Usage, exception.Message);
        }
    }

    private static RootCommand Commands(Terminal terminal) => new("Draws and explains AWS architectures that are written in C# with ArchDsl. It reads the built assembly, and never runs it. Exit codes: 0 all is well, 1 findings, differences or a stale file, 2 a path to data opened, 3 the command line makes no sense, 4 there is nothing to read.")
    {
        new CostCommand(terminal),
        new DiagramCommand(terminal),
        new DiffCommand(terminal),
        new DocumentCommand(terminal),
        new ExplainCommand(terminal),
        new VerifyCommand(terminal),
        new ViewCommand(terminal),
    };

    private static int Fail(Terminal terminal, int code, string message)
    {
        terminal.Error.MarkupLineInterpolated($"[red]error:[/] {message}");
        return code;
    }
}
