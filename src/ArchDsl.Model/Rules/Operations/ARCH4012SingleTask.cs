namespace ArchDsl.Model;

/// <summary>A service runs one task or none.</summary>
internal sealed class SingleTask : Rule
{
    public override string Id => "ARCH4012";

    public override string Title => "A service runs one task or none";

    public override string Message => "{0} may run {1}. Say {2}.";

    public override string Description => "A task ends for many reasons, from a fault of its own to the loss of its zone; another one in another zone answers until it is replaced.";

    public override Severity Severity => Severity.Info;

    // One in each of two zones.
    private const int Enough = 2;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from service in architecture.Topology.Components.OfType<FargateService>()
        where service.LeastTasks < Enough
        select new Finding(
            Id,
            service.AutoScaling is { } scaling
                ? new Place(scaling.Origin, Cure.SetArgument, $"Min = {Enough}")
                : new Place(service.OriginOf(nameof(FargateAttribute.DesiredCount)), Cure.SetArgument, $"DesiredCount = {Enough}"),
            EquatableArray.Of(
                architecture.NameOf(service.Path),
                service.LeastTasks > 0 ? "a single task: when it fails, or its zone does, nobody answers until another one has started"
                : service.AutoScaling is null ? "no task: nobody answers"
                : "no task: then there is no utilisation to measure, and scaling never starts one",
                service.AutoScaling is null ? $"DesiredCount = {Enough}" : $"[AutoScale(Min = {Enough})]"),
            []);
}
