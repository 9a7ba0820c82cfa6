using System.Net;
using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Patterns;

/// <summary>What the rules say of each pattern's bad and good architecture, held against its template by a reading of its own.</summary>
public class PatternTests
{
    [Fact]
    public async Task EveryTemplate_IsUnderstoodInFull() => Assert.All(await Architectures.All, static pair => Assert.Empty(pair.Value.Unknowns));

    [Theory]
    [InlineData("T01Bad", true)]
    [InlineData("T01Good", false)]
    public async Task T01_InternetReachesTheDatabase(string name, bool reaches)
    {
        var reach = await Of(name);
        Assert.Equal(reaches, reach.InternetPathTo(Database(reach), 5432) is not null);
    }

    [Theory]
    [InlineData("T02Bad", true)]
    [InlineData("T02Good", false)]
    public async Task T02_LoadBalancerIsBypassed(string name, bool bypassed)
    {
        var reach = await Of(name);
        var (api, lb) = (Host(reach, "Api"), Host(reach, "Lb"));
        Assert.Equal(bypassed, reach.InternetPathTo(api, 8080) is not null);
        Assert.Equal(bypassed ? [lb, Host(reach, "Worker")] : [lb], reach.Connectors(api, 8080).Order(StringComparer.Ordinal));
        Assert.NotNull(reach.ForwardedInternetPathTo(api, 8080));
    }

    [Theory]
    [InlineData("T03Bad", new[] { 80 })]
    [InlineData("T03Good", new[] { 443 })]
    public async Task T03_PlaintextIsForwarded(string name, int[] ports) => Assert.Equal(ports, (await Of(name)).Forwards.Select(static forward => forward.ListenerPort));

