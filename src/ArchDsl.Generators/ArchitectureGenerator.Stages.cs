using ArchDsl.Model;

namespace ArchDsl.Generators;

/// <inheritdoc/>
partial class ArchitectureGenerator
{
    private static void PrintConstructor(CdkArchitecture architecture, CodeWriter writer)
    {
        bool staged = HasStages(architecture);
        CdkNode root = architecture.Stages[0].Nodes[0];
        string names = string.Join(", ", architecture.Stages.Select(static program => Literal(program.Stage)));
        writer.Line("/// <summary>Builds the stack.</summary>");
        writer.Line("/// <param name=\"scope\">The app, or a stage of it.</param>");
        writer.Line("/// <param name=\"id\">The id of the stack in its scope.</param>");
        if (staged)
        {
            writer.Line($"/// <param name=\"stage\">The stage of the architecture. Default: the CDK context value <c>stage</c>, or else <c>{architecture.Stages[0].Stage}</c>.</param>");
        }

        writer.Line("/// <param name=\"props\">Overrides what the architecture says of its stack.</param>");
        writer.Line(GeneratedCode);
        writer.Line($"public {root.Identifier}({Construct} scope, string id, {(staged ? "string? stage = null, " : "")}global::Amazon.CDK.IStackProps? props = null)");
        if (staged)
        {
            writer.Line($"    : this(scope, id, global::ArchDsl.Runtime.Stages.Select(scope, stage, {names}), props, null)");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            writer.Line(GeneratedCode);
            writer.Line($"private {root.Identifier}({Construct} scope, string id, string stage, global::Amazon.CDK.IStackProps? props, object? selected)");
        }

        writer.Block("    : base(scope, id, " + Choose(architecture, "stage", StackProps) + ")", () => PrintConstruction(architecture, staged, writer));
        writer.Line();
    }

    private static void PrintConstruction(CdkArchitecture architecture, bool staged, CodeWriter writer)
    {
        if (staged)
        {
            writer.Line("StageName = stage;");
        }

        PrintReport(architecture, writer);
        Dictionary<NodePath, CdkNode> nodes = architecture.Stages[0].Nodes.ToDictionary(static n => n.Path);
        foreach (CdkNode node in nodes.Values.Where(static n => !n.Path.IsRoot))
        {
            string parent = node.Path.Parent.IsRoot ? "this" : nodes[node.Path.Parent].Field;
            writer.Line($"{node.Field} = new {node.TypeName}({parent}, this);");
        }

        CallIf("DefineNetwork", architecture.Stages.Any(static p => p.Network.Count > 0));
        CallIf("DefineSecurityGroups", architecture.Stages.Any(static p => p.SecurityGroups.Count > 0));
        HashSet<NodePath> defined = [.. architecture.Stages.SelectMany(static p => p.Nodes).Where(static n => n.Statements.Count > 0).Select(static n => n.Path)];
        PrintVariants([.. architecture.Stages.Select(static p => (p.Stage, p.Order))], "stage", (order, _) =>
        {
            foreach (NodePath path in order.Where(defined.Contains))
            {
                writer.Line((path.IsRoot ? "" : nodes[path].Field + ".") + "Define();");
            }
        }, writer);
        foreach (NodePath path in architecture.Stages.SelectMany(static p => p.Nodes).Where(static n => n.Routes.Count > 0).Select(static n => n.Path).Distinct().OrderBy(static p => p))
        {
            writer.Line((path.IsRoot ? "" : nodes[path].Field + ".") + "DefineRoutes();");
        }

        CallIf("Finish", architecture.Stages.Any(static p => p.Finish.Count > 0));

        void CallIf(string method, bool any)
        {
            if (any)
            {
                writer.Line(method + "();");
            }
        }
    }

    private static string StackProps(CdkProgram program)
    {
        string defaults = string.Join(", ", new[] { program.Stack.Name, program.Stack.Region, program.Stack.Account, program.Stack.Description }.Select(Literal));
        return $"global::ArchDsl.Runtime.StackDefaults.Apply(props, {defaults})";
    }

