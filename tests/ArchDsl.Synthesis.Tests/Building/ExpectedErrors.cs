using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Building;

/// <summary>What the compiler must say about Maple Quest as it runs today.</summary>
internal static class ExpectedErrors
{
    private static string Source => Repository.File("samples", "MapleQuest.Current", "MapleQuest.cs");

    /// <summary>Asserts that a failed build says these errors, on these lines, and nothing else but the warnings about plain HTTP and a single zone.</summary>
    public static void Assert(Finished build)
    {
        Xunit.Assert.NotEqual(0, build.ExitCode);
        var found = Diagnostic.Read(build.Output);
        Xunit.Assert.Equal(
            [(LineOf("[HttpListener(80)]"), "warning", "ARCH1020"), (LineOf("[Rds("), "error", "ARCH1001"), (LineOf("[Rds("), "warning", "ARCH4001")],
            found.Select(diagnostic => (diagnostic.Line, diagnostic.Severity, diagnostic.Id)).Order());
        Xunit.Assert.All(found, diagnostic => Xunit.Assert.Equal("MapleQuest.cs", diagnostic.File));

        var message = found.Single(diagnostic => diagnostic.Id == "ARCH1001").Message;
        Xunit.Assert.Contains("Database is reachable from the internet", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("Internet -> ", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("-> Database:5432", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("Public = true", message, StringComparison.Ordinal);
        Xunit.Assert.Contains("[IsolatedSubnet]", message, StringComparison.Ordinal);
    }

    private static int LineOf(string text) => Array.FindIndex(File.ReadAllLines(Source), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
