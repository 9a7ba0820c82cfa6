namespace ArchDsl.Model;

/// <summary>The master user of a database has the name that everybody tries first.</summary>
internal sealed class DefaultAdminName : Rule
{
    public override string Id => "ARCH2007";

    public override string Title => "The master user has a default name";

    public override string Message => "The master user of {0} is called '{1}', as everywhere: half of the credentials is known. Remove Username = \"{1}\" before the first deployment; later the change replaces the database.";

    public override string Description => "Password guessing begins with the names that the console proposes.";

    public override Severity Severity => Severity.Info;

    public override IReadOnlyList<string> KnownAs => ["RDS.25", "CT.RDS.PR.21"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from database in architecture.Topology.Components.OfType<DatabaseInstance>()
        where database.Username == (database.Engine == Engine.Postgres ? "postgres" : "admin")
        select new Finding(
            Id,
            new Place(database.OriginOf(nameof(RdsAttribute.Username)), Cure.RemoveArgument),
            EquatableArray.Of(architecture.NameOf(database.Path), database.Username),
            []);
}
