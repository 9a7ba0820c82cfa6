using System.Text.Json;
using System.Text.Json.Serialization;
using ArchDsl.Manifest;

namespace ArchDsl.Cli;

/// <summary>Results as JSON: names and enumerations as in manifests, nothing for null.</summary>
internal static class ToolJson
{
    private static readonly JsonSerializerOptions Options = new(ManifestReader.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(object result) => JsonSerializer.Serialize(result, Options).ReplaceLineEndings("\n") + "\n";
}
