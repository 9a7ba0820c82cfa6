using System.Net;
using System.Net.Sockets;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Deployment;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>IPv6 beside IPv4, as <c>tests/Variants/DualStack.cs</c> declares it.</summary>
public class DualStackTests : IAsyncLifetime
{
    private Synthesized synthesized = null!;

    private Template Template => synthesized.Template;

    private TemplateReach Reach => synthesized.Reach;

    public async Task InitializeAsync() => synthesized = await Variants.Get("DualStack");

    public Task DisposeAsync() => Task.CompletedTask;

    [ToolFact(Tools.CfnLint)]
    public async Task Template_HasNoFindings() => Assert.DoesNotContain(
        await CfnLint.Check(synthesized.TemplatePath, "eu-west-1"), finding => finding.Rule != LintTests.DeprecatedEngineVersion);

    [Fact]
    public void Template_IsUnderstoodInFull() => Assert.Empty(Reach.Unknowns);

    /// <summary>There is no range to take a part of before Amazon has given one.</summary>
    [Fact]
    public void Subnets_HaveAPartEachAndWaitForTheRange()
    {
        var range = Template.Single("AWS::EC2::VPCCidrBlock");
        var parts = Reach.Network.Subnets.Select(subnet => Assert.IsType<Value.Slice>(subnet.Resource.Property("Ipv6CidrBlock"))).ToList();

        Assert.Equal(Enumerable.Range(0, 6), parts.Select(part => part.Index).Order());
        Assert.All(parts, part => Assert.Equal((256, 64), (part.Count, part.HostBits)));
        Assert.All(Reach.Network.Subnets, subnet => Assert.Contains(range.LogicalId, subnet.Resource.DependsOn));
        Assert.All(Routes, route => Assert.Contains(range.LogicalId, route.DependsOn));
    }

    [Fact]
    public void Routes_LeadOutByTheRightGateway()
    {
        var attachment = Template.Single("AWS::EC2::VPCGatewayAttachment");
        var egressOnly = Template.Single("AWS::EC2::EgressOnlyInternetGateway");
        var internet = Routes.Where(route => route.Property("GatewayId") is not null).ToList();

        Assert.Equal((2, 4), (internet.Count, Routes.Count()));
        Assert.All(internet, route => Assert.Contains(attachment.LogicalId, route.DependsOn));
        Assert.All(Routes.Except(internet), route => Assert.Equal(egressOnly.LogicalId, route.Property("EgressOnlyInternetGatewayId")?.LogicalId));
    }

    [Theory]
    [InlineData("AWS::ElasticLoadBalancingV2::LoadBalancer", 443, true)]
    [InlineData("AWS::EC2::Instance", 8443, false)] // one site alone
    [InlineData("AWS::ECS::Service", 80, false)]
    [InlineData("AWS::RDS::DBInstance", 5432, false)]
    public void Internet_ReachesTheLoadBalancerAlone(string type, int port, bool reaches)
    {
        var host = Template.Single(type).LogicalId;

        Assert.True(Reach[host].HasIpv6);
        Assert.Equal(reaches, Cidr.Internet.Where(address => address.AddressFamily == AddressFamily.InterNetworkV6).Any(address => Reach.Admits(host, address, port)));
    }

    [Fact]
    public void Site_GetsIn() => Assert.True(Reach.Admits(Template.Single("AWS::EC2::Instance").LogicalId, IPAddress.Parse("2001:db8:7::1"), 8443));

    /// <summary>Clients that find an address of both families may take either.</summary>
    [Theory]
    [InlineData(AddressFamily.InterNetwork)]
    [InlineData(AddressFamily.InterNetworkV6)]
    public void Database_IsAskedOverBoth(AddressFamily family) => Assert.Equal(
        Answer.Yes, Reach.CanConnect(Template.Single("AWS::ECS::Service").LogicalId, Template.Single("AWS::RDS::DBInstance").LogicalId, 5432, "tcp", family));

    [Fact]
    public void Name_HasRecordsOfBoth()
    {
        var records = Template.OfType("AWS::Route53::RecordSet").ToList();

        Assert.Equal(["A", "AAAA"], records.Select(record => record.Text("Type")).Order());
        Assert.All(records, record => Assert.Equal("shop.example.com.", record.Text("Name")));
        Assert.All(records, record => Assert.EndsWith($"${{{Template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer").LogicalId}.DNSName}}", record.Property("AliasTarget.DNSName")!.ToString(), StringComparison.Ordinal));
    }

    private IEnumerable<Resource> Routes => Template.OfType("AWS::EC2::Route").Where(route => route.Text("DestinationIpv6CidrBlock") == "::/0");
}
