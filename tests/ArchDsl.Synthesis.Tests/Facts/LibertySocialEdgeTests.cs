using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Liberty Social, how users come in: name, certificate, load balancer, target group.</summary>
public class LibertySocialEdgeTests() : SampleFacts("LibertySocial")
{
    private Resource LoadBalancer => Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer");

    private Resource Targets => Template.Single("AWS::ElasticLoadBalancingV2::TargetGroup");

    private Resource Zone => Template.Single("AWS::Route53::HostedZone");

    private Resource Record => Template.Single("AWS::Route53::RecordSet");

    private Resource Certificate => Template.Single("AWS::CertificateManager::Certificate");

    private Resource Listener(string port) => Named("AWS::ElasticLoadBalancingV2::Listener", "Port", port);

    [Theory]
    [InlineData("Name", "liberty-social-alb")]
    [InlineData("Scheme", "internet-facing")]
    [InlineData("Type", "application")]
    public void LoadBalancer_Has(string property, string value) => States(LoadBalancer, property, value);

    [Fact]
    public void LoadBalancer_ListensOnBothPortsAlone()
    {
        Assert.Equal(["443", "80"], Template.OfType("AWS::ElasticLoadBalancingV2::Listener").Select(listener => listener.Text("Port")).Order(StringComparer.Ordinal));
        Assert.All(Template.OfType("AWS::ElasticLoadBalancingV2::Listener"), listener => Assert.Equal(LoadBalancer.LogicalId, listener.Property("LoadBalancerArn")?.LogicalId));
    }

    [Fact]
    public void PlainRequests_AreRedirectedToHttps()
    {
        States(Listener("80"), "Protocol", "HTTP");
        var action = Assert.Single(Listener("80").List("DefaultActions"));
        Assert.Equal("redirect", action["Type"]?.Text);
        Assert.Equal("HTTPS", action["RedirectConfig"]?["Protocol"]?.Text);
        Assert.Equal("443", action["RedirectConfig"]?["Port"]?.Text);
    }

    [Fact]
    public void PlainRequests_ReachNobody() => Assert.DoesNotContain(Reach.Forwards, forward => forward.ListenerPort == 80);

    [Fact]
    public void HttpsListener_HasTheCertificate()
    {
        States(Listener("443"), "Protocol", "HTTPS");
        Assert.Equal(Certificate.LogicalId, Assert.Single(Listener("443").List("Certificates"))["CertificateArn"]?.LogicalId);
    }

    [Fact]
    public void HttpsListener_ForwardsToTheTargetGroup()
    {
        var action = Assert.Single(Listener("443").List("DefaultActions"));
        Assert.Equal("forward", action["Type"]?.Text);
        Assert.Equal(Targets, Template.Target(action["TargetGroupArn"]));
    }

    [Theory]
    [InlineData("Name", "liberty-social-backend-tg")]
    [InlineData("Protocol", "HTTP")]
    [InlineData("Port", "8000")]
    [InlineData("TargetType", "ip")]
    [InlineData("HealthCheckPath", "/api/health/")]
    [InlineData("HealthCheckProtocol", "HTTP")]
    [InlineData("HealthCheckIntervalSeconds", "30")]
    [InlineData("HealthCheckTimeoutSeconds", "5")]
    [InlineData("HealthyThresholdCount", "2")]
    [InlineData("UnhealthyThresholdCount", "3")]
    public void TargetGroup_Has(string property, string value) => States(Targets, property, value);

    [Fact]
    public void TargetGroup_IsInTheVpc() => Assert.Equal(Template.Single("AWS::EC2::VPC"), Template.Target(Targets.Property("VpcId")));

    [Fact]
    public void Zone_IsTheDomain() => States(Zone, "Name", "yourdomain.com.");

    [Theory]
    [InlineData("Name", "backend.yourdomain.com.")]
    [InlineData("Type", "A")]
    [InlineData("AliasTarget.EvaluateTargetHealth", "true")]
    public void Record_Has(string property, string value) => States(Record, property, value);

    [Fact]
    public void Record_StandsInTheZone() => Assert.Equal(Zone, Template.Target(Record.Property("HostedZoneId")));

    [Fact]
    public void Record_PointsToTheLoadBalancer()
    {
        Assert.Equal(new Value.Attribute(LoadBalancer.LogicalId, "DNSName"), Record.Property("AliasTarget.DNSName"));
        Assert.Equal(new Value.Attribute(LoadBalancer.LogicalId, "CanonicalHostedZoneID"), Record.Property("AliasTarget.HostedZoneId"));
    }

    [Theory]
    [InlineData("DomainName", "*.yourdomain.com")]
    [InlineData("ValidationMethod", "DNS")]
    public void Certificate_Has(string property, string value) => States(Certificate, property, value);

    [Fact]
    public void Certificate_IsValidatedInTheZone() => Assert.Equal(Zone.LogicalId, Assert.Single(Certificate.List("DomainValidationOptions"))["HostedZoneId"]?.LogicalId);
}
