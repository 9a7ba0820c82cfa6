using System.CommandLine;
using ArchDsl.Cli.Drawing;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Draws an architecture.</summary>
internal sealed class DiagramCommand : ToolCommand
{
    private readonly Option<DiagramFormat?> format = new("--format", "-f")
    {
        Description = "svg or mermaid. Default: what the ending of --output says (.svg, .mmd, .md), or else mermaid.",
        HelpName = "format",
        CustomParser = static result => OneOf<DiagramFormat>()(result),
    };

    private readonly Option<Theme> theme = new("--theme")
    {
        Description = "The colours of an SVG: auto, light or dark. Default: auto, those that the reader's system prefers.",
        HelpName = "theme",
        CustomParser = OneOf<Theme>(),
    };

    public DiagramCommand(Terminal terminal)
        : base("diagram", "Draws an architecture, as a Mermaid flowchart for Markdown or as a self-contained SVG.", terminal)
    {
        TakeArchitecture();
        Options.Add(format);
        Options.Add(theme);
        TakeCheck();
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        ArchitectureManifest manifest = Architecture(Project(arguments), arguments);
        Diagram diagram = DiagramBuilder.Build(manifest, Stage(manifest, arguments));
        string text = Text(diagram, arguments);
        if (WantsCheck(arguments))
        {
            return OutputFile(arguments) is { } file ? Check(file, Holds(file, text)) : throw new ToolException(ExitCode.Usage, "--check compares with a file: name it with --output.");
        }

        Write(text, arguments);
        return ExitCode.Ok;
    }

    private string Text(Diagram diagram, ParseResult arguments)
    {
        switch (WantsJson(arguments) ? DiagramFormat.Json : arguments.GetValue(format) ?? FormatOf(OutputFile(arguments)))
        {
            case DiagramFormat.Json:
                return ToolJson.Write(diagram);
            case DiagramFormat.Svg:
                Picture picture = Terminal.While("Laying out", () => ElkLayout.Lay(diagram, ElkEngine.Run));
                return SvgWriter.Write(picture, arguments.GetValue(theme));
            default:
                string flowchart = MermaidWriter.Write(diagram);
                return OutputFile(arguments) is { } file && file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? $"```mermaid\n{flowchart}```\n" : flowchart;
        }
    }

    private static DiagramFormat FormatOf(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".svg" => DiagramFormat.Svg,
        ".json" => DiagramFormat.Json,
        null or "" or ".mmd" or ".mermaid" or ".md" or ".txt" => DiagramFormat.Mermaid,
        var other => throw new ToolException(ExitCode.Usage, $"A diagram is no {other}: write .svg, .mmd, .md or .json, or say --format. A browser or an editor makes other pictures of an SVG."),
    };
}

/// <summary>In which form a diagram is written.</summary>
internal enum DiagramFormat
{
    /// <summary>A Mermaid flowchart.</summary>
    Mermaid,

    /// <summary>An SVG.</summary>
    Svg,

    /// <summary>The boxes, nodes and lines as JSON.</summary>
    Json,
}
