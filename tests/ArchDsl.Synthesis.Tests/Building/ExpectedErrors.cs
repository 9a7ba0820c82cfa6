using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>What the compiler must say about Maple Quest as it runs today.</summary>
internal static class ExpectedErrors
{
    public static string Source => Repository.File("samples", "MapleQuest.Current", "MapleQuest.cs");

    /// <summary>Asserts that a failed build says these errors, on these lines, and nothing else.</summary>
    public static void Assert(Finished build)
    {
        Xunit.Assert.NotEqual(0, build.ExitCode);
        var line = LineOf("[Rds(");
        var found = Diagnostic.Read(build.Output);
        Xunit.Assert.Equal(
            [("MapleQuest.cs", line, "error", "ARCH1001")],
            found.Select(diagnostic => (diagnostic.File, diagnostic.Line, diagnostic.Severity, diagnostic.Id)).Order());

        var message = found[0].Message;
        Xunit.Assert.Contains("Database is reachable from the internet", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("Internet -> ", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("-> Database:5432", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("Public = true", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("[IsolatedSubnet]", message, StringComparison.Ordinal);
    }

    private static int LineOf(string text) => Array.FindIndex(File.ReadAllLines(Source), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
