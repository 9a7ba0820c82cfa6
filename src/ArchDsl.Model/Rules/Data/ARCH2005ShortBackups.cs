namespace ArchDsl.Model;

/// <summary>A database keeps its backups for less than a week.</summary>
internal sealed class ShortBackups : Rule
{
    // What AWS-0077 and the like ask for, and the default here.
    private const int Week = 7;

    public override string Id => "ARCH2005";

    public override string Title => "Backups are kept for less than a week";

    public override string Message => "{0} keeps its backups for {1}: a fault that is found later cannot be undone. Remove BackupRetentionDays = {2} to keep them for 7 days.";

    public override string Description => "What a bug corrupts on a Friday is often found on the Monday after a holiday; by then short backups hold the corrupted data alone.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["RDS.11", "AWS-0077"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from database in architecture.Topology.Components.OfType<DatabaseInstance>()
        where database.BackupRetentionDays is > 0 and < Week
        select new Finding(
            Id,
            new Place(database.OriginOf(nameof(RdsAttribute.BackupRetentionDays)), Cure.RemoveArgument),
            EquatableArray.Of(
                architecture.NameOf(database.Path),
                database.BackupRetentionDays == 1 ? "1 day" : $"{database.BackupRetentionDays} days",
                $"{database.BackupRetentionDays}"),
            []);
}
