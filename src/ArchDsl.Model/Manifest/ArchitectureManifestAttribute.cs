namespace ArchDsl.Model;

/// <summary>
/// The manifest of one architecture, which the generator embeds in the assembly. Tools read it without running or loading the assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ArchitectureManifestAttribute : Attribute
{
    /// <summary>Embeds a manifest.</summary>
    /// <param name="schemaVersion">The version of the schema.</param>
    /// <param name="json">The manifest: <c>docs/manifest.schema.json</c> describes it.</param>
    public ArchitectureManifestAttribute(int schemaVersion, string json)
    {
        SchemaVersion = schemaVersion;
        Json = json;
    }

    /// <summary>The version of the schema, so that a tool can tell a newer one before it reads it.</summary>
    public int SchemaVersion { get; }

    /// <summary>The manifest.</summary>
    public string Json { get; }
}
