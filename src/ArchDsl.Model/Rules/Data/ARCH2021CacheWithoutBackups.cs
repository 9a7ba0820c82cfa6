namespace ArchDsl.Model;

/// <summary>A cache keeps no snapshots.</summary>
internal sealed class CacheWithoutBackups : Rule
{
    public override string Id => "ARCH2021";

    public override string Title => "A cache without snapshots";

    public override string Message => "{0} keeps no snapshots: after a failure it begins empty. Remove SnapshotRetentionDays = 0 to keep one, which costs nothing.";

    public override string Description => "A cache that begins empty sends all its load to what stands behind it, and sessions are gone.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs =>
        ["ElastiCache.1", "NIST.800.53.R5-ElastiCacheRedisClusterAutomaticBackup", "CKV_AWS_134", "AWS-0050", "CT.ELASTICACHE.PR.1"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from cache in architecture.Topology.Components.OfType<CacheReplicationGroup>()
        where cache.SnapshotRetentionDays == 0
        select new Finding(
            Id,
            new Place(cache.OriginOf(nameof(ElastiCacheAttribute.SnapshotRetentionDays)), Cure.RemoveArgument),
            EquatableArray.Of(architecture.NameOf(cache.Path)),
            []);
}
