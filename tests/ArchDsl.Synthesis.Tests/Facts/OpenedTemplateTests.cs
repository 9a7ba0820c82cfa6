using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>
/// The template of Maple Quest with its database opened by hand, leg by leg. If the reader finds the path here, then
/// that it finds none in the template itself is worth something.
/// </summary>
public class OpenedTemplateTests() : SampleFacts("MapleQuest")
{
    private string Database => Template.Single("AWS::RDS::DBInstance").LogicalId;

    [Fact]
    public void AllLegsOpen_IsAPath() => Assert.NotNull(PathWith(Address, Rule, Route));

    [Fact]
    public void AnyLegClosed_IsNone()
    {
        Assert.Null(PathWith(Rule, Route));
        Assert.Null(PathWith(Address, Route));
        Assert.Null(PathWith(Address, Rule));
    }

    [Fact]
    public void LoadBalancerInFrontOfTheDatabase_IsAPath() => Assert.NotNull(PathWith(resources =>
    {
        resources["Balancer"] = Resource("AWS::ElasticLoadBalancingV2::LoadBalancer", """{ "Type": "network", "Scheme": "internet-facing" }""");
        resources["Balancer"]!["Properties"]!["Subnets"] = Properties(resources, Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer").LogicalId)["Subnets"]!.DeepClone();
        resources["BalancerListener"] = Resource("AWS::ElasticLoadBalancingV2::Listener", """
            { "LoadBalancerArn": { "Ref": "Balancer" }, "Port": 5432, "DefaultActions": [{ "Type": "forward", "TargetGroupArn": { "Ref": "Targets" } }] }
            """);
        resources["Targets"] = Resource("AWS::ElasticLoadBalancingV2::TargetGroup", $$"""{ "TargetType": "ip", "Port": 5432, "Targets": [{ "Id": { "Ref": "{{Database}}" } }] }""");
        Rule(resources);
    }));

    private IReadOnlyList<string>? PathWith(params Action<JsonObject>[] changes)
    {
        var json = Template.Json.DeepClone().AsObject();
        foreach (var change in changes)
        {
            change(json["Resources"]!.AsObject());
        }

        return new TemplateReach(Template.Parse(json.ToJsonString())).ForwardedInternetPathTo(Database, 5432);
    }

    private void Address(JsonObject resources) => Properties(resources, Database)["PubliclyAccessible"] = true;

    private void Rule(JsonObject resources) => resources["Opened"] = Resource("AWS::EC2::SecurityGroupIngress", $$"""
        { "GroupId": { "Ref": "{{Reach[Database].Groups[0]}}" }, "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "CidrIp": "0.0.0.0/0" }
        """);

    private void Route(JsonObject resources)
    {
        foreach (var subnet in Reach[Database].Subnets)
        {
            resources[$"{subnet.LogicalId}Opened"] = Resource("AWS::EC2::Route", $$"""
                { "RouteTableId": { "Ref": "{{subnet.RouteTable}}" }, "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": { "Ref": "{{Template.Single("AWS::EC2::InternetGateway").LogicalId}}" } }
                """);
        }
    }

    private static JsonObject Properties(JsonObject resources, string logicalId) => resources[logicalId]!["Properties"]!.AsObject();

    private static JsonObject Resource(string type, string properties) => new() { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) };
}
