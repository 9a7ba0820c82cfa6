using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Harness;

namespace ArchDsl.Proof.Tests;

/// <summary>Templates as a faulty emitter might write them. Laws that hold for these would prove nothing.</summary>
public sealed class NegativeControlTests
{
    private static readonly Lazy<Task<Synthesized>> Sound = new(async () =>
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "ArchDsl.Proof.Tests", "Cases", "EveryEdge.cs"));
        var outcome = (await Batch.RunAsync([source.Replace("namespace Case;", $"namespace {Batch.Space(0)};", StringComparison.Ordinal)])).Single();
        Assert.Empty(Trial.Judge(outcome));
        return outcome.Stages.Single(one => one.Analyzed.Stage == "prod");
    });

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
            Assert.Equal(["Complete", "Equal"], laws);
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
        Assert.Equal(["Equal", "Sound"], laws);
    }

    [Fact]
    public async Task OpenedToAComponent_IsUnsound()
    {
        var one = await Sound.Value;
        var cache = Group("Data.Cache");
        var bastion = Group("Public.Bastion");
        Assert.Equal(["Equal", "Sound"], Broken(one, resources =>
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
        Assert.Equal(["Equal"], Broken(one, resources => resources["Surplus"] = Resource("AWS::IAM::Policy", $$"""
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