    private static void PrintReport(CdkArchitecture architecture, CodeWriter writer) =>
        PrintVariants([.. architecture.Stages.Select(static p => (p.Stage, p.Report))], "stage", (report, _) =>
        {
            writer.Line("Report = new global::ArchDsl.ArchitectureReport(");
            writer.Indented(() =>
            {
                writer.Line(Literal(report.Name) + ",");
                PrintLines(report.Built, ",");
                PrintLines(report.Proven, ",");
                PrintLines(report.Accepted, ",");
                PrintLines(report.Open, ",");
                PrintLines(report.Unproven, ");");
            });

            void PrintLines(EquatableArray<string> lines, string end)
            {
                if (lines.Count == 0)
                {
                    writer.Line("global::System.Array.Empty<string>()" + end);
                    return;
                }

                writer.Block("new string[]", () =>
                {
                    foreach (string line in lines)
                    {
                        writer.Line(Literal(line) + ",");
                    }
                }, "}" + end);
            }
        }, writer);

    private static void PrintMethod(string name, CdkArchitecture architecture, Func<CdkProgram, EquatableArray<CdkStatement>> statements, CodeWriter writer) =>
        PrintMethod(name, [.. architecture.Stages.Select(program => (program.Stage, statements(program)))], "StageName", "private", writer);

    /// <summary>Prints a method; where the stages differ, one for each of them and one that chooses.</summary>
    private static void PrintMethod(string name, List<(string? Stage, EquatableArray<CdkStatement> Statements)> stages, string stage, string access, CodeWriter writer)
    {
        if (stages.All(static s => s.Statements.Count == 0))
        {
            return;
        }

        writer.Line(GeneratedCode);
        if (stages.All(s => s.Statements == stages[0].Statements))
        {
            writer.Block($"{access} void {name}()", () => PrintStatements(stages[0].Statements, writer));
            writer.Line();
            return;
        }

        List<(string Method, EquatableArray<CdkStatement> Statements)> variants = [];
        writer.Block($"{access} void {name}()", () => PrintVariants(stages, stage, (statements, first) =>
        {
            string method = CdkProgramBuilder.StageMethod(name, first!);
            writer.Line(method + "();");
            variants.Add((method, statements));
        }, writer));
        writer.Line();
        foreach ((string method, EquatableArray<CdkStatement> statements) in variants)
        {
            writer.Line(GeneratedCode);
            writer.Block($"private void {method}()", () => PrintStatements(statements, writer));
            writer.Line();
        }
    }

    /// <summary>Prints what all stages share as it is, and what they do not as a choice; the default stage takes whatever is left.</summary>
    private static void PrintVariants<T>(List<(string? Stage, T Value)> stages, string stage, Action<T, string?> print, CodeWriter writer)
        where T : IEquatable<T>
    {
        if (stages.All(s => s.Value.Equals(stages[0].Value)))
        {
            print(stages[0].Value, stages[0].Stage);
            return;
        }

        writer.Block($"switch ({stage})", () =>
        {
            foreach (IGrouping<T, string?> group in stages.GroupBy(static s => s.Value, static s => s.Stage))
            {
                foreach (string? name in group)
                {
                    writer.Line($"case {Literal(name)}:");
                }

                if (group.Contains(stages[0].Stage))
                {
                    writer.Line("default:");
                }

                writer.Indented(() =>
                {
                    print(group.Key, group.First());
                    writer.Line("break;");
                });
            }
        });
    }

    private static string Choose(CdkArchitecture architecture, string stage, Func<CdkProgram, string> value)
    {
        List<(string? Stage, string Value)> values = [.. architecture.Stages.Select(program => (program.Stage, value(program)))];
        return values.All(v => v.Value == values[0].Value)
            ? values[0].Value
            : $"{stage} switch {{ {string.Join(", ", values.Skip(1).Select(static v => $"{Literal(v.Stage)} => {v.Value}"))}, _ => {values[0].Value} }}";
    }
}
