using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>What holds for the template of every sample, whatever it declares.</summary>
public class EverySampleTests
{
    private const string NoUnderstanding = "Not understood, so that nothing follows from it: ";

    /// <summary>Properties that hold a secret itself.</summary>
    private static readonly HashSet<string> SecretProperties = ["AuthToken", "MasterUserPassword", "Password", "SecretAccessKey", "SecretString"];

    private static readonly HashSet<string> StoresInNetworks = ["AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ReplicationGroup", "AWS::RDS::DBInstance"];

    public static TheoryData<string> Samples => Running.Samples.All;

    [Theory, MemberData(nameof(Samples))]
    public async Task Template_IsUnderstoodInFull(string sample)
    {
        var reach = (await Running.Samples.Get(sample)).Reach;
        Assert.True(reach.Unknowns.Count == 0, NoUnderstanding + string.Join("; ", reach.Unknowns));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task DataStores_HaveNoPathFromTheInternet(string sample)
    {
        var (template, reach) = ((await Running.Samples.Get(sample)).Template, (await Running.Samples.Get(sample)).Reach);
        var stores = reach.Hosts.Where(host => host.Port is not null).ToList();
        Assert.Equal(template.Resources.Count(resource => StoresInNetworks.Contains(resource.Type)), stores.Count);
        foreach (var store in stores)
        {
            Assert.Null(reach.ForwardedInternetPathTo(store.LogicalId, store.Port!.Value));
            Assert.False(store.HasPublicAddress);
            Assert.All(store.Subnets, subnet => Assert.All(Cidr.Internet, address => Assert.Null(reach.Network.InternetGateway(subnet, address))));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Hosts_ShareNoSecurityGroup(string sample)
    {
        var reach = (await Running.Samples.Get(sample)).Reach;
        var groups = reach.Hosts.SelectMany(host => host.Groups).ToList();
        Assert.Equal(groups.Distinct(), groups);
    }

    /// <summary>A group without stated egress allows everything out.</summary>
    [Theory, MemberData(nameof(Samples))]
    public async Task SecurityGroups_StateTheirEgress(string sample)
    {
        var template = (await Running.Samples.Get(sample)).Template;
        Assert.All(template.OfType("AWS::EC2::SecurityGroup"), group => Assert.NotEmpty(group.List("SecurityGroupEgress")));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Subnets_AreApartAndInsideTheirNetwork(string sample)
    {
        var synthesized = await Running.Samples.Get(sample);
        var subnets = synthesized.Reach.Network.Subnets.Select(subnet => (subnet.LogicalId, subnet.Vpc, Range: subnet.Cidr!.Value)).ToList();
        foreach (var one in subnets)
        {
            Assert.True(Cidr.TryParse(synthesized.Template[one.Vpc].Text("CidrBlock"))!.Value.Contains(one.Range), one.LogicalId);
            Assert.DoesNotContain(subnets, other => other.LogicalId != one.LogicalId && other.Range.Overlaps(one.Range));
        }
    }

    /// <summary>AWS refuses these in a VPC whose internet gateway is not attached yet.</summary>
    [Theory, MemberData(nameof(Samples))]
    public async Task PublicResources_WaitForTheInternetGateway(string sample)
    {
        var template = (await Running.Samples.Get(sample)).Template;
        var attachments = template.OfType("AWS::EC2::VPCGatewayAttachment").Select(attachment => attachment.LogicalId).ToList();
        var waiting = template.Resources.Where(resource =>
            resource.Type == "AWS::EC2::NatGateway"
            || (resource.Type == "AWS::ElasticLoadBalancingV2::LoadBalancer" && resource.Text("Scheme") != "internal")
            || (resource.Type == "AWS::EC2::Route" && resource.Property("GatewayId") is not null));
        Assert.All(waiting, resource => Assert.Contains(template.MadeBefore(resource.LogicalId), attachments.Contains));
    }

    /// <summary>A task or a script that starts before there is a way to AWS fails, and with it the deployment.</summary>
    [Theory, MemberData(nameof(Samples))]
    public async Task Code_WaitsForItsWaysOut(string sample)
    {
        var template = (await Running.Samples.Get(sample)).Template;
        var code = template.OfType("AWS::ECS::Service").Concat(template.OfType("AWS::EC2::Instance")).ToList();
        Assert.True(code.Count > 0 || sample == "Orders", "Only the database of Orders runs no code.");
        Assert.All(code, resource => Assert.Contains(template.OfType("AWS::EC2::Route"), route => template.MadeBefore(resource.LogicalId).Contains(route.LogicalId)));
        Assert.All(code, resource => Assert.All(template.OfType("AWS::EC2::VPCEndpoint"), endpoint => Assert.Contains(endpoint.LogicalId, template.MadeBefore(resource.LogicalId))));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Template_HoldsNoSecretInPlainText(string sample)
    {
        var template = (await Running.Samples.Get(sample)).Template;
        var stated = template.Resources.SelectMany(resource => Members(resource.Properties))
            .Where(member => SecretProperties.Contains(member.Name) && !member.Value.ToString().StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal));
        Assert.Empty(stated);
        Assert.All(
            template.OfType("AWS::SecretsManager::Secret"),
            secret => Assert.DoesNotContain("password", SecretTemplate(secret), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(template.Outputs.Values, value => value.ToString().Contains("{{resolve:", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Roles_HaveNoWildcards(string sample)
    {
        // These take no resource, says the Service Authorization Reference.
        string[] withoutResource = ["ecr:GetAuthorizationToken", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"];
        var identity = new Identity((await Running.Samples.Get(sample)).Template);
        var grants = identity.Roles.SelectMany(role => identity.Grants(role.LogicalId)).Where(grant => grant.Allowed).ToList();
        Assert.DoesNotContain(grants, grant => grant.HasActionWildcard);
        Assert.DoesNotContain(grants, grant => grant.IsForEverything && !withoutResource.Contains(grant.Action));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task DataStores_AreEncrypted(string sample)
    {
        var template = (await Running.Samples.Get(sample)).Template;
        Assert.All(template.OfType("AWS::RDS::DBInstance"), database => Assert.Equal("true", database.Text("StorageEncrypted")));
        Assert.All(template.OfType("AWS::S3::Bucket"), bucket => Assert.NotEmpty(bucket.List("BucketEncryption.ServerSideEncryptionConfiguration")));
    }

    private static string SecretTemplate(Resource secret) =>
        secret.Text("GenerateSecretString.SecretStringTemplate") is { } text ? string.Join(' ', JsonNode.Parse(text)!.AsObject().Select(member => member.Key)) : "";

    private static IEnumerable<(string Name, Value Value)> Members(Value value) =>
        value.DescendantsAndSelf().OfType<Value.Map>().SelectMany(map => map.Members.Select(member => (member.Key, member.Value)));
}
