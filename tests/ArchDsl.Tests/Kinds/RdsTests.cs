using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Kinds;

/// <summary>What the emitted database has without being asked for.</summary>
public sealed class RdsTests
{
    [Theory]
    [InlineData("Rds", "\"postgresql\", \"upgrade\"")]
    [InlineData("Rds(Engine.MySql, \"8.4\")", "\"audit\", \"error\", \"general\", \"slowquery\"")]
    [InlineData("Rds(Engine.MariaDb, \"11.8\")", "\"audit\", \"error\", \"general\", \"slowquery\"")]
    public void Logs_GoToCloudWatch(string attribute, string logs) => Assert.Contains($"CloudwatchLogsExports = new string[] {{ {logs} }}", Generated(attribute), StringComparison.Ordinal);

    [Fact]
    public void MinorVersions_AreTaken() => Assert.Contains("AutoMinorVersionUpgrade = true", Generated("Rds"), StringComparison.Ordinal);

    /// <summary>The CDK makes the family of the parameter group from the major version.</summary>
    [Theory]
    [InlineData("Rds(Engine.Postgres, \"9.6.24\")", "PostgresEngineVersion.Of(\"9.6.24\", \"9.6\")", "rds.force_ssl")]
    [InlineData("Rds(Engine.Postgres, \"14\")", "PostgresEngineVersion.Of(\"14\", \"14\")", "rds.force_ssl")]
    [InlineData("Rds(Engine.Postgres, \"14.22\")", "PostgresEngineVersion.Of(\"14.22\", \"14\")", "rds.force_ssl")]
    [InlineData("Rds(Engine.Postgres, \"15.17\")", "PostgresEngineVersion.Of(\"15.17\", \"15\")", null)]
    [InlineData("Rds(Engine.MySql, \"8.0.46\")", "MysqlEngineVersion.Of(\"8.0.46\", \"8.0\")", "require_secure_transport")]
    [InlineData("Rds(Engine.MariaDb, \"11.8\")", "MariaDbEngineVersion.Of(\"11.8\", \"11.8\")", "require_secure_transport")]
    public void Tls_IsForcedWhereTheEngineDoesNotByItself(string attribute, string version, string? parameter)
    {
        string text = Generated(attribute);

        Assert.Contains(version, text, StringComparison.Ordinal);
        Assert.Equal(parameter is not null, text.Contains("Parameters = ", StringComparison.Ordinal));
        Assert.Contains(parameter ?? "", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rds", "true")]
    [InlineData("Rds, Removal(Removal.Retain)", "true")]
    [InlineData("Rds, Removal(Removal.Destroy)", "false")]
    [InlineData("DynamoDb", "true")]
    [InlineData("DynamoDb, Removal(Removal.Destroy)", "false")]
    public void DeletionProtection_IsOnUnlessTheDataIsDestroyed(string attributes, string on) =>
        Assert.Contains($"DeletionProtection = {on}", Generated(attributes), StringComparison.Ordinal);

    private static string Generated(string attributes)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of($"[Vpc, PrivateSubnet, {attributes}] public partial class Store;"));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return Assert.Single(run.Sources).Text;
    }
}
