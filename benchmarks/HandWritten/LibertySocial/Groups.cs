using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace HandWritten;

/// <summary>The security groups and what they let through.</summary>
public sealed class Groups : Construct
{
    private readonly Network network;

    public Groups(Construct scope, string id, Network network)
        : base(scope, id)
    {
        this.network = network;
        var (balancerGroup, balancer) = Group("LoadBalancer", "alb-sg", "Guards Edge.LoadBalancer", [Everything()], [FromInternet(80), FromInternet(443)]);
        var (databaseGroup, database) = Group("Database", "rds-sg", "Guards App.Database", [Everything()]);
        var (cacheGroup, cache) = Group("Cache", "elasticache-sg", "Guards App.Cache", [Everything()]);
        var (apiGroup, api) = Group("Api", "ecs-sg", "Guards App.Api",
        [
            new CfnSecurityGroup.EgressProperty { CidrIp = "0.0.0.0/0", IpProtocol = "tcp", FromPort = 443, ToPort = 443, Description = "AWS services and image registries" },
            To(databaseGroup, 5432, "Queries to App.Database"),
            To(cacheGroup, 6379, "Commands to App.Cache"),
        ]);
        Admit("RequestsToApi", apiGroup, balancerGroup, 8000, "Requests from Edge.LoadBalancer");
        Admit("QueriesToDatabase", databaseGroup, apiGroup, 5432, "Queries from App.Api");
        Admit("CommandsToCache", cacheGroup, apiGroup, 6379, "Commands from App.Api");
        (LoadBalancer, Database, CacheId, Api) = (balancer, database, cacheGroup.AttrGroupId, api);
    }

    public ISecurityGroup LoadBalancer { get; }

    public ISecurityGroup Database { get; }

    public string CacheId { get; }

    public ISecurityGroup Api { get; }

    private (CfnSecurityGroup Resource, ISecurityGroup Group) Group(string id, string name, string description, object[] egress, object[]? ingress = null)
    {
        var resource = new CfnSecurityGroup(this, id, new CfnSecurityGroupProps
        {
            GroupName = name,
            GroupDescription = description,
            VpcId = network.Vpc.VpcId,
            SecurityGroupEgress = egress,
            SecurityGroupIngress = ingress,
            Tags = [new CfnTag { Key = "Name", Value = "liberty-social/" + name }],
        });
        return (resource, SecurityGroup.FromSecurityGroupId(this, id + "Reference", resource.AttrGroupId, new SecurityGroupImportOptions { Mutable = false }));
    }

    private void Admit(string id, CfnSecurityGroup group, CfnSecurityGroup source, int port, string description) =>
        _ = new CfnSecurityGroupIngress(this, id, new CfnSecurityGroupIngressProps
        {
            GroupId = group.AttrGroupId,
            SourceSecurityGroupId = source.AttrGroupId,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            Description = description,
        });

    private static CfnSecurityGroup.EgressProperty Everything() => new() { CidrIp = "0.0.0.0/0", IpProtocol = "-1", Description = "Egress to 0.0.0.0/0" };

    private static CfnSecurityGroup.EgressProperty To(CfnSecurityGroup group, int port, string description) =>
        new() { DestinationSecurityGroupId = group.AttrGroupId, IpProtocol = "tcp", FromPort = port, ToPort = port, Description = description };

    private static CfnSecurityGroup.IngressProperty FromInternet(int port) =>
        new() { CidrIp = "0.0.0.0/0", IpProtocol = "tcp", FromPort = port, ToPort = port, Description = "Listener for the internet" };
}
