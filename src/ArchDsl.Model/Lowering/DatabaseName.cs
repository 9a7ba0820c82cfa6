using System.Text.RegularExpressions;

namespace ArchDsl.Model;

/// <summary>Names in a database: its first database and its master user.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">AWS</see> gives lengths and characters, and refuses words that the engine reserves.</remarks>
internal static class DatabaseName
{
    // https://www.postgresql.org/docs/current/sql-keywords-appendix.html: reserved for names of tables and columns.
    private const string PostgresWords =
        "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_catalog current_date current_role current_time "
        + "current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral "
        + "leading limit localtime localtimestamp not null offset on only or order placing primary references returning select session_user some symmetric table then to trailing "
        + "true union unique user using variadic when where window with";

    // https://dev.mysql.com/doc/refman/8.0/en/keywords.html: reserved in every version, and in MariaDB.
    private const string MySqlWords =
        "accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change char character check collate column condition "
        + "constraint continue convert create cross current_date current_time current_timestamp current_user cursor database databases dec decimal declare default delayed delete desc "
        + "describe deterministic distinct distinctrow div double drop dual each else elseif enclosed escaped exists exit explain false fetch float for force foreign from fulltext "
        + "grant group having if ignore in index infile inner inout insensitive insert int integer interval into is iterate join key keys kill leading leave left like limit "
        + "linear lines load localtime localtimestamp lock long longblob longtext loop match mediumblob mediumint mediumtext mod modifies natural not null numeric on optimize option "
        + "optionally or order out outer outfile precision primary procedure purge range read reads real references regexp release rename repeat replace require restrict return revoke "
        + "right rlike schema schemas select sensitive separator set show signal smallint spatial specific sql sqlexception sqlstate sqlwarning ssl starting straight_join table "
        + "terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage use using values varbinary varchar varying when where while "
        + "with write xor zerofill";

    private static readonly Regex Pattern = new("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant);

    /// <summary>Why AWS refuses the name of the first database; null where it takes it.</summary>
    public static string? Fault(Engine engine, string name) =>
        Fault("the name of a database", engine, name, engine == Engine.Postgres ? 63 : 64,
            engine == Engine.Postgres ? "rdsadmin template0 template1" : "information_schema mysql performance_schema rdsadmin sys");

    /// <summary>Why AWS refuses the name of the master user; null where it takes it.</summary>
    public static string? UserFault(Engine engine, string name) =>
        engine == Engine.Postgres && name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase)
            ? "PostgreSQL keeps names that begin with pg_ for itself; choose another"
            : Fault("the name of the master user", engine, name, engine == Engine.Postgres ? 63 : 16, engine == Engine.Postgres ? "admin rdsadmin rdsrepladmin rds_superuser rds_replication rds_password public none" : "rdsadmin rdsrepladmin");

    private static string? Fault(string what, Engine engine, string name, int max, string taken) =>
        !Pattern.IsMatch(name) ? $"{what} has a letter, then letters, digits and underscores"
        : name.Length > max ? $"{what} has 1 to {max} characters, and this one has {name.Length}"
        : Contains(taken, name) ? "RDS or its engine has this name already; choose another"
        : Contains(engine == Engine.Postgres ? PostgresWords : MySqlWords, name) ? "the engine reserves this word; choose another"
        : null;

    private static bool Contains(string words, string name) => words.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase);
}
