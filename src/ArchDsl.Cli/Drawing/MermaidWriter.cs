using System.Text;
using System.Text.RegularExpressions;

namespace ArchDsl.Cli.Drawing;

/// <summary>Writes a diagram as a Mermaid flowchart, for Markdown.</summary>
internal static partial class MermaidWriter
{
    public static string Write(Diagram diagram)
    {
        StringBuilder text = new();

        Line(0, "flowchart LR");
        foreach (DiagramNode node in diagram.Nodes.Where(static n => n.Parent is null))
        {
            Node(node, 1);
        }

        foreach (DiagramBox box in diagram.Boxes.Where(static b => b.Parent is null))
        {
            Box(box, 1);
        }

        List<int> highlighted = [];
        for (int i = 0; i < diagram.Edges.Count; i++)
        {
            DiagramEdge edge = diagram.Edges[i];
            string line = edge.Kind switch
            {
                EdgeKind.Connection => "-->",
                EdgeKind.Undeclared => "-. not declared .->",
                _ => "-.->",
            };
            string label = edge.Label.Length == 0 || edge.Kind == EdgeKind.Undeclared ? "" : $"|\"{Escape(edge.Label)}\"|";
            line = edge.Kind == EdgeKind.Undeclared ? $"-. \"{Escape(edge.Label)}, not declared\" .->" : line;
            Line(1, $"{edge.From} {line}{label} {edge.To}");
            if (edge.FromInternet)
            {
                highlighted.Add(i);
            }
        }

        Styles(diagram, highlighted);
        return text.ToString();

        void Line(int indentation, string line) => text.Append(' ', indentation * 4).Append(line).Append('\n');

        void Node(DiagramNode node, int indentation) => Line(indentation, $"{node.Id}{Shape(node)}");

        void Box(DiagramBox box, int indentation)
        {
            Line(indentation, $"subgraph {box.Id}[\"{Escape(Caption(box))}\"]");
            foreach (DiagramNode node in diagram.Nodes.Where(n => n.Parent == box.Id))
            {
                Node(node, indentation + 1);
            }

            foreach (DiagramBox inner in diagram.Boxes.Where(b => b.Parent == box.Id))
            {
                Box(inner, indentation + 1);
            }

            Line(indentation, "end");
        }

        void Styles(Diagram diagram, List<int> highlighted)
        {
            foreach (Category category in diagram.Nodes.Select(static n => n.Category).Distinct().Order())
            {
                Palette palette = Palette.Of(category);
                Line(1, $"classDef {category.ToString().ToLowerInvariant()} fill:none,stroke:{palette.Mid},stroke-width:2px");
                Line(1, $"class {string.Join(',', diagram.Nodes.Where(n => n.Category == category).Select(static n => n.Id))} {category.ToString().ToLowerInvariant()}");
            }

            foreach (DiagramBox box in diagram.Boxes)
            {
                Line(1, $"style {box.Id} fill:none,stroke:{Palette.Of(box.Kind).Mid}{(box.Kind is BoxKind.Region ? ",stroke-dasharray:6 4" : "")}");
            }

            if (highlighted.Count > 0)
            {
                Line(1, $"linkStyle {string.Join(',', highlighted)} stroke:{Palette.Exposure.Mid},stroke-width:3px");
            }
        }
    }

    // Mermaid leaves room for one short line above what stands in a box.
    private static string Caption(DiagramBox box) => box.Kind switch
    {
        BoxKind.PublicSubnets => $"{box.Title} (public)",
        BoxKind.PrivateSubnets => $"{box.Title} (private)",
        BoxKind.IsolatedSubnets => $"{box.Title} (isolated)",
        _ => box.Subtitle.Length == 0 ? box.Title : $"{box.Title} {box.Subtitle}",
    };

    private static string Shape(DiagramNode node)
    {
        string marks = (node.Open > 0 ? $"<br>{node.Open} open" : "") + (node.Accepted > 0 ? $"<br>{node.Accepted} accepted" : "") + (node.Hooked ? "<br>has a hook" : "");
        string label = $"\"{Escape(node.Title)}{(node.Subtitle.Length == 0 ? "" : "<br>" + Escape(node.Subtitle))}{marks}\"";
        return node.Category switch
        {
            Category.Internet => $"(({label}))",
            Category.Database or Category.Cache or Category.Storage => $"[({label})]",
            Category.LoadBalancer or Category.Gateway => $"{{{{{label}}}}}",
            _ => $"[{label}]",
        };
    }

    // Mermaid reads quotes, Markdown, HTML, entities and directives in labels: all that is none of letters, digits and harmless signs is
    // written as the number of its character, and so is what would begin a list, or name an icon.
    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        int list = ListMarker().Match(text).Length - 1;
        int position = -1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            position += rune.Utf16SequenceLength;
            if (position == list || rune.Value == ':' && text.AsSpan(position).StartsWith(":fa-", StringComparison.OrdinalIgnoreCase))
            {
                escaped.Append('#').Append(rune.Value).Append(';');
            }
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                escaped.Append(' ');
            }
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or ',' or ':' or '/' or '-' or '(' or ')' or '\'' or '+' or '=' or '!' or '?')
            {
                escaped.Append(rune.ToString());
            }
            else
            {
                escaped.Append('#').Append(rune.Value).Append(';');
            }
        }

        return escaped.ToString();
    }

    // Up to its last character: the sign.
    [GeneratedRegex(@"^\s*(?:[0-9]+[.)]|[-+])(?=\s)")]
    private static partial Regex ListMarker();
}
