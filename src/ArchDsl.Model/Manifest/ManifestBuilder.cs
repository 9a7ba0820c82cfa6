namespace ArchDsl.Model;

/// <summary>Says in plain records what an architecture is and what is known of it.</summary>
public static class ManifestBuilder
{
    /// <summary>The manifest of an architecture in all its stages, as JSON.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <param name="sources">Where its classes stand.</param>
    /// <returns>The text; null where nothing is generated of the architecture, because its root cannot become a stack.</returns>
    public static string? Json(ArchitectureDeclaration declaration, EquatableArray<ManifestSource> sources) =>
        Build(declaration, sources) is { } manifest ? ManifestJson.Write(manifest) : null;

    /// <summary>The manifest of an architecture in all its stages.</summary>
    /// <inheritdoc cref="Json"/>
    public static ArchitectureManifest? Build(ArchitectureDeclaration declaration, EquatableArray<ManifestSource> sources)
    {
        List<AnalyzedArchitecture> stages = [.. Stages.Of(declaration).Select(stage => new AnalyzedArchitecture(declaration, stage))];
        return stages.All(CdkProgramBuilder.CanBuild)
            ? new ArchitectureManifest(
                ArchitectureManifest.CurrentSchemaVersion,
                stages[0].Topology.Stack.Name ?? declaration.Root.Name,
                declaration.Root.TypeName.Substring("global::".Length).Replace("@", ""),
                stages.Select(static stage => StageManifestBuilder.Build(stage)).ToEquatableArray(),
                sources)
            : null;
    }
}
