namespace ArchDsl.Model;

/// <summary>An instance is measured every five minutes alone.</summary>
internal sealed class NoDetailedMonitoring : Rule
{
    public override string Id => "ARCH4030";

    public override string Title => "An instance without detailed monitoring";

    public override string Message => "{0} is measured every five minutes alone: a short overload shows nowhere. Set DetailedMonitoring = true to measure it each minute, for a price.";

    public override string Description => "Alarms and graphs see no more than the interval at which an instance is measured.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-EC28", "CKV_AWS_126", "CT.EC2.PR.13"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from instance in architecture.Topology.Components.OfType<Instance>()
        where !instance.DetailedMonitoring
        select new Finding(Id, new Place(instance.OriginOf(nameof(Ec2Attribute.DetailedMonitoring)), Cure.SetArgument, "DetailedMonitoring = true"), EquatableArray.Of(architecture.NameOf(instance.Path)), []);
}
