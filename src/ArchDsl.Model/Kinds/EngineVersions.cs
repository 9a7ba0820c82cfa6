using System.Globalization;

namespace ArchDsl.Model;

/// <summary>The versions of an engine that AWS knows.</summary>
/// <remarks>
/// <para>
/// As of May 2026. RDS: the answers of <c>aws rds describe-db-engine-versions</c> as cfn-lint 1.51 has them (E3691, W3691), with the calendars of
/// <see href="https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html">PostgreSQL</see>,
/// <see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html">MySQL</see> and
/// <see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html">MariaDB</see>. ElastiCache: the
/// <see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html">list of AWS</see>.
/// </para>
/// <para>
/// AWS adds versions faster than this table: one that is newer than the last known is taken for good, except of Redis OSS, which ends
/// with 7.1 and goes on as Valkey. What lies between known ones is not to be had. Deprecated beside what the API says are the major versions whose standard support has ended.
/// </para>
/// </remarks>
internal sealed class EngineVersions
{
    private static readonly EngineVersions Postgres = new("PostgreSQL", takesPrefix: false,
    [
        new("9.3", "1-3 5 6 9 10 12 14 16 17 19 20 22-25", All),
        new("9.4", "1 4 5 7 9 11 12 14 15 17-21 23-26", All),
        new("9.5", "2 4 6 7 9 10 12-16 18-25", All),
        new("9.6", "1-3 5 6 8-12 14-24", All),
        new("10", "1 3-7 9-23", All),
        new("11", "1 2 4-22", All),
        new("12", "2-22", All),
        new("13", "1-23", All),
        new("14", "1-22", "1-14 16"),
        new("15", "2-17", "2-9 11"),
        new("16", "1-13", "1-5 7"),
        new("17", "1-9", "1 3"),
        new("18", "1-3", ""),
    ]);

    private static readonly EngineVersions MySql = new("MySQL", takesPrefix: false,
    [
        new("5.5", "62", All),
        new("5.6", "51", All),
        new("5.7", "33 34 36-44", All),
        new("8.0", "11 13 15-17 19-21 23 25-37 39-46", "11-39"),
        new("8.4", "3-9", ""),
    ]);

    private static readonly EngineVersions MariaDb = new("MariaDB", takesPrefix: false,
    [
        new("10.0", "38", All),
        new("10.1", "48", All),
        new("10.2", "44", All),
        new("10.3", "34-39", All),
        new("10.4", "13 18 21 22 24-34", All),
        new("10.5", "8 9 12 13 15-29", All),
        new("10.6", "5 7-25", ""),
        new("10.11", "4-11 13-16", ""),
        new("11.4", "3-5 7-10", ""),
        new("11.8", "3-6", ""),
    ]);

    // From version 6 on ElastiCache takes no patch versions. After 7.1 there is Valkey alone:
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
    private static readonly EngineVersions Redis = new("Redis OSS", takesPrefix: true,
    [
        new("2.6", "13", All),
        new("2.8", "6 12 19 21-24", All),
        new("3.2", "4 6 10", All),
        new("4.0", "10", All),
        new("5.0", "0 3-6", All),
        new("6.x", "", ""),
        new("6.0", "", ""),
        new("6.2", "", ""),
        new("7.0", "", ""),
        new("7.1", "", ""),
    ], successor: "Valkey goes on from 7.2");

    private static readonly EngineVersions Valkey = new("Valkey", takesPrefix: true,
    [
        new("7.2", "", ""),
        new("8.0", "", ""),
        new("8.1", "", ""),
        new("8.2", "", ""),
        new("9.0", "", ""),
    ]);

    private const string All = "0-99";

    private readonly IReadOnlyList<Line> lines;
    private readonly bool takesPrefix;
    private readonly string? successor;

    private EngineVersions(string name, bool takesPrefix, IReadOnlyList<Line> lines, string? successor = null)
    {
        Name = name;
        this.takesPrefix = takesPrefix;
        this.lines = lines;
        this.successor = successor;
    }

    /// <summary>The engine as AWS writes it.</summary>
    public string Name { get; }

    /// <summary>Why a version is refused.</summary>
    public string Reason => $"there is no such version of {Name} on AWS; it has {string.Join(", ", Current.Select(static line => line.Name))}{(successor is null ? "" : ", and " + successor)}";

    private IEnumerable<Line> Current => lines.Where(static line => !line.IsOver);

    /// <summary>The versions of a database engine; null for a value that is none.</summary>
    public static EngineVersions? Of(Engine engine) => engine switch
    {
        Engine.Postgres => Postgres,
        Engine.MySql => MySql,
        Engine.MariaDb => MariaDb,
        _ => null,
    };

