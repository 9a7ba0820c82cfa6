namespace ArchDsl.Model;

/// <summary>A cluster is declared that runs nothing.</summary>
internal sealed class ClusterWithoutTasks : Rule
{
    public override string Id => "ARCH4051";

    public override string Title => "An ECS cluster runs nothing";

    public override string Message => "[EcsCluster] on {0} runs nothing, and is left out: no [Fargate] in {0} belongs to it. Remove it, or move it to a class around the services that are meant.";

    public override string Description =>
        "A cluster belongs to the tasks of its class and of the classes nested in it. One without tasks is a sign that it stands on the wrong class.";

    public override Severity Severity => Severity.Info;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from cluster in architecture.Topology.IdleClusters
        select new Finding(Id, new Place(cluster, Cure.RemoveAttribute), EquatableArray.Of(architecture.NameOf(cluster.Node)), []);
}
