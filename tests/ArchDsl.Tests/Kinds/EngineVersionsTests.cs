using ArchDsl.Model;

namespace ArchDsl.Tests.Kinds;

/// <summary>The versions of engines: those that AWS offers, has taken back, and never had.</summary>
public sealed class EngineVersionsTests
{
    [Theory]
    [InlineData("17", nameof(EngineVersion.Offered))]
    [InlineData("17.9", nameof(EngineVersion.Offered))]
    [InlineData("17.10", nameof(EngineVersion.Offered))] // Newer than the table.
    [InlineData("18.4", nameof(EngineVersion.Offered))]
    [InlineData("19", nameof(EngineVersion.Offered))]
    [InlineData("19.1", nameof(EngineVersion.Offered))]
    [InlineData("20", nameof(EngineVersion.None))]
    [InlineData("15", nameof(EngineVersion.Offered))]
    [InlineData("15.1", nameof(EngineVersion.None))] // RDS began with 15.2.
    [InlineData("15.4", nameof(EngineVersion.Deprecated))]
    [InlineData("15.10", nameof(EngineVersion.Offered))]
    [InlineData("15.11", nameof(EngineVersion.Deprecated))]
    [InlineData("15.4.1", nameof(EngineVersion.Offered))] // A build of AWS's own, for all that is known.
    [InlineData("15.", nameof(EngineVersion.None))]
    [InlineData("15.x", nameof(EngineVersion.None))]
    [InlineData("15.04", nameof(EngineVersion.None))]
    [InlineData("15 ", nameof(EngineVersion.None))]
    [InlineData("15.-4", nameof(EngineVersion.None))]
    [InlineData("12", nameof(EngineVersion.Deprecated))]
    [InlineData("12.22", nameof(EngineVersion.Deprecated))]
    [InlineData("12.22-rds.20251114", nameof(EngineVersion.Offered))]
    [InlineData("9", nameof(EngineVersion.None))]
    [InlineData("9.6", nameof(EngineVersion.Deprecated))]
    [InlineData("9.6.24", nameof(EngineVersion.Deprecated))]
    [InlineData("9.6.4", nameof(EngineVersion.None))]
    [InlineData("8.0", nameof(EngineVersion.None))] // That is MySQL.
    [InlineData("", nameof(EngineVersion.None))]
    [InlineData("v17", nameof(EngineVersion.None))]
    [InlineData("latest", nameof(EngineVersion.None))]
    [InlineData("99999999999999999999", nameof(EngineVersion.None))]
    [InlineData("17.99999999999999999999", nameof(EngineVersion.None))]
    public void PostgreSql_Has(string version, string expected) => Assert.Equal(expected, $"{EngineVersions.Of(Engine.Postgres)!.Find(version)}");

    [Theory]
    [InlineData("8.4", nameof(EngineVersion.Offered))]
    [InlineData("8.4.10", nameof(EngineVersion.Offered))]
    [InlineData("8.0", nameof(EngineVersion.Offered))]
    [InlineData("8.0.39", nameof(EngineVersion.Deprecated))]
    [InlineData("8.0.40", nameof(EngineVersion.Offered))]
    [InlineData("8.0.24", nameof(EngineVersion.None))]
    [InlineData("8.1", nameof(EngineVersion.None))]
    [InlineData("8.5", nameof(EngineVersion.Offered))]
    [InlineData("9.0", nameof(EngineVersion.Offered))]
    [InlineData("8", nameof(EngineVersion.None))]
    [InlineData("17", nameof(EngineVersion.None))] // That is PostgreSQL.
    [InlineData("5.7", nameof(EngineVersion.Deprecated))]
    [InlineData("5.7.44", nameof(EngineVersion.Deprecated))]
    [InlineData("5.7.44-rds.20250103", nameof(EngineVersion.Offered))]
    public void MySql_Has(string version, string expected) => Assert.Equal(expected, $"{EngineVersions.Of(Engine.MySql)!.Find(version)}");

    [Theory]
    [InlineData("11.8", nameof(EngineVersion.Offered))]
    [InlineData("12.3", nameof(EngineVersion.Offered))]
    [InlineData("11.0", nameof(EngineVersion.None))]
    [InlineData("10.5", nameof(EngineVersion.Deprecated))]
    [InlineData("10.11.5.R2.20231201", nameof(EngineVersion.Offered))]
    [InlineData("10.1", nameof(EngineVersion.Deprecated))]
    [InlineData("10.12", nameof(EngineVersion.None))]
    [InlineData("10", nameof(EngineVersion.None))]
    public void MariaDb_Has(string version, string expected) => Assert.Equal(expected, $"{EngineVersions.Of(Engine.MariaDb)!.Find(version)}");

    [Theory]
    [InlineData("7.1", nameof(EngineVersion.Offered))]
    [InlineData("7", nameof(EngineVersion.Offered))] // Nobody says whether ElastiCache picks the minor version.
    [InlineData("6.x", nameof(EngineVersion.Offered))]
    [InlineData("7.0.7", nameof(EngineVersion.None))]
    [InlineData("7.2", nameof(EngineVersion.None))] // That is Valkey.
    [InlineData("8", nameof(EngineVersion.None))]
    [InlineData("8.0", nameof(EngineVersion.None))]
    [InlineData("6.1", nameof(EngineVersion.None))]
    [InlineData("5.0.6", nameof(EngineVersion.Deprecated))]
    [InlineData("5.0.2", nameof(EngineVersion.None))]
    [InlineData("3.2.10", nameof(EngineVersion.Deprecated))]
    public void Redis_Has(string version, string expected) => Assert.Equal(expected, $"{EngineVersions.Of(CacheEngine.Redis)!.Find(version)}");

    [Theory]
    [InlineData("8.0", nameof(EngineVersion.Offered))]
    [InlineData("9.1", nameof(EngineVersion.Offered))]
    [InlineData("10.0", nameof(EngineVersion.Offered))]
    [InlineData("11.0", nameof(EngineVersion.None))]
    [InlineData("7.0", nameof(EngineVersion.None))] // That is Redis.
    public void Valkey_Has(string version, string expected) => Assert.Equal(expected, $"{EngineVersions.Of(CacheEngine.Valkey)!.Find(version)}");

    [Theory]
    [InlineData("3.2.4", "3.2.6", true)]
    [InlineData("3.2.6", "3.2.6", false)]
    [InlineData("3.2.10", "3.2.6", false)]
    [InlineData("3.2", "3.2.6", false)] // AWS picks the newest.
    [InlineData("2.8", "3.2.6", true)]
    [InlineData("12", "12.7", false)]
    [InlineData("9.6.24", "12.7", true)]
    [InlineData("6.x", "6.2", false)]
    [InlineData("", "12.7", false)]
    [InlineData("latest", "12.7", false)]
    [InlineData("99999999999999999999", "12.7", false)]
    public void Version_IsBefore(string version, string other, bool before) => Assert.Equal(before, EngineVersions.IsBefore(version, other));

    /// <summary>What an attribute takes without being told has to be current.</summary>
    [Fact]
    public void Defaults_AreOffered()
    {
        Assert.Equal(EngineVersion.Offered, EngineVersions.Of(new RdsAttribute().Engine)!.Find(new RdsAttribute().Version));
        Assert.Equal(EngineVersion.Offered, EngineVersions.Of(new ElastiCacheAttribute().Engine)!.Find(new ElastiCacheAttribute().Version));
    }

    [Fact]
    public void ValuesThatAreNoEngine_HaveNone()
    {
        Assert.Null(EngineVersions.Of((Engine)9));
        Assert.Null(EngineVersions.Of((CacheEngine)9));
    }
}
