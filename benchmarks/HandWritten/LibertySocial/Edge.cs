using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Route53;
using Constructs;

namespace HandWritten;

/// <summary>The load balancer and its name.</summary>
public sealed class Edge : Construct
{
    public Edge(Construct scope, string id, Network network, Groups groups, Backend backend, ICertificate certificate, IHostedZone zone)
        : base(scope, id)
    {
        var balancer = new ApplicationLoadBalancer(this, "LoadBalancer", new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancerProps
        {
            LoadBalancerName = "liberty-social-alb",
            InternetFacing = true,
            Vpc = network.Vpc,
            VpcSubnets = network.PublicSubnets,
            SecurityGroup = groups.LoadBalancer,
            DropInvalidHeaderFields = true,
        });
        balancer.Node.AddDependency([.. network.Public.Select(Network.RouteOf)]);
        var targets = new ApplicationTargetGroup(this, "Targets", new ApplicationTargetGroupProps
        {
            TargetGroupName = "liberty-social-backend-tg",
            Vpc = network.Vpc,
            Port = 8000,
            Protocol = ApplicationProtocol.HTTP,
            TargetType = TargetType.IP,
            Targets = [backend.Service.LoadBalancerTarget(new LoadBalancerTargetOptions { ContainerName = "liberty-social-backend", ContainerPort = 8000 })],
            HealthCheck = new Amazon.CDK.AWS.ElasticLoadBalancingV2.HealthCheck
            {
                Protocol = Amazon.CDK.AWS.ElasticLoadBalancingV2.Protocol.HTTP,
                Path = "/api/health/",
                Interval = Duration.Seconds(30),
                Timeout = Duration.Seconds(5),
                HealthyThresholdCount = 2,
                UnhealthyThresholdCount = 3,
            },
        });
        _ = new ApplicationListener(this, "Http", new ApplicationListenerProps
        {
            LoadBalancer = balancer,
            Port = 80,
            Protocol = ApplicationProtocol.HTTP,
            Open = false,
            DefaultAction = ListenerAction.Redirect(new RedirectOptions { Protocol = "HTTPS", Port = "443", Permanent = true }),
        });
        _ = new ApplicationListener(this, "Https", new ApplicationListenerProps
        {
            LoadBalancer = balancer,
            Port = 443,
            Protocol = ApplicationProtocol.HTTPS,
            Certificates = [ListenerCertificate.FromCertificateManager(certificate)],
            SslPolicy = SslPolicy.RECOMMENDED_TLS,
            Open = false,
            DefaultAction = ListenerAction.Forward([targets]),
        });
        _ = new CfnRecordSet(this, "Name", new CfnRecordSetProps
        {
            HostedZoneId = zone.HostedZoneId,
            Name = "backend.yourdomain.com.",
            Type = "A",
            AliasTarget = new CfnRecordSet.AliasTargetProperty
            {
                DnsName = balancer.LoadBalancerDnsName,
                HostedZoneId = balancer.LoadBalancerCanonicalHostedZoneId,
                EvaluateTargetHealth = true,
            },
        });
        _ = new CfnOutput(this, "DnsName", new CfnOutputProps { Value = balancer.LoadBalancerDnsName, Description = "Edge.LoadBalancer DnsName" });
    }
}
