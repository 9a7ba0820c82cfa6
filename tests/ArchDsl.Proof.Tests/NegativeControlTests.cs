using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Harness;

namespace ArchDsl.Proof.Tests;

/// <summary>Templates as a faulty emitter might write them. Laws that hold for these would prove nothing.</summary>
public sealed class NegativeControlTests
{
    private static readonly Lazy<Task<Synthesized>> Sound = new(() => Case("EveryEdge", "prod"));

    private static readonly Lazy<Task<Synthesized>> SoundOverIpv6 = new(() => Case("Ipv6", null));

    private static async Task<Synthesized> Case(string name, string? stage)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "ArchDsl.Proof.Tests", "Cases", name + ".cs"));
        var outcome = (await Batch.RunAsync([source.Replace("namespace Case;", $"namespace {Batch.Space(0)};", StringComparison.Ordinal)])).Single();
        Assert.Empty(Trial.Judge(outcome));
        return outcome.Stages.Single(one => one.Analyzed.Stage == stage);
    }

    [Theory]
    [InlineData("AWS::EC2::SecurityGroupIngress")]
    [InlineData("AWS::EC2::SecurityGroupEgress")]
    [InlineData("AWS::EC2::Route")]
    [InlineData("AWS::EC2::NatGateway")]
    [InlineData("AWS::ElasticLoadBalancingV2::Listener")]
    public async Task MissingResource_BreaksALaw(string type)
    {
        var one = await Sound.Value;
        var ids = one.Template.OfType(type).Select(resource => resource.LogicalId).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotEmpty(Broken(one, resources => resources.Remove(id))));
    }

    [Theory]
    [InlineData("AWS::EC2::SecurityGroup", "SecurityGroupIngress")]
    [InlineData("AWS::EC2::SecurityGroup", "SecurityGroupEgress")]
    [InlineData("AWS::IAM::Role", "Policies")]
    public async Task MissingProperty_BreaksALaw(string type, string property)
    {
        var one = await Sound.Value;
        var ids = one.Template.OfType(type).Where(resource => resource.Property(property) is not null && one.ClassOf(resource.LogicalId)!.Length > 0).Select(resource => resource.LogicalId).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotEmpty(Broken(one, resources => Properties(resources, id).Remove(property))));
    }

    [Fact]
    public async Task MissingVariable_BreaksTwoLaws()
    {
        var one = await Sound.Value;
        foreach (var list in new[] { "Environment", "Secrets" })
        {
            var laws = Broken(one, resources => Properties(resources, one.Find("Private.Api", "AWS::ECS::TaskDefinition")!.LogicalId)["ContainerDefinitions"]![0]![list]!.AsArray().RemoveAt(0));
            Assert.Equal(["Complete", "Equal", "Verified"], laws);
        }
    }

    [Fact]
    public async Task OpenedStore_IsUnsound()
    {
        var one = await Sound.Value;
        var store = one.Main(one.Intent["Data.Database"]);
        var host = one.Reach[store.LogicalId];
        var laws = Broken(one, resources =>
        {
            Properties(resources, store.LogicalId)["PubliclyAccessible"] = true;
            Rule(resources, host.Groups[0], """ "CidrIp": "0.0.0.0/0" """, 3306);
            foreach (var subnet in host.Subnets)
            {
                resources[subnet.LogicalId + "Opened"] = Resource("AWS::EC2::Route", $$"""
                    { "RouteTableId": { "Ref": "{{subnet.RouteTable}}" }, "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": { "Ref": "{{one.Template.Single("AWS::EC2::InternetGateway").LogicalId}}" } }
                    """);
            }
        });
        Assert.Equal(["Equal", "Sound", "Verified"], laws);
    }

    /// <summary>Every leg of IPv6 is missed.</summary>
    [Theory]
    [InlineData("AWS::EC2::VPCCidrBlock", "AmazonProvidedIpv6CidrBlock")]
    [InlineData("AWS::EC2::Subnet", "Ipv6CidrBlock")]
    [InlineData("AWS::EC2::Subnet", "AssignIpv6AddressOnCreation")]
    [InlineData("AWS::EC2::Route", "DestinationIpv6CidrBlock")]
    [InlineData("AWS::EC2::Route", "EgressOnlyInternetGatewayId")]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", "IpAddressType")]
    [InlineData("AWS::RDS::DBInstance", "NetworkType")]
    public async Task MissingIpv6_BreaksALaw(string type, string property)
    {
        var one = await SoundOverIpv6.Value;
        var ids = one.Template.OfType(type).Where(resource => resource.Property(property) is not null).Select(resource => resource.LogicalId).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotEmpty(Broken(one, resources => Properties(resources, id).Remove(property))));
    }

    [Fact]
    public async Task StoreOpenedOverIpv6_IsUnsound()
    {
        var one = await SoundOverIpv6.Value;
        var store = one.Main(one.Intent["Data.Database"]);
        var host = one.Reach[store.LogicalId];
        Assert.Equal(["Equal", "Sound", "Verified"], Broken(one, resources =>
        {
            Properties(resources, store.LogicalId)["PubliclyAccessible"] = true;
            Rule(resources, host.Groups[0], """ "CidrIpv6": "::/0" """, 5432);
            foreach (var subnet in host.Subnets)
            {
                resources[subnet.LogicalId + "Opened"] = Resource("AWS::EC2::Route", $$"""
                    { "RouteTableId": { "Ref": "{{subnet.RouteTable}}" }, "DestinationIpv6CidrBlock": "::/0", "GatewayId": { "Ref": "{{one.Template.Single("AWS::EC2::InternetGateway").LogicalId}}" } }
                    """);
            }
        }));
    }

    /// <summary>Out is not in: an internet gateway in the place of the egress-only one.</summary>
    [Fact]
    public async Task InternetGatewayForAPrivateSubnet_IsUnsound()
    {
        var one = await SoundOverIpv6.Value;
        var task = one.Main(one.Intent["Private.Worker"]);
        Assert.Equal(["Equal", "Sound", "Verified"], Broken(one, resources =>
        {
            Rule(resources, one.Reach[task.LogicalId].Groups[0], """ "CidrIpv6": "::/0" """, 80);
            foreach (var route in one.Template.OfType("AWS::EC2::Route").Where(route => route.Property("EgressOnlyInternetGatewayId") is not null))
            {
                Properties(resources, route.LogicalId).Remove("EgressOnlyInternetGatewayId");
                Properties(resources, route.LogicalId)["GatewayId"] = new JsonObject { ["Ref"] = one.Template.Single("AWS::EC2::InternetGateway").LogicalId };
            }
        }));
    }

    [Fact]
    public async Task OpenedToAComponent_IsUnsound()
    {
        var one = await Sound.Value;
        var cache = Group("Data.Cache");
        var bastion = Group("Public.Bastion");
        Assert.Equal(["Equal", "Sound", "Verified"], Broken(one, resources =>
        {
            Rule(resources, cache, $$""" "SourceSecurityGroupId": { "Ref": "{{bastion}}" } """, 6379);
            resources["Out"] = Resource("AWS::EC2::SecurityGroupEgress", $$"""
                { "GroupId": { "Ref": "{{bastion}}" }, "IpProtocol": "-1", "DestinationSecurityGroupId": { "Ref": "{{cache}}" } }
                """);
        }));

        string Group(string path) => one.Reach[one.Main(one.Intent[path]).LogicalId].Groups[0];
    }

    [Fact]
    public async Task SurplusPermission_IsUnequal()
    {
        var one = await Sound.Value;
        var role = one.Identity.Roles.First(role => one.ClassOf(role.LogicalId) == "Private.Api").LogicalId;
        Assert.Equal(["Equal", "Verified"], Broken(one, resources => resources["Surplus"] = Resource("AWS::IAM::Policy", $$"""
            { "PolicyName": "Surplus", "Roles": [{ "Ref": "{{role}}" }], "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] } }
            """)));
    }

    /// <summary>The names of the laws that a changed template breaks.</summary>
    private static string[] Broken(Synthesized one, Action<JsonObject> change)
    {
        var json = one.Template.Json.DeepClone().AsObject();
        change(json["Resources"]!.AsObject());
        var changed = one.With(Template.Parse(json.ToJsonString()));
        return [.. Trial.Judge(new Outcome("", [], [], [changed])).Select(violation => violation.Law).Distinct().Order(StringComparer.Ordinal)];
    }

    private static void Rule(JsonObject resources, string group, string peer, int port) => resources["Opened"] = Resource("AWS::EC2::SecurityGroupIngress", $$"""
        { "GroupId": { "Ref": "{{group}}" }, "IpProtocol": "tcp", "FromPort": {{port}}, "ToPort": {{port}}, {{peer}} }
        """);

    private static JsonObject Properties(JsonObject resources, string logicalId) => resources[logicalId]!["Properties"]!.AsObject();

    private static JsonObject Resource(string type, string properties) => new() { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) };
}
