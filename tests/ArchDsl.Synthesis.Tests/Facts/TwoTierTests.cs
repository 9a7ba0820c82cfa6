using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>TwoTier: a public load balancer, the frontend, an internal load balancer, the backend; each is reached by the one before it alone.</summary>
public class TwoTierTests() : SampleFacts("TwoTier")
{
    private FargateService Frontend => new(Template, Named("AWS::ECS::Service", "ServiceName", "frontend-service"));

    private FargateService Backend => new(Template, Named("AWS::ECS::Service", "ServiceName", "backend-service"));

    private Resource PublicAlb => Named("AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internet-facing");

    private Resource BackendAlb => Named("AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internal");

    private IEnumerable<Subnet> Public => Reach[PublicAlb.LogicalId].Subnets;

    private IEnumerable<Subnet> Private => Reach.Network.Subnets.Except(Public);

    private Dictionary<string, Resource> Hosts => new() { ["public-alb"] = PublicAlb, ["frontend"] = Frontend.Service, ["backend-alb"] = BackendAlb, ["backend"] = Backend.Service };

    private GroupRules Rules => new(Reach.Groups, Hosts.ToDictionary(host => host.Key, host => Assert.Single(Reach[host.Value.LogicalId].Groups)));

    [Fact]
    public void Vpc_IsOne() => Assert.Single(Template.OfType("AWS::EC2::VPC"));

    [Fact]
    public void Zones_AreTwo() => Assert.Equal(2, Reach.Network.Subnets.Select(subnet => subnet.Zone).Distinct().Count());

    [Fact]
    public void Subnets_OfEachKindAreTwo()
    {
        Assert.Equal(2, Public.Count());
        Assert.Equal(2, Private.Count());
    }

    [Fact]
    public void PublicSubnets_LeadToTheInternetGateway() =>
        Assert.All(Public, subnet => Assert.Equal(Template.Single("AWS::EC2::InternetGateway").LogicalId, Reach.Network.InternetGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void PrivateSubnets_LeadToTheNatGateway() =>
        Assert.All(Private, subnet => Assert.Equal(Template.Single("AWS::EC2::NatGateway").LogicalId, Reach.Network.OutboundGateway(subnet, Cidr.Internet[0])));

    [Fact]
    public void PrivateSubnets_DoNotLeadToTheInternetGateway() =>
        Assert.All(Private, subnet => Assert.All(Cidr.Internet, address => Assert.Null(Reach.Network.InternetGateway(subnet, address))));

    [Fact]
    public void NatGateway_StandsInAPublicSubnet() =>
        Assert.Contains(Template.Single("AWS::EC2::NatGateway").Property("SubnetId")?.LogicalId, Public.Select(subnet => subnet.LogicalId));

    [Fact]
    public void NatGateway_HasAnElasticAddress() =>
        Assert.Equal(Template.Single("AWS::EC2::EIP"), Template.Target(Template.Single("AWS::EC2::NatGateway").Property("AllocationId")));

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend-alb")]
    [InlineData("backend")]
    public void Host_StandsInThePrivateSubnets(string name)
    {
        Assert.Equal(Private.Select(subnet => subnet.LogicalId), Reach[Hosts[name].LogicalId].Subnets.Select(subnet => subnet.LogicalId));
        Assert.False(Reach[Hosts[name].LogicalId].HasPublicAddress);
    }

    [Fact]
    public void LoadBalancers_AreTwo() => Assert.Equal(2, Template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Count());

    [Fact]
    public void SecurityGroups_AreTheFourOfTheChain() => Assert.Equal(
        Hosts.Values.Select(host => Reach[host.LogicalId].Groups[0]).Order(StringComparer.Ordinal),
        Template.OfType("AWS::EC2::SecurityGroup").Select(group => group.LogicalId).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("public-alb", "tcp 80 from 0.0.0.0/0")]
    [InlineData("frontend", "tcp 3000 from public-alb")]
    [InlineData("backend-alb", "tcp 8080 from frontend")]
    [InlineData("backend", "tcp 8080 from backend-alb")]
    public void SecurityGroup_AdmitsExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Ingress(name));

    [Theory]
    [InlineData("public-alb", "tcp 3000 to frontend")]
    [InlineData("frontend", "tcp 443 to 0.0.0.0/0", "tcp 8080 to backend-alb")]
    [InlineData("backend-alb", "tcp 8080 to backend")]
    [InlineData("backend", "tcp 443 to 0.0.0.0/0")]
    public void SecurityGroup_LetsOutExactly(string name, params string[] rules) => Assert.Equal(rules, Rules.Egress(name));

    [Theory]
    [InlineData("frontend", 3000, "public-alb")]
    [InlineData("backend-alb", 8080, "frontend")]
    [InlineData("backend", 8080, "backend-alb")]
    public void Host_IsReachedByTheOneBeforeItAlone(string name, int port, string before) =>
        Assert.Equal([Hosts[before].LogicalId], Reach.Connectors(Hosts[name].LogicalId, port));

    [Fact]
    public void Users_ReachTheFrontendThroughThePublicLoadBalancer() => Assert.Equal(
        [$"{PublicAlb.LogicalId}:80", $"{Frontend.LogicalId}:3000"],
        Reach.ForwardedInternetPathTo(Frontend.LogicalId, 3000)?.TakeLast(2));

    [Theory]
    [InlineData("frontend", 3000)]
    [InlineData("backend-alb", 8080)]
    [InlineData("backend", 8080)]
    public void Users_ReachNoneStraight(string name, int port) => Assert.Null(Reach.InternetPathTo(Hosts[name].LogicalId, port));

    [Theory]
    [InlineData("backend-alb")]
    [InlineData("backend")]
    public void Users_AreNotForwardedTo(string name) => Assert.Null(Reach.ForwardedInternetPathTo(Hosts[name].LogicalId, 8080));

    [Fact]
    public void PublicLoadBalancer_DoesNotReachTheBackend()
    {
        Assert.Equal(Answer.No, Reach.CanConnect(PublicAlb.LogicalId, Backend.LogicalId, 8080));
        Assert.Equal(Answer.No, Reach.CanConnect(PublicAlb.LogicalId, BackendAlb.LogicalId, 8080));
    }

    [Fact]
    public void Frontend_DoesNotBypassTheBackendsLoadBalancer() => Assert.Equal(Answer.No, Reach.CanConnect(Frontend.LogicalId, Backend.LogicalId, 8080));

    [Fact]
    public void Backend_DoesNotCallBack()
    {
        Assert.Equal(Answer.No, Reach.CanConnect(Backend.LogicalId, Frontend.LogicalId, 3000));
        Assert.Equal(Answer.No, Reach.CanConnect(BackendAlb.LogicalId, Frontend.LogicalId, 3000));
    }

    [Theory]
    [InlineData("frontend")]
    [InlineData("backend")]
    public void Tasks_CallTheInternetThroughTheNatGateway(string name) =>
        Assert.Contains(Template.Single("AWS::EC2::NatGateway").LogicalId, Reach.PathToInternet(Hosts[name].LogicalId, 443)!);
}
