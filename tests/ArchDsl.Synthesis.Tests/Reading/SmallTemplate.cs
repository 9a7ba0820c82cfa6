using System.Text.Json.Nodes;

using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

/// <summary>A hand-written template for the tests of the readers: a VPC with one public subnet, to build on.</summary>
internal sealed class SmallTemplate
{
    private readonly JsonObject _resources = [];

    public SmallTemplate() => this
        .Add("Vpc", "AWS::EC2::VPC", """{ "CidrBlock": "10.0.0.0/16" }""")
        .Add("Igw", "AWS::EC2::InternetGateway", "{}")
        .Add("Attachment", "AWS::EC2::VPCGatewayAttachment", """{ "VpcId": { "Ref": "Vpc" }, "InternetGatewayId": { "Ref": "Igw" } }""")
        .Subnet("Public", "10.0.0.0/24")
        .Route("Public", """ "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": { "Ref": "Igw" } """);

    public SmallTemplate Add(string logicalId, string type, string properties)
    {
        _resources[logicalId] = new JsonObject { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) };
        return this;
    }

    public SmallTemplate Remove(string logicalId)
    {
        _resources.Remove(logicalId);
        return this;
    }

    public SmallTemplate Set(string logicalId, string property, string json)
    {
        _resources[logicalId]!["Properties"]![property] = JsonNode.Parse(json);
        return this;
    }

    public SmallTemplate Unset(string logicalId, string property)
    {
        _resources[logicalId]!["Properties"]!.AsObject().Remove(property);
        return this;
    }

    /// <summary>A subnet with a route table of its own.</summary>
    public SmallTemplate Subnet(string name, string cidr) => this
        .Add(name, "AWS::EC2::Subnet", $$"""{ "VpcId": { "Ref": "Vpc" }, "CidrBlock": "{{cidr}}", "AvailabilityZone": { "Fn::Select": [0, { "Fn::GetAZs": "" }] } }""")
        .Add($"{name}Table", "AWS::EC2::RouteTable", """{ "VpcId": { "Ref": "Vpc" } }""")
        .Add($"{name}Association", "AWS::EC2::SubnetRouteTableAssociation", $$"""{ "SubnetId": { "Ref": "{{name}}" }, "RouteTableId": { "Ref": "{{name}}Table" } }""");

    public SmallTemplate Route(string subnet, string members, string name = "Default") =>
        Add($"{subnet}{name}", "AWS::EC2::Route", $$"""{ "RouteTableId": { "Ref": "{{subnet}}Table" }, {{members}} }""");

    /// <summary>A NAT gateway in one subnet, and the default route of another to it.</summary>
    public SmallTemplate Nat(string home, string routed) => this
        .Add("Nat", "AWS::EC2::NatGateway", $$"""{ "SubnetId": { "Ref": "{{home}}" }, "AllocationId": { "Fn::GetAtt": ["Eip", "AllocationId"] } }""")
        .Add("Eip", "AWS::EC2::EIP", """{ "Domain": "vpc" }""")
        .Route(routed, """ "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": { "Ref": "Nat" } """);

    public SmallTemplate Group(string name, string ingress = "[]", string? egress = null)
    {
        Add(name, "AWS::EC2::SecurityGroup", $$"""{ "VpcId": { "Ref": "Vpc" }, "GroupDescription": "A group", "SecurityGroupIngress": {{ingress}} }""");
        return egress is null ? this : Set(name, "SecurityGroupEgress", egress);
    }

    /// <summary>A PostgreSQL database in a subnet, with one security group.</summary>
    public SmallTemplate Database(string name, string subnet, string group, bool isPublic) => this
        .Add($"{name}Subnets", "AWS::RDS::DBSubnetGroup", $$"""{ "SubnetIds": [{ "Ref": "{{subnet}}" }] }""")
        .Add(name, "AWS::RDS::DBInstance", $$"""
            {
              "Engine": "postgres", "DBSubnetGroupName": { "Ref": "{{name}}Subnets" },
              "VPCSecurityGroups": [{ "Fn::GetAtt": ["{{group}}", "GroupId"] }], "PubliclyAccessible": {{(isPublic ? "true" : "false")}}
            }
            """);

    /// <summary>A Fargate service in a subnet, registered with a target group if one is named.</summary>
    public SmallTemplate Service(string name, string subnet, string group, bool isPublic = false, string? targetGroup = null)
    {
        Add(name, "AWS::ECS::Service", $$"""
            {
              "NetworkConfiguration": { "AwsvpcConfiguration": {
                "Subnets": [{ "Ref": "{{subnet}}" }], "SecurityGroups": [{ "Fn::GetAtt": ["{{group}}", "GroupId"] }],
                "AssignPublicIp": "{{(isPublic ? "ENABLED" : "DISABLED")}}" } }
            }
            """);
        return targetGroup is null ? this : Set(name, "LoadBalancers", $$"""[{ "ContainerName": "app", "ContainerPort": 8000, "TargetGroupArn": { "Ref": "{{targetGroup}}" } }]""");
    }

    public SmallTemplate LoadBalancer(string name, string subnet, string group, string scheme = "internet-facing") =>
        Add(name, "AWS::ElasticLoadBalancingV2::LoadBalancer", $$"""
            { "Type": "application", "Scheme": "{{scheme}}", "Subnets": [{ "Ref": "{{subnet}}" }], "SecurityGroups": [{ "Fn::GetAtt": ["{{group}}", "GroupId"] }] }
            """);

    public SmallTemplate Listener(string name, string balancer, int port, string action) =>
        Add(name, "AWS::ElasticLoadBalancingV2::Listener", $$"""{ "LoadBalancerArn": { "Ref": "{{balancer}}" }, "Port": {{port}}, "Protocol": "HTTP", "DefaultActions": [{{action}}] }""");

    public Template Read() => Template.Parse(new JsonObject { ["Resources"] = _resources.DeepClone() }.ToJsonString());

    public TemplateReach Reach() => new(Read());
}
