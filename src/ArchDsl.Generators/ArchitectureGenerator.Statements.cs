using ArchDsl.Model;

namespace ArchDsl.Generators;

/// <inheritdoc/>
partial class ArchitectureGenerator
{
    private static void PrintStatements(IEnumerable<CdkStatement> statements, CodeWriter writer)
    {
        CdkStatement? previous = null;
        foreach (CdkStatement statement in statements)
        {
            if (previous is not null and not CdkRun || previous is CdkRun && statement is CdkConstruct)
            {
                writer.Line();
            }

            PrintStatement(statement, writer);
            previous = statement;
        }
    }

    private static void PrintStatement(CdkStatement statement, CodeWriter writer)
    {
        switch (statement)
        {
            case CdkRun run:
                PrintValue("", run.Call, ";", writer);
                break;
            case CdkLet let:
                PrintValue($"var {let.Variable} = ", let.Value, ";", writer);
                break;
            case CdkSet set:
                PrintValue(set.Target + " = ", set.Value, ";", writer);
                break;
            case CdkConstruct construct:
                PrintConstruct(construct, writer);
                break;
        }
    }

    private static void PrintConstruct(CdkConstruct construct, CodeWriter writer)
    {
        string target = construct.Target is null ? "" : (construct.IsLocal ? "var " : "") + construct.Target + " = ";
        string call = $"{target}{construct.Maker}({construct.Scope}, {Literal(construct.Id)}";
        if (construct.HookType is not null)
        {
            string props = char.ToLowerInvariant(construct.Id[0]) + construct.Id.Substring(1) + "Props";
            PrintValue($"var {props} = ", construct.Props!, ";", writer);
            writer.Line($"Configure({props});");
            writer.Line($"{call}, {props});");
            writer.Line($"Created({construct.Target});");
        }
        else if (construct.Props is { } value)
        {
            PrintValue(call + ", ", value, ");", writer);
        }
        else
        {
            writer.Line(call + ");");
        }
    }

    /// <summary>Prints an expression between what stands before and behind it: on one line where it is short, else broken at its braces.</summary>
    private static void PrintValue(string before, CdkValue value, string after, CodeWriter writer)
    {
        if (OneLine(value) is { } line)
        {
            writer.Line(before + line + after);
            return;
        }

        switch (value)
        {
            case CdkObject item:
                writer.Block($"{before}new {item.Type}", () => PrintEntries(item.Members, static name => name), "}" + after);
                break;
            case CdkMap map:
                writer.Block($"{before}new global::System.Collections.Generic.Dictionary<string, {map.ValueType}>", () => PrintEntries(map.Entries, static name => $"[{Literal(name)}]"), "}" + after);
                break;
            case CdkList list:
                writer.Block($"{before}new {list.ElementType}[]", () =>
                {
                    foreach (CdkValue item in list.Items)
                    {
                        PrintValue("", item, ",", writer);
                    }
                }, "}" + after);
                break;
            case CdkCall call:
                PrintArguments(before + call.Target + "(", call.Arguments, ")" + after, writer);
                break;
        }

        void PrintEntries(EquatableArray<CdkMember> members, Func<string, string> key)
        {
            foreach (CdkMember member in members)
            {
                PrintValue(key(member.Name) + " = ", member.Value, ",", writer);
            }
        }
    }

    // The last argument may break over lines; those before it are values that never do.
    private static void PrintArguments(string before, EquatableArray<CdkValue> arguments, string after, CodeWriter writer)
    {
        string head = before;
        for (int i = 0; i < arguments.Count - 1; i++)
        {
            head += (OneLine(arguments[i], int.MaxValue) ?? throw new InvalidOperationException($"An argument of {before} breaks over lines, and is not the last.")) + ", ";
        }

        PrintValue(head, arguments[arguments.Count - 1], after, writer);
    }

    private static string? OneLine(CdkValue value, int width = 120)
    {
        string? text = value switch
        {
            CdkCode code => code.Source,
            CdkCall call => Join(call.Arguments) is { } arguments ? $"{call.Target}({arguments})" : null,
            CdkList { Items.Count: 0 } list => $"new {list.ElementType}[0]",
            CdkList list => Join(list.Items) is { } items ? $"new {list.ElementType}[] {{ {items} }}" : null,
            CdkObject { Members.Count: 0 } empty => $"new {empty.Type}()",
            CdkObject { Members.Count: <= 2 } small => Join(small.Members.Select(static m => m.Value)) is { } ? $"new {small.Type} {{ {string.Join(", ", small.Members.Select(static m => $"{m.Name} = {OneLine(m.Value)}"))} }}" : null,
            _ => null,
        };
        return value is CdkCode || text?.Length <= width ? text : null;
    }

    private static string? Join(IEnumerable<CdkValue> values)
    {
        string?[] items = [.. values.Select(static v => OneLine(v))];
        return items.Contains(null) ? null : string.Join(", ", items);
    }
}
