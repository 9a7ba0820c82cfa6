using System.Text;

namespace ArchDsl.Generators;

/// <summary>Writes indented lines that end in a line feed on every operating system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int indentation;

    /// <summary>Writes a line; an empty one without indentation.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', indentation * 4).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>Writes a line and a block in braces below it.</summary>
    public void Block(string head, Action body, string end = "}")
    {
        Line(head);
        Line("{");
        Indented(body);
        Line(end);
    }

    /// <summary>Writes lines one step further in.</summary>
    public void Indented(Action body)
    {
        indentation++;
        body();
        indentation--;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
