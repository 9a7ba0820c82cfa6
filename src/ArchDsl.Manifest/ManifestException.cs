namespace ArchDsl.Manifest;

/// <summary>A manifest could not be read. The message says what to do.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="message">The message.</param>
/// <param name="inner">What happened, or null.</param>
public sealed class ManifestException(ManifestFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public ManifestFault Fault { get; } = fault;
}

/// <summary>Why a manifest could not be read.</summary>
public enum ManifestFault
{
    /// <summary>There is no file, or it is no .NET assembly.</summary>
    NoAssembly,

    /// <summary>There is no architecture in the assembly.</summary>
    NoArchitecture,

    /// <summary>Another version of ArchDsl built the assembly, whose manifests have another form.</summary>
    OtherSchema,

    /// <summary>The manifest is broken.</summary>
    Unreadable,
}
