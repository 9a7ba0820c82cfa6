namespace ArchDsl.Model;

/// <summary>A data store listens on the default port of its engine.</summary>
internal sealed class DefaultPort : Rule
{
    public override string Id => "ARCH5010";

    public override string Title => "A data store listens on a default port";

    public override string Message => "{0} listens on {1}, the port that is tried first. Set Port to another if your policy asks for it; what keeps others out are the subnets and the security group.";

    public override string Description => "Another port keeps out the simplest of scans, and nobody else.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["RDS.23", "AwsSolutions-RDS11", "CT.RDS.PR.20", "AwsSolutions-AEC5"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        let port = component switch
        {
            DatabaseInstance database => DatabaseInstance.DefaultPort(database.Engine),
            CacheReplicationGroup => new ElastiCacheAttribute().Port,
            _ => 0,
        }
        where component.Ports.Contains(PortRange.Tcp(port))
        select At(component.OriginOf(nameof(RdsAttribute.Port)), architecture.NameOf(component.Path), $"{port}");
}
