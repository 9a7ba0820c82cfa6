namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>Reverses the members of each class of a sample, by the samples' own layout: four spaces a level, one class a member.</summary>
internal static class Members
{
    public static string Reversed(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var (open, close) = (Array.IndexOf(lines, "{"), Array.LastIndexOf(lines, "}"));
        return string.Join('\n', [.. lines[..(open + 1)], .. Reversed(lines[(open + 1)..close], "    "), .. lines[close..]]);
    }

    private static IEnumerable<string> Reversed(string[] body, string indent)
    {
        var members = new List<List<string>> { new() };
        foreach (var line in body)
        {
            members[^1].Add(line);
            if (line == $"{indent}}}" || (line.StartsWith($"{indent}public partial class ", StringComparison.Ordinal) && line.EndsWith(';')))
            {
                members.Add([]);
            }
        }

        members.Reverse();
        return members.SelectMany(member =>
        {
            var (open, close) = (member.IndexOf($"{indent}{{"), member.LastIndexOf($"{indent}}}"));
            return open < 0 ? member : [.. member[..(open + 1)], .. Reversed([.. member[(open + 1)..close]], $"{indent}    "), .. member[close..]];
        });
    }
}
