using System.CommandLine;
using ArchDsl.Cli.Documents;
using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Writes an architecture as a document.</summary>
internal sealed class DocumentCommand : ToolCommand
{
    private const string DefaultFile = "ARCHITECTURE.md";

    private readonly Option<bool> check = new("--check") { Description = "Writes nothing, and ends with exit code 1 where the file is not what would be written." };

    public DocumentCommand(Terminal terminal)
        : base("document", $"Writes an architecture as a Markdown document: diagram, components, network, security groups, data flows, environment, proofs, risks, cost, and the commands that verify a deployment. Default of --output: {DefaultFile} in the project's folder.", terminal)
    {
        TakeArchitecture();
        Options.Add(check);
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        BuiltProject project = Project(arguments);
        ArchitectureManifest manifest = Architecture(project, arguments);
        string text = ArchitectureDocument.Write(manifest, StageName(arguments) is null ? null : Stage(manifest, arguments));
        string file = OutputFile(arguments) ?? Path.Combine(project.Folder, DefaultFile);
        string name = Path.GetRelativePath(Terminal.Folder, file);
        bool isFresh = File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text;
        if (WantsJson(arguments))
        {
            Terminal.WriteText(ToolJson.Write(new DocumentResult(name, isFresh, text)));
        }

        if (arguments.GetValue(check))
        {
            Terminal.Note(isFresh ? $"{name} is as it should be." : $"{name} is {(File.Exists(file) ? "stale" : "missing")}: write it anew with 'archdsl document'.");
            return isFresh ? ExitCode.Ok : ExitCode.Findings;
        }

        if (!WantsJson(arguments))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            Terminal.Note(isFresh ? $"{name} is as it was." : $"Wrote {name}.");
        }

        return ExitCode.Ok;
    }
}

/// <summary>A document.</summary>
/// <param name="File">Where it stands or would stand.</param>
/// <param name="Fresh">Whether it stands there already.</param>
/// <param name="Text">Its text.</param>
internal sealed record DocumentResult(string File, bool Fresh, string Text);