    /// <summary>The versions of a cache engine; null for a value that is none.</summary>
    public static EngineVersions? Of(CacheEngine engine) => engine switch
    {
        CacheEngine.Redis => Redis,
        CacheEngine.Valkey => Valkey,
        _ => null,
    };

    /// <summary>What is known of a version.</summary>
    public EngineVersion Find(string version)
    {
        Line? line = lines.FirstOrDefault(l => l.Name == version || version.StartsWith(l.Name + ".", StringComparison.Ordinal));
        if (line is null)
        {
            bool prefix = takesPrefix && lines.Any(l => l.Name.StartsWith(version + ".", StringComparison.Ordinal));
            return prefix || IsNewer(version) ? EngineVersion.Offered : EngineVersion.None;
        }

        if (line.Name == version)
        {
            return line.IsOver ? EngineVersion.Deprecated : EngineVersion.Offered;
        }

        // A build of AWS's own, such as 5.7.44-rds.20250103 or 10.11.5.R2.20231201, comes and goes faster than this table.
        string rest = version.Substring(line.Name.Length + 1);
        int build = rest.IndexOfAny(['-', '.']);
        if (!TryNumber(build < 0 ? rest : rest.Substring(0, build), out int minor) || !line.Has(minor))
        {
            return EngineVersion.None;
        }

        return build < 0 && line.IsDeprecated(minor) ? EngineVersion.Deprecated : EngineVersion.Offered;
    }

    /// <summary>Whether a version is known to be older than another: where it names no minor version, AWS picks the newest.</summary>
    public static bool IsBefore(string version, string other)
    {
        foreach ((string one, string two) in version.Split('.', '-').Zip(other.Split('.'), static (one, two) => (one, two)))
        {
            if (!TryNumber(one, out int number) || !TryNumber(two, out int limit))
            {
                return false;
            }

            if (number != limit)
            {
                return number < limit;
            }
        }

        return false;
    }

    /// <summary>What to take in the place of a deprecated version, as a message says it.</summary>
    public string InsteadOf(string version)
    {
        string newest = Current.Last().Name;
        return Current.FirstOrDefault(line => version.StartsWith(line.Name + ".", StringComparison.Ordinal)) is { } line && line.Name != newest
            ? $"\"{line.Name}\", whose minor version AWS picks, or \"{newest}\""
            : $"\"{newest}\"";
    }

    // Later than all that is known, but by no more than one major version: 17 is no version of MySQL to come.
    private bool IsNewer(string version)
    {
        string[] parts = version.Split('.');
        string[] last = lines[lines.Count - 1].Name.Split('.');
        TryNumber(last[0], out int lastMajor);
        TryNumber(last.Length > 1 ? last[1] : "0", out int lastMinor);
        return successor is null
            && parts.Length <= 3
            && parts.All(static part => TryNumber(part, out _))
            && TryNumber(parts[0], out int major)
            && (major == lastMajor + 1 || (major == lastMajor && parts.Length > 1 && TryNumber(parts[1], out int minor) && minor > lastMinor));
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text == "0" || text[0] != '0');

    /// <summary>A major version.</summary>
    private sealed class Line(string name, string minors, string deprecated)
    {
        private readonly HashSet<int> minors = Numbers(minors);
        private readonly HashSet<int> deprecated = Numbers(deprecated);

        public string Name => name;

        /// <summary>Whether all its minor versions are deprecated.</summary>
        public bool IsOver => minors.Count > 0 && minors.All(deprecated.Contains);

        public bool Has(int minor) => minors.Count > 0 && (minors.Contains(minor) || minor > minors.Max());

        public bool IsDeprecated(int minor) => IsOver || deprecated.Contains(minor);

        // Numbers and ranges of numbers: 1 3-5.
        private static HashSet<int> Numbers(string text) =>
        [
            .. from item in text.Split([' '], StringSplitOptions.RemoveEmptyEntries)
               let ends = item.Split('-').Select(static end => int.Parse(end, CultureInfo.InvariantCulture)).ToList()
               from number in Enumerable.Range(ends[0], ends[ends.Count - 1] - ends[0] + 1)
               select number,
        ];
    }
}

/// <summary>What is known of a version.</summary>
internal enum EngineVersion
{
    /// <summary>AWS refuses it.</summary>
    None,

    /// <summary>AWS has it, or may have it soon.</summary>
    Offered,

    /// <summary>AWS takes it back, or has taken it back.</summary>
    Deprecated,
}
