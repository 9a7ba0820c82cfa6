using ArchDsl.Harness;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Kinds;

/// <summary>What a cache is without arguments, and what each of them changes.</summary>
public sealed class ElastiCacheTests
{
    [Fact]
    public void ShortestProgram_HasTheDefaults()
    {
        CacheReplicationGroup cache = Lower("[ElastiCache] public partial class Cache;").Components.OfType<CacheReplicationGroup>().Single();

        Assert.Equal((CacheEngine.Valkey, "8.0", 1, 6379), (cache.Engine, cache.Version, cache.Nodes, cache.Port));
        Assert.Equal((1, false), (cache.SnapshotRetentionDays, cache.Auth));
    }

    [Fact]
    public void Port_IsThatOfEverything()
    {
        ArchitectureTopology topology = Lower("[ElastiCache(Port = 6380)] public partial class Cache; [Fargate(Image = \"i\"), Uses<Cache>] public partial class Api;");

        Assert.Equal(PortRange.Tcp(6380), topology.Edges.Single().Ports);
        Assert.Equal(
            [(Direction.Ingress, PortRange.Tcp(6380))],
            topology.SecurityGroup(new NodePath("Cache"))!.Rules.Select(static rule => (rule.Direction, rule.Ports)));
        Assert.Contains("Port = 6380,", Generated("[ElastiCache(Port = 6380)] public partial class Cache;"), StringComparison.Ordinal);
    }

    /// <summary>The token is a secret of its own: the template refers to it, the task takes it by reference, and only the role that starts it may read it.</summary>
    [Fact]
    public void Auth_InjectsTheToken()
    {
        const string Classes = "[ElastiCache(Auth = true)] public partial class UserSessions; [Fargate(Image = \"i\"), Uses<UserSessions>] public partial class Api;";
        ArchitectureTopology topology = Lower(Classes);

        Assert.Equal(
            ["USER_SESSIONS_AUTH_TOKEN", "USER_SESSIONS_HOST", "USER_SESSIONS_PORT"],
            topology.EnvironmentOf(new NodePath("Api")).Select(static variable => variable.Name));
        Assert.Equal(new SecretValue(new NodePath("UserSessions"), null), topology.EnvironmentOf(new NodePath("Api")).First().Value);
        Assert.Equal([Principal.Execution], SecretReaders(topology));
        Assert.Contains("AuthToken = Secret.SecretValue.UnsafeUnwrap()", Generated(Classes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Fargate(Image = \"i\"), Uses<Cache>(AtRuntime = true)] public partial class Api;", Principal.Runtime, Principal.Execution)]
    [InlineData("[Ec2(\"t3.micro\"), Uses<Cache>] public partial class Api;", Principal.Runtime)]
    public void Auth_LetsTheCodeReadTheTokenWhereItMust(string user, params Principal[] readers) =>
        Assert.Equal(readers, SecretReaders(Lower("[ElastiCache(Auth = true)] public partial class Cache; " + user)).Order());

    [Fact]
    public void Env_RenamesThePrefixOfTheToken() => Assert.Equal(
        ["REDIS_AUTH_TOKEN", "REDIS_HOST", "REDIS_PORT"],
        Lower("[ElastiCache(Auth = true)] public partial class Cache; [Fargate(Image = \"i\"), Uses<Cache>(Env = \"REDIS\")] public partial class Api;")
            .EnvironmentOf(new NodePath("Api")).Select(static variable => variable.Name));

    [Theory]
    [InlineData("Removal.Destroy", "DESTROY")]
    [InlineData("Removal.Snapshot", "DESTROY")]
    [InlineData("Removal.Retain", "RETAIN")]
    public void Token_StaysWithTheCache(string removal, string policy)
    {
        string text = Generated($"[ElastiCache(Auth = true), Removal({removal})] public partial class Cache;");
        string secret = text[text.IndexOf("SecretProps", StringComparison.Ordinal)..text.IndexOf("CfnReplicationGroupProps", StringComparison.Ordinal)];

        Assert.Contains("RemovalPolicy." + policy, secret, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAuth_ThereIsNoToken()
    {
        const string Classes = "[ElastiCache] public partial class Cache; [Fargate(Image = \"i\"), Uses<Cache>] public partial class Api;";

        Assert.Equal(["CACHE_HOST", "CACHE_PORT"], Lower(Classes).EnvironmentOf(new NodePath("Api")).Select(static variable => variable.Name));
        Assert.Empty(SecretReaders(Lower(Classes)));
        Assert.DoesNotContain("AuthToken", Generated(Classes), StringComparison.Ordinal);
        Assert.DoesNotContain("SecretsManager", Generated(Classes), StringComparison.Ordinal);
    }

    private static IEnumerable<Principal> SecretReaders(ArchitectureTopology topology) =>
        topology.Grants.Where(static grant => grant.Resources.Any(static resource => resource.Part == ResourcePart.Secret)).Select(static grant => grant.Principal);

    private static string Program(string classes) => $"[Vpc, PublicSubnet] public partial class Shop {{ {classes} }}";

    private static ArchitectureTopology Lower(string classes) => TestProgram.Lower(Program(classes));

    private static string Generated(string classes)
    {
        GeneratorRun run = Verify.Run(TestProgram.Of(Program(classes)));
        Assert.DoesNotContain(run.Output.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return Assert.Single(run.Sources).Text;
    }
}
