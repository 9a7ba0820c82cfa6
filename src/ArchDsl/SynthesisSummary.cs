using System.Globalization;
using System.Text.Json;

namespace ArchDsl;

/// <summary>The few lines that a program prints after synthesis.</summary>
internal static class SynthesisSummary
{
    public static void Write(TextWriter writer, string templatePath, ArchitectureReport? report)
    {
        var name = report?.Name ?? Path.GetFileName(templatePath);
        var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), templatePath);
        var count = CountResources(templatePath);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} {(count == 1 ? "resource" : "resources")} in {path}"));
        if (report is null)
        {
            return;
        }

        WriteList(writer, "Built", report.Built);
        WriteList(writer, "Proven", report.Proven);
        WriteList(writer, "Accepted", report.Accepted);
        WriteList(writer, "Open", report.Open);
        WriteList(writer, "Not proven", report.Unproven);
    }

    private static void WriteList(TextWriter writer, string title, IReadOnlyList<string> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"  {title}");
        foreach (var entry in entries)
        {
            writer.WriteLine($"    {entry}");
        }
    }

    private static int CountResources(string templatePath)
    {
        using var template = JsonDocument.Parse(File.ReadAllBytes(templatePath));
        return template.RootElement.TryGetProperty("Resources", out var resources) ? resources.EnumerateObject().Count() : 0;
    }
}
