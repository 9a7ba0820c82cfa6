using System.CommandLine;
using System.CommandLine.Parsing;
using ArchDsl.Cli.Input;
using ArchDsl.Model;
using Spectre.Console;

namespace ArchDsl.Cli.Commands;

/// <summary>A command. Each is one file in this folder and one line in <see cref="Tool"/>.</summary>
internal abstract class ToolCommand : Command
{
    private readonly Option<string> project = new("--project", "-p")
    {
        Description = "The built assembly, or the project file or folder whose output it is. Default: the current folder.",
        HelpName = "path",
    };

    private readonly Option<string> architecture = new("--architecture")
    {
        Description = "The architecture, where the assembly has several: its name, or that of its class.",
        HelpName = "name",
    };

    private readonly Option<string> stage = new("--stage")
    {
        Description = "The stage, where the architecture has several. Default: the first.",
        HelpName = "name",
    };

    private readonly Option<bool> json = new("--json") { Description = "Writes the result as JSON." };

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Writes the result to a file; its folder is made where there is none.",
        HelpName = "file",
    };

    private readonly Option<bool> check = new("--check") { Description = "Writes nothing, and ends with exit code 1 where the file is not what would be written." };

    protected ToolCommand(string name, string description, Terminal terminal)
        : base(name, description)
    {
        Terminal = terminal;
        SetAction(Execute);
    }

    protected Terminal Terminal { get; }

    /// <summary>Adds the options that name an architecture.</summary>
    protected void TakeArchitecture()
    {
        Options.Add(project);
        TakeChoice();
    }

    /// <summary>Adds the options that choose among several architectures and stages.</summary>
    protected void TakeChoice()
    {
        Options.Add(architecture);
        Options.Add(stage);
    }

    /// <summary>Adds the options that say in which form the result goes where.</summary>
    protected void TakeOutput(bool takesJson = true)
    {
        if (takesJson)
        {
            Options.Add(json);
        }

        Options.Add(output);
    }

    /// <summary>Adds the option that compares a file with what would be written.</summary>
    protected void TakeCheck() => Options.Add(check);

    protected abstract int Execute(ParseResult arguments);

    /// <summary>The project that <c>--project</c> names.</summary>
    protected BuiltProject Project(ParseResult arguments) => BuiltProject.Find(arguments.GetValue(project), Terminal);

    /// <summary>The name that <c>--architecture</c> gives, or null.</summary>
    protected string? ArchitectureName(ParseResult arguments) => arguments.GetValue(architecture);

    /// <summary>The name that <c>--stage</c> gives, or null.</summary>
    protected string? StageName(ParseResult arguments) => arguments.GetValue(stage);

    /// <summary>The architecture that the options name.</summary>
    protected ArchitectureManifest Architecture(BuiltProject project, ParseResult arguments) => project.Architecture(arguments.GetValue(architecture));

    /// <summary>The stage that the options name.</summary>
    protected ManifestStage Stage(ArchitectureManifest manifest, ParseResult arguments)
    {
        string? name = arguments.GetValue(stage);
        return name is null ? manifest.Stages[0]
            : manifest.Stages.FirstOrDefault(s => s.Name == name)
            ?? throw new ToolException(ExitCode.Usage, manifest.Stages[0].Name is null
                ? $"{manifest.Name} has no stages: leave --stage out."
                : $"{manifest.Name} has no stage '{name}'. It has {string.Join(", ", manifest.Stages.Select(static s => s.Name))}.");
    }

    protected bool WantsJson(ParseResult arguments) => arguments.GetValue(json);

    /// <summary>The file that <c>--output</c> names, or null.</summary>
    protected string? OutputFile(ParseResult arguments)
    {
        if (arguments.GetValue(output) is not { } name)
        {
            return null;
        }

        string file = string.IsNullOrWhiteSpace(name) ? "" : Path.GetFullPath(name, Terminal.Folder);
        return file.Length > 0 && !Directory.Exists(file) ? file
            : throw new ToolException(ExitCode.Usage, file.Length == 0 ? "--output takes the name of a file." : $"{name} is a folder: give --output a file in it.");
    }

    /// <summary>Reads one of the members of an enumeration, in lower case.</summary>
    protected static Func<ArgumentResult, T> OneOf<T>()
        where T : struct, Enum => static result =>
        {
            string text = result.Tokens[0].Value;
            if (Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                return Enum.Parse<T>(known);
            }

            result.AddError($"There is no '{text}'. There is {string.Join(", ", Enum.GetNames<T>().Select(static name => name.ToLowerInvariant()))}.");
            return default;
        };

    protected bool WantsCheck(ParseResult arguments) => arguments.GetValue(check);

    /// <summary>Whether a file holds a text, whatever its line ends.</summary>
    protected static bool Holds(string file, string text) => File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text;

    /// <summary>Says whether a file holds what would be written.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isFresh">Whether it does.</param>
    /// <returns>The exit code.</returns>
    protected int Check(string file, bool isFresh)
    {
        string name = Path.GetRelativePath(Terminal.Folder, file);
        Terminal.Note(isFresh ? $"{name} is as it should be." : $"{name} is {(File.Exists(file) ? "stale" : "missing")}: write it anew with 'archdsl {Name}'.");
        return isFresh ? ExitCode.Ok : ExitCode.Findings;
    }

    /// <summary>Writes a result to the file of <c>--output</c>, or else to the console.</summary>
    protected void Write(string text, ParseResult arguments)
    {
        if (OutputFile(arguments) is not { } file)
        {
            Terminal.WriteText(text);
            return;
        }

        WriteFile(file, text);
    }

    /// <summary>Writes a file, in a folder that may not be there yet, and says so.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isFresh">Whether the text stands there already; it is written all the same, so that the file is newer than what it was made of.</param>
    protected void WriteFile(string file, string text, bool isFresh = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        string name = Path.GetRelativePath(Terminal.Folder, file);
        Terminal.Note(isFresh ? $"{name} is as it was." : $"Wrote {name}.");
    }

    /// <summary>Writes a result for people: with colour to a terminal, without to a file.</summary>
    protected void Write(Action<IAnsiConsole> show, ParseResult arguments)
    {
        if (OutputFile(arguments) is null)
        {
            show(Terminal.Out);
            return;
        }

        StringWriter text = new() { NewLine = "\n" };
        show(Terminal.Plain(text));
        Write(text.ToString(), arguments);
    }

    /// <summary>Writes a result as JSON, in the form in which manifests are.</summary>
    protected void WriteJson(object result, ParseResult arguments) => Write(ToolJson.Write(result), arguments);
}
