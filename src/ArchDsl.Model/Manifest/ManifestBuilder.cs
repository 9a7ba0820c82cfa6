namespace ArchDsl.Model;

/// <summary>Says in plain records what an architecture is and what is known of it.</summary>
public static class ManifestBuilder
{
    /// <summary>The manifest of an architecture, without the places of its classes.</summary>
    /// <param name="stages">The architecture in each of its stages.</param>
    /// <param name="cancellation">Stops before the next stage.</param>
    /// <returns>The manifest; null where nothing is generated of the architecture, because its root cannot become a stack.</returns>
    public static ArchitectureManifest? Build(IReadOnlyList<AnalyzedArchitecture> stages, CancellationToken cancellation)
    {
        if (!stages.All(CdkProgramBuilder.CanBuild))
        {
            return null;
        }

        List<ManifestStage> built = [];
        foreach (AnalyzedArchitecture stage in stages)
        {
            cancellation.ThrowIfCancellationRequested();
            built.Add(StageManifestBuilder.Build(stage));
        }

        NodeDeclaration root = stages[0].Declaration.Root;
        return new ArchitectureManifest(
            ArchitectureManifest.CurrentSchemaVersion,
            stages[0].Topology.Stack.Name ?? root.Name,
            root.TypeName.Substring("global::".Length).Replace("@", ""),
            built.ToEquatableArray(),
            []);
    }
}
