using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

/// <summary>From the internet through load balancers.</summary>
public class ForwardingTests
{
    private const string Forward = """{ "Type": "forward", "TargetGroupArn": { "Ref": "Targets" } }""";
    private const string Redirect = """{ "Type": "redirect", "RedirectConfig": { "Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301" } }""";

    private static SmallTemplate Site(string action = Forward, string scheme = "internet-facing") => new SmallTemplate()
        .Subnet("Isolated", "10.0.2.0/24")
        .Group("Edge", """[{ "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0" }]""")
        .Group("Inner", """[{ "IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8000, "SourceSecurityGroupId": { "Fn::GetAtt": ["Edge", "GroupId"] } }]""")
        .LoadBalancer("Balancer", "Public", "Edge", scheme)
        .Add("Targets", "AWS::ElasticLoadBalancingV2::TargetGroup", """{ "TargetType": "ip", "Port": 8000, "Protocol": "HTTP" }""")
        .Listener("Http", "Balancer", 80, action)
        .Service("Api", "Isolated", "Inner", targetGroup: "Targets");

    private static IReadOnlyList<string>? Path(SmallTemplate template) => template.Reach().ForwardedInternetPathTo("Api", 8000);

    [Fact]
    public void Forward_IsAPath() => Assert.Equal(["Internet", "Igw", "Public", "Balancer:80", "Api:8000"], Path(Site()));

    [Fact]
    public void ForwardedTarget_IsNotReachedStraight() => Assert.Null(Site().Reach().InternetPathTo("Api", 8000));

    [Fact]
    public void AnotherPortOfTheTarget_IsNotForwarded() => Assert.Null(Site().Reach().ForwardedInternetPathTo("Api", 22));

    [Fact]
    public void Redirect_IsNoPath()
    {
        Assert.Null(Path(Site(Redirect)));
        Assert.NotNull(Site(Redirect).Reach().InternetPathTo("Balancer", 80));
    }

    [Fact]
    public void FixedResponse_IsNoPath() => Assert.Null(Path(Site("""{ "Type": "fixed-response", "FixedResponseConfig": { "StatusCode": "404" } }""")));

    [Fact]
    public void ListenerRule_IsAPath() => Assert.NotNull(Path(Site(Redirect)
        .Add("Rule", "AWS::ElasticLoadBalancingV2::ListenerRule", $$"""{ "ListenerArn": { "Ref": "Http" }, "Priority": 1, "Actions": [{{Forward}}] }""")));

    [Fact]
    public void WeightedForward_IsAPath() => Assert.NotNull(Path(Site("""
        { "Type": "forward", "ForwardConfig": { "TargetGroups": [{ "TargetGroupArn": { "Ref": "Targets" }, "Weight": 1 }] } }
        """)));

    [Fact]
    public void InternalLoadBalancer_IsNoPath() => Assert.Null(Path(Site(scheme: "internal")));

    [Fact]
    public void UnsaidScheme_IsInternetFacing() => Assert.NotNull(Path(Site().Unset("Balancer", "Scheme")));

    [Fact]
    public void LoadBalancerWithoutARoute_IsNoPath() => Assert.Null(Path(Site().Remove("PublicDefault")));

    [Fact]
    public void ListenerPort_MustBeOpen() => Assert.Null(Path(Site().Set("Http", "Port", "8080")));

    [Fact]
    public void Target_MustAdmitTheLoadBalancer() => Assert.Null(Path(Site().Set("Inner", "SecurityGroupIngress", "[]")));

    [Fact]
    public void RegisteredInstance_IsATarget() => Assert.NotNull(Site()
        .Set("Targets", "Targets", """[{ "Id": { "Ref": "Box" } }]""")
        .Add("Box", "AWS::EC2::Instance", """{ "SubnetId": { "Ref": "Isolated" }, "SecurityGroupIds": [{ "Ref": "Inner" }] }""")
        .Reach().ForwardedInternetPathTo("Box", 8000));

    [Fact]
    public void NetworkLoadBalancerWithoutGroups_AdmitsEveryPort() => Assert.NotNull(Path(Site()
        .Set("Balancer", "Type", "\"network\"")
        .Unset("Balancer", "SecurityGroups")
        .Set("Http", "Port", "9000")
        .Set("Inner", "SecurityGroupIngress", """[{ "IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8000, "CidrIp": "0.0.0.0/0" }]""")));
}
