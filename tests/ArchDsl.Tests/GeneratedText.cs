using ArchDsl.Harness;

namespace ArchDsl.Tests;

/// <summary>Files of the repository that are written, in part, from the table of rules. ARCHDSL_UPDATE_SNAPSHOTS=1 writes them anew, except in CI.</summary>
internal static class GeneratedText
{
    /// <summary>Compares a file with what it would be if it were written now.</summary>
    /// <param name="path">The path from the root of the repository.</param>
    /// <param name="write">Makes the present text from the one that is there.</param>
    public static void Matches(string path, Func<string, string> write)
    {
        string file = Path.Combine(Repository.Root, path);
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        string present = write(text);
        if (text != present && Environment.GetEnvironmentVariable("ARCHDSL_UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(file, present);
            return;
        }

        Assert.True(text == present, $"{path} is stale. Write it anew with ARCHDSL_UPDATE_SNAPSHOTS=1.\n{LineDiff.Of(text, present)}");
    }

    /// <summary>A text with other rows in the first of its tables that has a certain line below its head.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">The line between head and rows.</param>
    /// <param name="rows">The rows.</param>
    public static string WithRows(string text, string separator, IEnumerable<string> rows)
    {
        List<string> lines = [.. text.Split('\n')];
        int first = lines.IndexOf(separator) + 1;
        Assert.True(first > 0, $"There is no table with '{separator}'.");
        int end = lines.FindIndex(first, static line => !line.Contains('|', StringComparison.Ordinal));
        lines.RemoveRange(first, end - first);
        lines.InsertRange(first, rows);
        return string.Join('\n', lines);
    }
}
