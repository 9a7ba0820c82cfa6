namespace ArchDsl.Model;

/// <summary>A data store runs on a version of its engine that AWS has deprecated.</summary>
internal sealed class DeprecatedVersion : Rule
{
    public override string Id => "ARCH4020";

    public override string Title => "AWS has deprecated the engine version";

    public override string Message => "{0} runs on {1} {2}, which AWS has deprecated: it gets no more fixes, or costs extra, and AWS may refuse to create it anew. Take {3}.";

    public override string Description => "A deprecated version has known holes, is upgraded by force in the end, and cannot be relied on when the stack has to be created anew.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["W3691"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        let engine = component switch
        {
            DatabaseInstance database => EngineVersions.Of(database.Engine),
            CacheReplicationGroup cache => EngineVersions.Of(cache.Engine),
            _ => null,
        }
        let version = (component as DatabaseInstance)?.Version ?? (component as CacheReplicationGroup)?.Version
        where engine?.Find(version) == EngineVersion.Deprecated
        select At(
            component.OriginOf(nameof(RdsAttribute.Version)),
            architecture.NameOf(component.Path),
            engine.Name,
            version,
            engine.InsteadOf(version));
}
