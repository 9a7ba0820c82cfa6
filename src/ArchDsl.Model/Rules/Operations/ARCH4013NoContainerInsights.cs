namespace ArchDsl.Model;

/// <summary>Nobody sees how the tasks of a cluster are.</summary>
internal sealed class NoContainerInsights : Rule
{
    public override string Id => "ARCH4013";

    public override string Title => "Container Insights is off";

    public override string Message => "The tasks of {0} are not measured: nobody sees which of them fail or run out of memory. Remove ContainerInsights = false.";

    public override string Description => "Container Insights counts tasks, restarts, memory and traffic for each service; alarms on failing tasks need it.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["ECS.12", "AwsSolutions-ECS4", "CKV_AWS_65", "AWS-0034", "CT.ECS.PR.2"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from cluster in architecture.Topology.Clusters
        where !cluster.ContainerInsights
        select new Finding(Id, new Place(cluster.Origin, Cure.RemoveArgument), EquatableArray.Of(architecture.NameOf(cluster.Path)), []);
}
