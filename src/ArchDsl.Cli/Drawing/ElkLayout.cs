using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArchDsl.Cli.Drawing;

/// <summary>Lays a diagram out with the Eclipse Layout Kernel: in layers, from the internet to the data, boxes around their nodes.</summary>
internal static class ElkLayout
{
    public const double BoxTitleSize = 12.5;
    public const double BoxLineSize = 11;
    public const double LabelSize = 11;

    private const double Margin = 16;
    private const double BoxHead = 46;
    private const double LabelHeight = 15;

    /// <summary>Lays a diagram out.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="engine">What runs the kernel: takes a graph and gives it back with coordinates, both as JSON.</param>
    public static Picture Lay(Diagram diagram, Func<string, string> engine)
    {
        Dictionary<string, NodeText> texts = diagram.Nodes.ToDictionary(static n => n.Id, NodeText.Of);
        JsonObject graph = Graph(diagram, texts);
        using JsonDocument laid = JsonDocument.Parse(engine(graph.ToJsonString()));
        Dictionary<string, Area> areas = new(StringComparer.Ordinal);
        Dictionary<string, JsonElement> lines = new(StringComparer.Ordinal);
        Collect(laid.RootElement, areas, lines);
        Area all = areas["root"];
        return new Picture(
            diagram,
            all.Width,
            all.Height,
            [.. diagram.Boxes.Select(box => new PictureBox(box, areas[box.Id]))],
            [.. diagram.Nodes.Select(node => new PictureNode(node, areas[node.Id], texts[node.Id]))],
            [.. diagram.Edges.Select(edge => Edge(edge, lines[edge.Id]))]);
    }

    private static JsonObject Graph(Diagram diagram, Dictionary<string, NodeText> texts)
    {
        return new JsonObject
        {
            ["id"] = "root",
            ["layoutOptions"] = new JsonObject
            {
                ["elk.algorithm"] = "layered",
                ["elk.direction"] = "RIGHT",
                ["elk.hierarchyHandling"] = "INCLUDE_CHILDREN",
                ["elk.edgeRouting"] = "ORTHOGONAL",
                ["elk.json.shapeCoords"] = "ROOT",
                ["elk.json.edgeCoords"] = "ROOT",
                ["elk.padding"] = Padding(Margin),
                ["elk.spacing.nodeNode"] = "26",
                ["elk.spacing.edgeNode"] = "18",
                ["elk.spacing.edgeEdge"] = "12",
                ["elk.spacing.edgeLabel"] = "4",
                ["elk.layered.spacing.nodeNodeBetweenLayers"] = "44",
                ["elk.layered.spacing.edgeNodeBetweenLayers"] = "20",
                ["elk.layered.spacing.edgeEdgeBetweenLayers"] = "12",
                ["elk.layered.nodePlacement.strategy"] = "NETWORK_SIMPLEX",
                ["elk.layered.considerModelOrder.strategy"] = "NODES_AND_EDGES",
                ["elk.layered.edgeLabels.sideSelection"] = "ALWAYS_UP",
                ["elk.randomSeed"] = "1",
            },
            ["children"] = new JsonArray([.. Children(null)]),
            ["edges"] = new JsonArray([.. diagram.Edges.Select(Line)]),
        };

        IEnumerable<JsonNode> Children(string? parent) =>
        [
            .. diagram.Nodes.Where(n => n.Parent == parent).Select(Node),
            .. diagram.Boxes.Where(b => b.Parent == parent).Select(Box),
        ];

        JsonNode Node(DiagramNode node)
        {
            JsonObject shape = new() { ["id"] = node.Id, ["width"] = texts[node.Id].Width, ["height"] = texts[node.Id].Height };
            if (node.Category == Category.Internet)
            {
                shape["layoutOptions"] = new JsonObject { ["elk.layered.layering.layerConstraint"] = "FIRST" };
            }

            return shape;
        }

        JsonNode Box(DiagramBox box)
        {
            double head = Math.Max(TextSize.Width(box.Title, BoxTitleSize, bold: true), TextSize.Width(box.Subtitle, BoxLineSize)) + 2 * Margin;
            return new JsonObject
            {
                ["id"] = box.Id,
                ["layoutOptions"] = new JsonObject
                {
                    ["elk.padding"] = Padding(BoxHead),
                    ["elk.nodeSize.constraints"] = "MINIMUM_SIZE",
                    ["elk.nodeSize.minimum"] = string.Create(CultureInfo.InvariantCulture, $"({Math.Ceiling(head)},{BoxHead + Margin})"),
                },
                ["children"] = new JsonArray([.. Children(box.Id)]),
            };
        }

        static JsonNode Line(DiagramEdge edge)
        {
            JsonObject line = new() { ["id"] = edge.Id, ["sources"] = new JsonArray(edge.From), ["targets"] = new JsonArray(edge.To) };
            if (edge.Label.Length > 0)
            {
                line["labels"] = new JsonArray(new JsonObject { ["text"] = edge.Label, ["width"] = Math.Ceiling(TextSize.Width(edge.Label, LabelSize)) + 6, ["height"] = LabelHeight });
            }

            return line;
        }
    }

    private static string Padding(double top) => string.Create(CultureInfo.InvariantCulture, $"[top={top},left={Margin},bottom={Margin},right={Margin}]");

    private static void Collect(JsonElement shape, Dictionary<string, Area> areas, Dictionary<string, JsonElement> lines)
    {
        areas[shape.GetProperty("id").GetString()!] = AreaOf(shape);
        foreach (JsonElement child in Items(shape, "children"))
        {
            Collect(child, areas, lines);
        }

        foreach (JsonElement line in Items(shape, "edges"))
        {
            lines[line.GetProperty("id").GetString()!] = line;
        }
    }

    private static PictureEdge Edge(DiagramEdge edge, JsonElement line)
    {
        List<Spot> points = [];
        foreach (JsonElement section in Items(line, "sections"))
        {
            points.Add(SpotOf(section.GetProperty("startPoint")));
            points.AddRange(Items(section, "bendPoints").Select(SpotOf));
            points.Add(SpotOf(section.GetProperty("endPoint")));
        }

        // The ends of a straight line can differ by what was rounded off.
        for (int i = 1; i < points.Count; i++)
        {
            points[i] = new Spot(Near(points[i - 1].X, points[i].X), Near(points[i - 1].Y, points[i].Y));
        }

        JsonElement label = Items(line, "labels").FirstOrDefault();
        return new PictureEdge(edge, points, label.ValueKind == JsonValueKind.Object ? AreaOf(label) : null);
    }

    private static double Near(double before, double now) => Math.Abs(before - now) < 2 ? before : now;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    private static Area AreaOf(JsonElement element) => new(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));

    private static Spot SpotOf(JsonElement element) => new(Number(element, "x"), Number(element, "y"));

    // Half a pixel is as fine as anybody sees, and hides in which order two engines add up.
    private static double Number(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement number) ? Math.Round(number.GetDouble() * 2) / 2 : 0;
}
