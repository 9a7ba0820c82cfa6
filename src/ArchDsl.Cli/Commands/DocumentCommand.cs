using System.CommandLine;
using ArchDsl.Cli.Documents;
using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Writes an architecture as a document.</summary>
internal sealed class DocumentCommand : ToolCommand
{
    private const string DefaultFile = "ARCHITECTURE.md";

    public DocumentCommand(Terminal terminal)
        : base("document", $"Writes an architecture as a Markdown document: diagram, components, network, security groups, data flows, environment, proofs, risks, cost, and the commands that verify a deployment. Default of --output: {DefaultFile} in the project's folder.", terminal)
    {
        TakeArchitecture();
        TakeCheck();
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        BuiltProject project = Project(arguments);
        ArchitectureManifest manifest = Architecture(project, arguments);
        string text = ArchitectureDocument.Write(manifest, StageName(arguments) is null ? null : Stage(manifest, arguments));
        string file = OutputFile(arguments) ?? Path.Combine(project.Folder, DefaultFile);
        bool isFresh = Holds(file, text);
        if (WantsJson(arguments))
        {
            Terminal.WriteText(ToolJson.Write(new DocumentResult(Path.GetRelativePath(Terminal.Folder, file), isFresh, text)));
        }

        if (WantsCheck(arguments))
        {
            return Check(file, isFresh);
        }

        if (!WantsJson(arguments))
        {
            WriteFile(file, text, isFresh);
        }

        return ExitCode.Ok;
    }
}

/// <summary>A document.</summary>
/// <param name="File">Where it stands or would stand.</param>
/// <param name="Fresh">Whether it stands there already.</param>
/// <param name="Text">Its text.</param>
internal sealed record DocumentResult(string File, bool Fresh, string Text);
