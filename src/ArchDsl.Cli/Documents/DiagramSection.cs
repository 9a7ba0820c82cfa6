using ArchDsl.Cli.Drawing;
using ArchDsl.Cli.Output;

namespace ArchDsl.Cli.Documents;

/// <summary>The picture.</summary>
internal static class DiagramSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Fence("mermaid", MermaidWriter.Write(DiagramBuilder.Build(facts.Manifest, facts.Stage)));
}
