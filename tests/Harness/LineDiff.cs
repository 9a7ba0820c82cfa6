using System.Text;

namespace ArchDsl.Harness;

/// <summary>A short difference by lines, for failure messages.</summary>
public static class LineDiff
{
    private const int Context = 2;
    private const int MaxLines = 60;

    /// <summary>Lines only in <paramref name="expected"/> begin with "-", lines only in <paramref name="actual"/> with "+".</summary>
    public static string Of(string expected, string actual)
    {
        var (left, right) = (expected.ReplaceLineEndings("\n").Split('\n'), actual.ReplaceLineEndings("\n").Split('\n'));
        var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = left[start..].Reverse().Zip(right[start..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

        var lines = Changes(left[start..^end], right[start..^end]);
        var shown = left[Math.Max(0, start - Context)..start].Select(l => "  " + l)
            .Concat(lines.Take(MaxLines))
            .Concat(lines.Count > MaxLines ? [$"  ... {lines.Count - MaxLines} more lines"] : [])
            .Concat(left[^end..].Take(Context).Select(l => "  " + l));
        return new StringBuilder().Append("  @ line ").Append(start + 1).Append('\n').AppendJoin('\n', shown).ToString();
    }

    private static List<string> Changes(string[] left, string[] right)
    {
        // Longest common subsequence; where it would be costly, nobody reads the difference line by line anyway.
        if ((long)left.Length * right.Length > 4_000_000)
        {
            return [.. left.Select(l => "- " + l), .. right.Select(r => "+ " + r)];
        }

        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<string>();
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add("  " + left[i++]);
                j++;
            }
            else if (i < left.Length && (j == right.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("- " + left[i++]);
            }
            else
            {
                lines.Add("+ " + right[j++]);
            }
        }

        return lines;
    }
}
