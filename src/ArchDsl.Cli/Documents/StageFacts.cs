using ArchDsl.Cli.Input;
using ArchDsl.Cli.Output;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>A stage, and what several sections ask of it.</summary>
/// <param name="manifest">The architecture.</param>
/// <param name="stage">The stage.</param>
internal sealed class StageFacts(ArchitectureManifest manifest, ManifestStage stage)
{
    public ArchitectureManifest Manifest => manifest;

    public ManifestStage Stage => stage;

    /// <summary>Every pair that can connect.</summary>
    public IReadOnlyList<ManifestPair> Pairs { get; } = [.. stage.Pairs()];

    /// <summary>A class in bold, as Markdown.</summary>
    public string Name(string path) => $"**{MarkdownText.Escape(Plain(path))}**";

    /// <summary>A class as text.</summary>
    public string Plain(string path) => manifest.NameOf(path);

    /// <summary>Where a class stands in the source, as Markdown.</summary>
    public string Source(string path) => manifest.SourceOf(path) is { } source ? MarkdownText.Code($"{source.File}:{source.Line}") : "";

    /// <summary>What asked for something, as Markdown.</summary>
    public string Origin(ManifestOrigin origin) =>
        origin.Attribute is null ? Name(origin.Path) : $"{MarkdownText.Code(origin.Attribute)} on {MarkdownText.Escape(Plain(origin.Path))}";

    /// <summary>Text as Markdown.</summary>
    public static string Text(string? text) => text is null ? "" : MarkdownText.Escape(text);

    public static string YesNo(bool answer) => answer ? "yes" : "no";
}
