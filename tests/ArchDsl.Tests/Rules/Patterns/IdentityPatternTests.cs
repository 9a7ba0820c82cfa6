using ArchDsl.Model;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>Roles, secrets and keys: T19 to T25. Permissions come from edges alone, which name one component each.</summary>
public sealed class IdentityPatternTests : PatternTests
{
    // These take no resource, says the Service Authorization Reference.
    private static readonly string[] WithoutResource = ["ecr:GetAuthorizationToken"];

    [Fact]
    public void T19_WildcardPermission_CannotBeWritten() => Assert.All(Grants, static grant =>
    {
        Assert.All(grant.Actions, static action => Assert.DoesNotContain('*', action));
        Assert.All(grant.Resources.Where(static r => r.Component is null), _ => Assert.All(grant.Actions, static action => Assert.Contains(action, WithoutResource)));
        Assert.All(grant.Resources, static resource => Assert.Contains(resource.Suffix, new[] { "", "/*" }));
    });

    /// <summary>Whoever may read a secret says so by an edge to its class.</summary>
    [Fact]
    public void T20_UndeclaredReaderOfASecret_CannotBeWritten() => Assert.All(Architectures, static architecture =>
    {
        foreach (Grant grant in architecture.Topology.Grants.Where(static g => g.Actions.Contains("secretsmanager:GetSecretValue")))
        {
            NodePath secret = Assert.Single(grant.Resources).Component!.Value;
            Assert.Equal(grant.Component, grant.Origin.Node);
            Assert.Contains(architecture.Topology.Edges, edge => edge.From == grant.Component && edge.To == secret && edge.Origin == grant.Origin);
        }
    });

    /// <summary>The report says what an attacker gets who takes over what faces the internet.</summary>
    [Fact]
    public void T19_ReachOfWhatFacesTheInternet_IsReported()
    {
        AnalyzedArchitecture architecture = new(TestProgram.Declare("""
            [Vpc]
            public partial class Shop
            {
                [Certificate("example.com")] public partial class Tls;
                [Secret] public partial class Key;
                [Secret] public partial class Other;
                [PublicSubnet] public partial class Edge
                {
                    [Alb, HttpsListener<Tls>, RoutesTo<Api>] public partial class Lb;
                    [Fargate(Image = "i", Port = 8000), Uses<Data.Database>, InjectSecret<Key>("KEY")] public partial class Api;
                    [Fargate(Image = "i"), Uses<Other>, Uses<Data.Database>] public partial class Worker;
                }
                [IsolatedSubnet] public partial class Data
                {
                    [Rds] public partial class Database;
                }
            }
            """));

        Assert.Contains("Whoever takes over Edge.Api (Internet -> Lb:443 -> Api:8000) gets to Data.Database, Edge.Lb, Key, and no further than everybody else.", CdkProgramBuilder.Build(architecture)!.Report.Proven);
    }

    /// <summary>No edge lets a role take on another one, make compute or change code.</summary>
    [Fact]
    public void T21_RoleChain_CannotBeWritten() => Assert.All(Grants, static grant => Assert.All(grant.Actions, static action =>
        Assert.DoesNotContain(action.Split(':')[0], new[] { "iam", "sts", "lambda", "ecs", "ec2", "cloudformation", "ssm" })));

    [Fact]
    public void T22_EventEdges_CannotBeWritten() => NotInTheLanguage("Queue", "Lambda", "EventBus", "Subscribes");

    [Fact]
    public void T23_KeyMismatch_CannotBeWritten() => NotInTheLanguage("KmsKey");

    [Fact]
    public void T24_OldMetadataService_CannotBeWritten()
    {
        string generated = string.Concat(Verify.VerifyGenerator(TestProgram.Of("[Vpc, PublicSubnet, Ec2(\"t3.micro\")] public partial class Host;")).Output.SyntaxTrees);
        Assert.Contains("HttpTokens = \"required\"", generated, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(Ec2Attribute).GetProperties(), static property => property.Name.Contains("Tokens", StringComparison.Ordinal));
    }

    private static IEnumerable<Grant> Grants => Architectures.SelectMany(static a => a.Topology.Grants);
}
