using System.Text;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>An attribute of a random architecture.</summary>
/// <param name="Name">The name as it is written, with the type argument of an edge: <c>Uses&lt;Shop.Data&gt;</c>.</param>
/// <param name="Arguments">The arguments as they are written, named ones last.</param>
internal sealed record DraftAttribute(string Name, params string[] Arguments)
{
    public override string ToString() => Arguments.Length == 0 ? $"[{Name}]" : $"[{Name}({string.Join(", ", Arguments)})]";
}

/// <summary>A class of a random architecture, in a form that can be made smaller.</summary>
/// <param name="Name">The class name.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Children">The classes in it.</param>
internal sealed record Draft(string Name, IReadOnlyList<DraftAttribute> Attributes, IReadOnlyList<Draft> Children)
{
    /// <summary>The number of classes, attributes and arguments.</summary>
    public int Size => 1 + Attributes.Sum(static a => 1 + a.Arguments.Length) + Children.Sum(static c => c.Size);

    /// <summary>The same with something left out: a class, an attribute or an argument. The largest parts come first.</summary>
    public IEnumerable<Draft> Smaller()
    {
        for (int i = 0; i < Children.Count; i++)
        {
            yield return this with { Children = Without(Children, i) };
        }

        for (int i = 0; i < Attributes.Count; i++)
        {
            yield return this with { Attributes = Without(Attributes, i) };
        }

        for (int i = 0; i < Children.Count; i++)
        {
            foreach (Draft child in Children[i].Smaller())
            {
                yield return this with { Children = With(Children, i, child) };
            }
        }

        for (int i = 0; i < Attributes.Count; i++)
        {
            for (int j = Attributes[i].Arguments.Length - 1; j >= 0; j--)
            {
                yield return this with { Attributes = With(Attributes, i, Attributes[i] with { Arguments = [.. Without(Attributes[i].Arguments, j)] }) };
            }
        }
    }

    /// <summary>The source file of the architecture.</summary>
    public string Source(string space)
    {
        StringBuilder text = new($"using ArchDsl;\n\nnamespace {space};\n\n");
        Write(text, "");
        return text.ToString();
    }

    /// <summary>The same architecture with each class of the first level in a file of its own.</summary>
    public IReadOnlyList<(string Path, string Text)> Files(string space) =>
    [
        ($"{Name}.cs", (this with { Children = [] }).Source(space)),
        .. Children.Select(child => ($"{child.Name}.cs", new Draft(Name, [], [child]).Source(space))),
    ];

    private void Write(StringBuilder text, string indent)
    {
        foreach (DraftAttribute attribute in Attributes)
        {
            text.Append(indent).Append(attribute).Append('\n');
        }

        text.Append(indent).Append("public partial class ").Append(Name);
        if (Children.Count == 0)
        {
            text.Append(";\n");
            return;
        }

        text.Append('\n').Append(indent).Append("{\n");
        for (int i = 0; i < Children.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n");
            Children[i].Write(text, indent + "    ");
        }

        text.Append(indent).Append("}\n");
    }

    private static List<T> Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    private static List<T> With<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
