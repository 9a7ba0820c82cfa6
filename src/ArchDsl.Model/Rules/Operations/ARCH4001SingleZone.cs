namespace ArchDsl.Model;

/// <summary>A data store runs in one availability zone.</summary>
internal sealed class SingleZone : Rule
{
    public override string Id => "ARCH4001";

    public override string Title => "A data store runs in one availability zone";

    public override string Message => "{0} runs in one availability zone: when that fails, so does everything that needs {0}. Set {1} for a standby in another zone, which costs as much again.";

    public override string Description => "Zones fail, and instances are patched: without a standby the data store is away for as long as that takes.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
    [
        "RDS.5", "ElastiCache.3", "AwsSolutions-RDS3", "NIST.800.53.R5-RDSMultiAZSupport", "CKV_AWS_157", "CT.RDS.PR.1",
        "AwsSolutions-AEC4", "CKV2_AWS_50", "CT.ELASTICACHE.PR.3",
    ];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        let network = component.Placement is { } placement ? architecture.Topology.Network(placement.Network) : null
        let oneZone = component is CacheReplicationGroup { Nodes: > 1 } && network?.AvailabilityZones == 1
        where component is DatabaseInstance { MultiAz: false } or CacheReplicationGroup { Nodes: 1 } || oneZone
        let cache = component is CacheReplicationGroup
        let change = oneZone ? "AvailabilityZones = 2" : cache ? "Nodes = 2" : "MultiAz = true"
        select new Finding(
            Id,
            new Place(component.OriginOf(cache ? nameof(ElastiCacheAttribute.Nodes) : nameof(RdsAttribute.MultiAz)), oneZone ? Cure.None : Cure.SetArgument, change),
            EquatableArray.Of(architecture.NameOf(component.Path), change),
            []);
}
