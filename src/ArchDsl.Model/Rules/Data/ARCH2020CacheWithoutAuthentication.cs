namespace ArchDsl.Model;

/// <summary>A cache asks nobody for a token.</summary>
internal sealed class CacheWithoutAuthentication : Rule
{
    public override string Id => "ARCH2020";

    public override string Title => "A cache without authentication";

    public override string Message => "{0} asks for no token: whoever gets a connection reads and writes everything in it. Set Auth = true; users get the token in {1}.";

    public override string Description => "The security group is then the only barrier in front of sessions and cached data.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["ElastiCache.6", "AwsSolutions-AEC6", "CKV_AWS_31", "CT.ELASTICACHE.PR.7", "CT.ELASTICACHE.PR.8"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from cache in architecture.Topology.Components.OfType<CacheReplicationGroup>()
        where !cache.Auth
        select new Finding(
            Id,
            new Place(cache.OriginOf(nameof(ElastiCacheAttribute.Auth)), Cure.SetArgument, "Auth = true"),
            EquatableArray.Of(architecture.NameOf(cache.Path), VariableName.Of(cache.Path, "AUTH_TOKEN")),
            []);
}
