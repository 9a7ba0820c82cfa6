namespace ArchDsl.Model;

/// <summary>A click terminates an instance.</summary>
internal sealed class NoTerminationProtection : Rule
{
    public override string Id => "ARCH4031";

    public override string Title => "An instance without termination protection";

    public override string Message => "{0} can be terminated with one call, and its disk with it. Set TerminationProtection = true, unless everything on it can be made again.";

    public override string Description => "An instance that no group replaces is gone when somebody terminates the wrong one.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-EC29"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from instance in architecture.Topology.Components.OfType<Instance>()
        where !instance.TerminationProtection
        select new Finding(Id, new Place(instance.OriginOf(nameof(Ec2Attribute.TerminationProtection)), Cure.SetArgument, "TerminationProtection = true"), EquatableArray.Of(architecture.NameOf(instance.Path)), []);
}
