using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

/// <summary>From a host to the internet and to AWS services.</summary>
public class OutboundTests
{
    private const string Https = """[{ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0" }]""";
    private const string Nothing = """[{ "IpProtocol": "icmp", "FromPort": 252, "ToPort": 86, "CidrIp": "255.255.255.255/32" }]""";

    private static SmallTemplate Task(string subnet, bool isPublic, string egress = Https) => new SmallTemplate()
        .Subnet("Private", "10.0.1.0/24")
        .Subnet("Isolated", "10.0.2.0/24")
        .Nat("Public", "Private")
        .Group("Group", egress: egress)
        .Service("Task", subnet, "Group", isPublic);

    private static IReadOnlyList<string>? Path(SmallTemplate template) => template.Reach().PathToInternet("Task", 443);

    [Fact]
    public void PublicAddressInAPublicSubnet_IsAWay() => Assert.Equal(["Task", "Public", "Igw", "Internet:443"], Path(Task("Public", isPublic: true)));

    [Fact]
    public void PublicSubnetWithoutAPublicAddress_IsNone() => Assert.Null(Path(Task("Public", isPublic: false)));

    [Fact]
    public void NatGateway_IsAWay() => Assert.Equal(["Task", "Private", "Nat", "Internet:443"], Path(Task("Private", isPublic: false)));

    [Fact]
    public void NatGatewayInAPrivateSubnet_IsNone() => Assert.Null(Path(Task("Private", isPublic: false).Set("Nat", "SubnetId", """{ "Ref": "Isolated" }""")));

    [Fact]
    public void NatGatewayWithoutAnAddress_IsNone() => Assert.Null(Path(Task("Private", isPublic: false).Unset("Nat", "AllocationId")));

    [Fact]
    public void PrivateNatGateway_IsNone() => Assert.Null(Path(Task("Private", isPublic: false).Set("Nat", "ConnectivityType", "\"private\"")));

    [Fact]
    public void IsolatedSubnet_IsNone() => Assert.Null(Path(Task("Isolated", isPublic: true)));

    [Fact]
    public void Egress_MustAllowThePort()
    {
        Assert.Null(Path(Task("Private", isPublic: false, Nothing)));
        Assert.Null(Task("Private", isPublic: false).Reach().PathToInternet("Task", 80));
    }

    [Fact]
    public void EverySubnet_NeedsAWay() => Assert.Null(Path(Task("Private", isPublic: false).Set("Task", "NetworkConfiguration", """
        { "AwsvpcConfiguration": { "Subnets": [{ "Ref": "Private" }, { "Ref": "Isolated" }], "SecurityGroups": [{ "Ref": "Group" }] } }
        """)));

    [Fact]
    public void InterfaceEndpoint_ServesItsServiceAlone()
    {
        var reach = Task("Isolated", isPublic: false)
            .Group("EndpointGroup", """[{ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/16" }]""")
            .Add("Endpoint", "AWS::EC2::VPCEndpoint", """
                {
                  "VpcEndpointType": "Interface", "VpcId": { "Ref": "Vpc" }, "PrivateDnsEnabled": true,
                  "ServiceName": { "Fn::Join": ["", ["com.amazonaws.", { "Ref": "AWS::Region" }, ".ecr.api"]] },
                  "SubnetIds": [{ "Ref": "Isolated" }], "SecurityGroupIds": [{ "Ref": "EndpointGroup" }]
                }
                """)
            .Reach();

        Assert.True(reach.CanReachService("Task", "ecr.api"));
        Assert.False(reach.CanReachService("Task", "ecr.dkr"));
    }

    [Theory]
    [InlineData("PrivateDnsEnabled", "false")]
    [InlineData("SecurityGroupIds", """[{ "Ref": "Group" }]""")]
    public void InterfaceEndpoint_MustBeUsable(string property, string value)
    {
        var template = Task("Isolated", isPublic: false)
            .Group("EndpointGroup", """[{ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/16" }]""")
            .Add("Endpoint", "AWS::EC2::VPCEndpoint", """
                {
                  "VpcEndpointType": "Interface", "VpcId": { "Ref": "Vpc" }, "PrivateDnsEnabled": true, "ServiceName": "com.amazonaws.eu-west-1.logs",
                  "SubnetIds": [{ "Ref": "Isolated" }], "SecurityGroupIds": [{ "Ref": "EndpointGroup" }]
                }
                """);

        Assert.True(template.Reach().CanReachService("Task", "logs"));
        Assert.False(template.Set("Endpoint", property, value).Reach().CanReachService("Task", "logs"));
    }

    [Fact]
    public void GatewayEndpoint_MustBeInTheRouteTable()
    {
        var template = Task("Isolated", isPublic: false).Add("Endpoint", "AWS::EC2::VPCEndpoint", """
            { "VpcEndpointType": "Gateway", "VpcId": { "Ref": "Vpc" }, "ServiceName": "com.amazonaws.eu-west-1.s3", "RouteTableIds": [{ "Ref": "IsolatedTable" }] }
            """);

        Assert.True(template.Reach().CanReachService("Task", "s3"));
        Assert.False(template.Set("Endpoint", "RouteTableIds", """[{ "Ref": "PrivateTable" }]""").Reach().CanReachService("Task", "s3"));
    }
}
