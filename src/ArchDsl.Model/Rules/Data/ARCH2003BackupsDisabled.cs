namespace ArchDsl.Model;

/// <summary>A database or a table has no backups.</summary>
internal sealed class BackupsDisabled : Rule
{
    public override string Id => "ARCH2003";

    public override string Title => "Backups are disabled";

    public override string Message => "{0} keeps no backups: what is deleted or corrupted is lost. Remove {1} to keep them for {2} days.";

    public override string Description => "Without automatic backups there is no restore to a point in time, neither after a mistake nor after ransomware.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs =>
    [
        "RDS.11", "AwsSolutions-RDS13", "NIST.800.53.R5-RDSInstanceBackupEnabled", "CKV_AWS_133", "W75", "CT.RDS.PR.8",
        "DynamoDB.2", "AwsSolutions-DDB3", "NIST.800.53.R5-DynamoDBPITREnabled", "CKV_AWS_28", "AWS-0024", "W78", "CT.DYNAMODB.PR.1",
    ];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from component in architecture.Topology.Components
        where component is DatabaseInstance { BackupRetentionDays: 0 } or Table { PointInTimeRecovery: false }
        let table = component is Table
        select new Finding(
            Id,
            new Place(component.OriginOf(table ? nameof(DynamoDbAttribute.PointInTimeRecovery) : nameof(RdsAttribute.BackupRetentionDays)), Cure.RemoveArgument),
            EquatableArray.Of(
                architecture.NameOf(component.Path),
                table ? "PointInTimeRecovery = false" : "BackupRetentionDays = 0",
                table ? "35" : "7"),
            []);
}
