namespace ArchDsl.Model;

/// <summary>A database has no backups.</summary>
internal sealed class BackupsDisabled : Rule
{
    public override string Id => "ARCH2003";

    public override string Title => "Backups are disabled";

    public override string Message => "{0} keeps no backups: what is deleted or corrupted is lost. Remove BackupRetentionDays = 0 to keep them for 7 days.";

    public override string Description => "Without automatic backups there is no restore to a point in time, neither after a mistake nor after ransomware.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
        ["AwsSolutions-RDS13", "NIST.800.53.R5-RDSInstanceBackupEnabled", "CKV_AWS_133", "W75", "CT.RDS.PR.8"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from database in architecture.Topology.Components.OfType<DatabaseInstance>()
        where database.BackupRetentionDays == 0
        select new Finding(
            Id,
            new Place(database.OriginOf(nameof(RdsAttribute.BackupRetentionDays)), Cure.RemoveArgument),
            EquatableArray.Of(architecture.NameOf(database.Path)),
            []);
}
