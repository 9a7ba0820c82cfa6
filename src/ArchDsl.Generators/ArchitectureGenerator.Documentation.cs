using System.Globalization;
using System.Text;
using ArchDsl.Model;

namespace ArchDsl.Generators;

/// <inheritdoc/>
partial class ArchitectureGenerator
{
    /// <summary>Prints what a class becomes as its documentation; where the stages differ, with the stages that a sentence is true of.</summary>
    private static void PrintSummary(CdkArchitecture architecture, IEnumerable<CdkNode> variants, CodeWriter writer)
    {
        List<(string? Stage, NodeSummary Summary)> stages = [.. variants.Zip(architecture.Stages, static (node, program) => (program.Stage, node.Summary))];
        writer.Line($"/// <summary>{string.Join(" ", ByStage(stages, static summary => [summary.Text]).Select(DocumentationText))}</summary>");
        List<string> facts = [.. ByStage(stages, static summary => summary.Facts)];
        if (facts.Count == 0)
        {
            return;
        }

        writer.Line("/// <remarks>");
        foreach (string fact in facts)
        {
            writer.Line($"/// <para>{DocumentationText(fact)}</para>");
        }

        writer.Line("/// </remarks>");
    }

    private static IEnumerable<string> ByStage(List<(string? Stage, NodeSummary Summary)> stages, Func<NodeSummary, IEnumerable<string>> sentences) =>
        from said in stages.SelectMany(s => sentences(s.Summary).Distinct().Select(sentence => (sentence, s.Stage)))
        group said.Stage by said.sentence into said
        select said.Count() == stages.Count ? said.Key : $"{said.Key} (stage {string.Join(", ", said)})";

    /// <summary>A text as one line of a documentation comment: no character of it ends the line, or is anything but text in XML or to the eye.</summary>
    private static string DocumentationText(string text)
    {
        StringBuilder line = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                line.Append(text, i++, 2);
                continue;
            }

            line.Append(text[i] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\ufffe' or '\uffff' => "\ufffd",
                var c => CharUnicodeInfo.GetUnicodeCategory(c) switch
                {
                    UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                    // Marks that turn the direction of text, and halves of a pair.
                    UnicodeCategory.Format or UnicodeCategory.Surrogate => "\ufffd",
                    _ => c.ToString(),
                },
            });
        }

        return line.ToString();
    }
}