    [Theory]
    [InlineData("T04Bad", "EdgeApi", "EdgeLb")]
    [InlineData("T04Good", "EdgeApi")]
    [InlineData("T06Bad", "AppApi", "AppWorker")]
    [InlineData("T06Good", "AppApi")]
    public async Task T04_T06_OthersReachTheDatabase(string name, params string[] connectors)
    {
        var reach = await Of(name);
        Assert.Equal(connectors.Select(connector => Host(reach, connector)), reach.Connectors(Database(reach), 5432).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("T05Bad", true)]
    [InlineData("T05Good", false)]
    public async Task T05_DatabaseIsTwoHopsAway(string name, bool open)
    {
        var reach = await Of(name);
        Assert.Equal(open, reach.InternetPathTo(Host(reach, "Bastion"), 22) is not null);
        Assert.Equal(Answer.Yes, reach.CanConnect(Host(reach, "Bastion"), Database(reach), 5432));
    }

    [Theory]
    [InlineData("T09Bad", true)]
    [InlineData("T09Good", false)]
    public async Task T09_DatabaseStandsInPublicSubnets(string name, bool isPublic)
    {
        var reach = await Of(name);
        Assert.All(reach[Database(reach)].Subnets, subnet => Assert.Equal(isPublic, reach.Network.InternetGateway(subnet, Public) is not null));
    }

    [Theory]
    [InlineData("T13Bad", false)]
    [InlineData("T13Good", true)]
    public async Task T13_TaskHasAWay(string name, bool way)
    {
        var reach = await Of(name);
        Assert.All(["ecr.api", "ecr.dkr", "logs", "s3"], service => Assert.Equal(way, reach.CanReachService(Host(reach, "InsideApi"), service)));
        Assert.Equal(way, reach.CanReachService(Host(reach, "InsideWorker"), "s3"));
    }

    /// <summary>The endpoints let in who needs them, and nobody else; nothing takes a gateway to the internet.</summary>
    [Fact]
    public async Task T14_EndpointsAreUsable()
    {
        var reach = await Of("T13Good");
        var endpoints = reach.Hosts.Where(static host => host.Resource.Type == "AWS::EC2::VPCEndpoint").ToList();
        Assert.Equal(3, endpoints.Count);
        Assert.All(endpoints, endpoint =>
        {
            Assert.Equal([Host(reach, "InsideApi")], reach.Connectors(endpoint.LogicalId, 443));
            Assert.Equal("true", endpoint.Resource.Text("PrivateDnsEnabled"));
            Assert.Equal(2, endpoint.Subnets.Select(static subnet => subnet.Zone).Distinct().Count());
        });
        Assert.All(reach.Hosts, host => Assert.Null(reach.PathToInternet(host.LogicalId, 443)));
    }

    /// <summary>Whatever is declared is reachable: every target of every load balancer.</summary>
    [Fact]
    public async Task T16_LoadBalancersReachTheirTargets() => Assert.All(await Architectures.All, static pair => Assert.All(pair.Value.Forwards, forward =>
        Assert.Equal(Answer.Yes, pair.Value.CanConnect(forward.LoadBalancer, forward.Target, forward.TargetPort))));

    [Theory]
    [InlineData("T18Bad", 1)]
    [InlineData("T18Good", 2)]
    public async Task T18_ZonesShareAGateway(string name, int gateways)
    {
        var reach = await Of(name);
        Assert.Equal(gateways, reach[Host(reach, "Api")].Subnets.Select(subnet => reach.Network.OutboundGateway(subnet, Public)).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task T19_T21_RolesHaveNoWildcards()
    {
        foreach (var (_, reach) in await Architectures.All)
        {
            // The role of the flow log is the CDK's.
            var grants = Identity(reach).Roles.Where(static role => !role.LogicalId.StartsWith("FlowLog", StringComparison.Ordinal)).SelectMany(role => Identity(reach).Grants(role.LogicalId)).ToList();
            Assert.DoesNotContain(grants, static grant => grant.HasActionWildcard);
            Assert.DoesNotContain(grants, static grant => grant.IsForEverything && grant.Action != "ecr:GetAuthorizationToken");
            Assert.DoesNotContain(grants, static grant => grant.Action.StartsWith("iam:", StringComparison.Ordinal) || grant.Action.StartsWith("sts:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task T20_SecretsHaveOneReaderEach()
    {
        var reach = await Of("T20Good");
        var identity = Identity(reach);
        foreach (var (secret, reader) in new[] { ("One", "ApiTaskRole"), ("Other", "WorkerRole") })
        {
            var id = reach.Template.OfType("AWS::SecretsManager::Secret").Single(resource => resource.LogicalId.StartsWith(secret, StringComparison.Ordinal)).LogicalId;
            var readers = identity.Roles.Where(role => identity.Can(role.LogicalId, "secretsmanager:GetSecretValue", id)).Select(static role => role.LogicalId);
            Assert.StartsWith(reader, Assert.Single(readers), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task T24_InstancesTakeTheNewMetadataServiceAlone()
    {
        var templates = (await Architectures.All).Values.SelectMany(static reach => reach.Template.OfType("AWS::EC2::LaunchTemplate")).ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates, static template => Assert.Equal("required", template.Property("LaunchTemplateData.MetadataOptions.HttpTokens")?.Text));
    }

    [Fact]
    public async Task T26_NetworksLogWhatTheyRefuse() => Assert.All(await Architectures.All, static pair => Assert.Single(pair.Value.Template.OfType("AWS::EC2::FlowLog")));

    [Theory]
    [InlineData("DeadEndBad", false)]
    [InlineData("DeadEndGood", true)]
    public async Task DeadEnd_NobodyAnswers(string name, bool answers) => Assert.Equal(answers, (await Of(name)).Forwards.Any());

    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private static async Task<TemplateReach> Of(string name) => (await Architectures.All)[name];

    private static Identity Identity(TemplateReach reach) => new(reach.Template);

    private static string Database(TemplateReach reach) => Assert.Single(reach.Hosts, static host => host.Resource.Type == "AWS::RDS::DBInstance").LogicalId;

    private static string Host(TemplateReach reach, string name) => Assert.Single(reach.Hosts, host => host.LogicalId.StartsWith(name, StringComparison.Ordinal)).LogicalId;
}
