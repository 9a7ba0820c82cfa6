using System.CommandLine;
using System.Diagnostics;
using ArchDsl.Cli.Drawing;
using ArchDsl.Cli.Input;
using ArchDsl.Cli.Viewing;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Writes the page in which an architecture can be looked at.</summary>
internal sealed class ViewCommand : ToolCommand
{
    private const string DefaultFile = "architecture.html";

    private readonly Option<bool> open = new("--open") { Description = "Opens the page in the browser of the system." };

    public ViewCommand(Terminal terminal)
        : base("view", $"Writes one HTML page, which needs nothing else, to look at an architecture in: pan, zoom, search, the facts of each component, and everything that a source can reach. Default of --output: {DefaultFile} in the current folder.", terminal)
    {
        TakeArchitecture();
        Options.Add(open);
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        BuiltProject project = Project(arguments);
        IReadOnlyList<ArchitectureManifest> architectures = ArchitectureName(arguments) is null ? project.Architectures : [Architecture(project, arguments)];
        List<(ArchitectureManifest Manifest, ManifestStage Stage)> stages =
        [
            .. from manifest in architectures
               from stage in manifest.Stages
               where StageName(arguments) is null || stage == Stage(manifest, arguments)
               select (manifest, stage),
        ];
        List<Diagram> diagrams = [.. stages.Select(static one => DiagramBuilder.Build(one.Manifest, one.Stage))];
        List<ViewData> data = [.. stages.Zip(diagrams, static (one, diagram) => ViewDataBuilder.Build(one.Manifest, one.Stage, diagram))];
        if (WantsJson(arguments))
        {
            WriteJson(data, arguments);
            return ExitCode.Ok;
        }

        List<Picture> pictures = Terminal.While("Laying out", () => diagrams.ConvertAll(static diagram => ElkLayout.Lay(diagram, ElkEngine.Run)));
        string file = OutputFile(arguments) ?? Path.Combine(Terminal.Folder, DefaultFile);
        WriteFile(file, ViewPage.Write([.. pictures.Zip(data)]));
        if (arguments.GetValue(open))
        {
            using Process? browser = Process.Start(new ProcessStartInfo(file) { UseShellExecute = true });
        }

        return ExitCode.Ok;
    }
}
