namespace ArchDsl.Model;

/// <summary>A database or a table is deleted with its data.</summary>
internal sealed class DeletionProtectionOff : Rule
{
    public override string Id => "ARCH2004";

    public override string Title => "Deletion protection is off";

    public override string Message => "{0} is deleted with all its data when it leaves the stack: [Removal(Removal.Destroy)] turns deletion protection off. Remove it, and {1}.";

    public override string Description => "A renamed class, a deleted stack or a wrong click then takes the data along, and nothing asks first.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
        ["RDS.8", "AwsSolutions-RDS10", "NIST.800.53.R5-RDSInstanceDeletionProtectionEnabled", "CKV_AWS_139", "CKV_AWS_293", "AWS-0177", "AWS-0343", "F80", "CT.RDS.PR.3"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        where component is DatabaseInstance or Table && component.Removal == Removal.Destroy
        select new Finding(
            Id,
            new Place(component.RemovalOrigin, Cure.RemoveAttribute),
            EquatableArray.Of(architecture.NameOf(component.Path), component is Table ? "the table stays" : "a last snapshot stays"),
            []);
}
