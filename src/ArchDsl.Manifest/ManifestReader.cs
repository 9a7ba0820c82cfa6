using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ArchDsl.Model;

namespace ArchDsl.Manifest;

/// <summary>Reads the manifests of the architectures in a built assembly. The assembly is neither loaded nor run.</summary>
public static class ManifestReader
{
    /// <summary>How manifests stand in JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new EquatableArrayConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowMissing } },
    };

    /// <summary>Reads the manifests of an assembly, by the names of their classes.</summary>
    /// <param name="path">The assembly.</param>
    /// <exception cref="ManifestException">There is no such assembly, or no architecture in it, or one of another version of ArchDsl.</exception>
    public static IReadOnlyList<ArchitectureManifest> Read(string path)
    {
        FileStream stream;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ManifestException(ManifestFault.NoAssembly, $"{path} cannot be read: {exception.Message}", exception);
        }

        using (stream)
        {
            return Read(stream, Path.GetFileName(path));
        }
    }

    /// <summary>Reads the manifests of an assembly, by the names of their classes.</summary>
    /// <param name="assembly">The assembly's bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ManifestException">It is no assembly, or has no architecture in it, or one of another version of ArchDsl.</exception>
    public static IReadOnlyList<ArchitectureManifest> Read(Stream assembly, string name)
    {
        List<(int SchemaVersion, string Json)> texts = Texts(assembly, name);
        if (texts.Count == 0)
        {
            throw new ManifestException(ManifestFault.NoArchitecture, $"There is no architecture in {name}. It is built from a project that references ArchDsl and has a class with an attribute such as [Architecture] or [Vpc].");
        }

        return [.. texts.Select(text => Parse(text.SchemaVersion, text.Json, name)).OrderBy(static manifest => manifest.TypeName, StringComparer.Ordinal)];
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="JsonException">The text is no manifest.</exception>
    public static ArchitectureManifest Parse(string json) =>
        JsonSerializer.Deserialize<ArchitectureManifest>(json, Options) ?? throw new JsonException("The text is null.");

    /// <summary>Reads a manifest of a known version.</summary>
    /// <param name="schemaVersion">The version of its form.</param>
    /// <param name="json">The JSON text.</param>
    /// <param name="name">What messages call the assembly that it is of.</param>
    /// <exception cref="ManifestException">It is of another version, or no manifest.</exception>
    public static ArchitectureManifest Parse(int schemaVersion, string json, string name)
    {
        if (schemaVersion != ArchitectureManifest.CurrentSchemaVersion)
        {
            string versions = $"its manifest has the version {schemaVersion}, and what reads it here knows {ArchitectureManifest.CurrentSchemaVersion}";
            throw schemaVersion > ArchitectureManifest.CurrentSchemaVersion
                ? new ManifestException(ManifestFault.OtherSchema, $"{name} was built with a newer version of ArchDsl: {versions}. Update the tool archdsl, or the package ArchDsl.Testing.")
                : new ManifestException(ManifestFault.OtherSchema, $"{name} was built with an older version of ArchDsl: {versions}. Update the package ArchDsl, and build it again.");
        }

        try
        {
            return Parse(json);
        }
        catch (JsonException exception)
        {
            throw new ManifestException(ManifestFault.Unreadable, $"The manifest in {name} cannot be read: {exception.Message}", exception);
        }
    }

    private static List<(int SchemaVersion, string Json)> Texts(Stream assembly, string name)
    {
        try
        {
            using PEReader file = new(assembly, PEStreamOptions.LeaveOpen);
            if (!file.HasMetadata)
            {
                throw new ManifestException(ManifestFault.NoAssembly, $"{name} is no .NET assembly.");
            }

            MetadataReader metadata = file.GetMetadataReader();
            List<(int, string)> texts = [];
            foreach (CustomAttributeHandle handle in metadata.IsAssembly ? metadata.GetAssemblyDefinition().GetCustomAttributes() : [])
            {
                CustomAttribute attribute = metadata.GetCustomAttribute(handle);
                if (IsManifest(attribute, metadata))
                {
                    BlobReader value = metadata.GetBlobReader(attribute.Value);
                    value.ReadUInt16();
                    int schemaVersion = value.ReadInt32();
                    texts.Add((schemaVersion, value.ReadSerializedString() ?? ""));
                }
            }

            return texts;
        }
        catch (BadImageFormatException exception)
        {
            throw new ManifestException(ManifestFault.NoAssembly, $"{name} is no .NET assembly.", exception);
        }
    }

    private static bool IsManifest(CustomAttribute attribute, MetadataReader metadata)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return false;
        }

        System.Reflection.Metadata.TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, nameof(ArchitectureManifestAttribute))
            && metadata.StringComparer.Equals(type.Namespace, typeof(ArchitectureManifestAttribute).Namespace!);
    }

    // What is null or an empty list stands in no manifest.
    private static void AllowMissing(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            property.IsRequired = false;
        }
    }
}
