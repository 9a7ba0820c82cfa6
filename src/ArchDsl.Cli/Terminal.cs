using System.Text;
using Spectre.Console;

namespace ArchDsl.Cli;

/// <summary>Where a command writes: its result to one console, all else to the other, so that a result can be piped.</summary>
/// <param name="Out">The result.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Folder">The current folder.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, string Folder)
{
    // Piped text has the width that it needs: whoever reads it breaks lines, if anybody.
    private const int WidthOfPipes = 4096;

    /// <summary>That of the process. Colour is for terminals that show it, and for nobody who sets <c>NO_COLOR</c>.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(Create(Console.Out, Console.IsOutputRedirected), Create(Console.Error, Console.IsErrorRedirected), Directory.GetCurrentDirectory());
    }

    /// <summary>Writes text as it is: JSON, SVG, Mermaid.</summary>
    public void WriteText(string text)
    {
        Out.Profile.Out.Writer.Write(text);
        Out.Profile.Out.Writer.Flush();
    }

    /// <summary>Tells the user something that is not the result.</summary>
    public void Note(string text) => Error.WriteLine(text);

    /// <summary>Does something that takes a while, and shows so where somebody is watching.</summary>
    public T While<T>(string what, Func<T> work) =>
        Error.Profile.Capabilities.Interactive && Error.Profile.Out.IsTerminal ? Error.Status().Start(Markup.Escape(what), _ => work()) : work();

    /// <summary>A console that writes plain text.</summary>
    public static IAnsiConsole Plain(TextWriter writer) => Create(writer, redirected: true);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = WidthOfPipes;
        }

        return console;
    }
}
