using System.Globalization;
using ArchDsl.Model;
using ArchDsl.CloudFormation;
using Resource = ArchDsl.CloudFormation.Resource;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary>
/// What is analysed is what is emitted: security group rules, routes, permissions, variables and public addresses of the
/// template are those of the topology, no more and no less, whatever the L2 constructs of the CDK would add.
/// </summary>
internal sealed class Equal : Law
{
    public override IEnumerable<string> Check(Synthesized one)
    {
        var topology = one.Analyzed.Topology;
        return Differences("rules of security groups", Rules(topology), Rules(one))
            .Concat(Differences("routes", Routes(topology), Routes(one)))
            .Concat(Differences("subnets", Subnets(topology), Subnets(one)))
            .Concat(Differences("permissions", Permissions(topology), Permissions(one)))
            .Concat(Differences("roles", Roles(topology), one.Identity.Roles.Where(role => !IsOfFlowLogs(role)).Select(role => one.ClassOf(role.LogicalId)!)))
            .Concat(Differences("public addresses", PublicFlags(topology), PublicFlags(one)))
            .Concat(Differences("variables", Variables(topology), Variables(one)))
            .Concat(Differences("forwards", Forwards(topology), Forwards(one)))
            .Concat(one.Identity.Roles.SelectMany(role => one.Identity.ForeignPolicies(role.LogicalId).Select(policy => $"{role} has the policy {policy}")));
    }

    private static IEnumerable<string> Differences(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        List<string> missing = [.. expected];
        List<string> surplus = [];
        foreach (var item in actual)
        {
            if (!missing.Remove(item))
            {
                surplus.Add(item);
            }
        }

        if (missing.Count + surplus.Count > 0)
        {
            yield return $"The {what} differ.{string.Concat(missing.Select(item => "\n    only in the topology: " + item))}{string.Concat(surplus.Select(item => "\n    only in the template: " + item))}";
        }
    }

    private static IEnumerable<string> Rules(ArchitectureTopology topology) =>
        from guarded in topology.SecurityGroups
        from rule in guarded.Rules
        let ports = rule.Ports.Protocol == Protocol.All ? "all" : Text($"{rule.Ports.Protocol} {rule.Ports.From}-{rule.Ports.To}").ToLowerInvariant()
        select $"{guarded.Path} {rule.Direction} {ports} {(rule.Peer.Group is { } peer ? "group " + peer.Value : rule.Peer.Cidr.ToString())}";

    private static IEnumerable<string> Rules(Synthesized one) =>
        from found in one.Template.OfType("AWS::EC2::SecurityGroup")
        from rule in one.Reach.Groups.Ingress(found.LogicalId).Select(rule => (Direction: "Ingress", Rule: rule)).Concat(one.Reach.Groups.Egress(found.LogicalId).Select(rule => (Direction: "Egress", Rule: rule)))
        where !IsNothing(rule.Rule)
        let ports = rule.Rule.Protocol == "-1" ? "all" : Text($"{rule.Rule.Protocol} {rule.Rule.FromPort}-{rule.Rule.ToPort}")
        let peer = rule.Rule.Peer is CloudFormation.Peer.Group other ? "group " + Guarded(one, other.LogicalId) : rule.Rule.Peer.ToString()
        select $"{Guarded(one, found.LogicalId)} {rule.Direction} {ports} {peer}";

    // The groups of interface endpoints stand beside the classes, below that of the VPC.
    private static string? Guarded(Synthesized one, string group) =>
        one.Template[group].ConstructPath!.Split('/')[^1] is ['@', .. var name] && name.EndsWith("EndpointSecurityGroup", StringComparison.Ordinal)
            ? new NodePath(one.ClassOf(group)!).Child("@" + name[..^"EndpointSecurityGroup".Length]).Value
            : one.ClassOf(group);

    // The rule that stands for no rule.
    private static bool IsNothing(CloudFormation.SecurityRule rule) => rule.Protocol == "icmp" && rule.Peer.ToString() == "255.255.255.255/32";

    private static IEnumerable<string> Routes(ArchitectureTopology topology) =>
        from network in topology.Networks
        from subnets in network.SubnetGroups
        from subnet in subnets.Subnets
        from route in new[] { ("0.0.0.0/0", subnet.DefaultRoute), ("::/0", subnet.Ipv6?.DefaultRoute ?? default) }
        where route.Item2.Kind != RouteTargetKind.None
        select $"{subnet.Cidr} {route.Item1} {Target(network, route.Item2)}";

    private static string Target(Model.Network network, RouteTarget target) => target.Kind switch
    {
        RouteTargetKind.InternetGateway => "internet",
        RouteTargetKind.EgressOnlyInternetGateway => "egress only",
        _ => $"NAT in {network.SubnetGroups.Single(g => g.Path == network.NatGateways[target.NatGateway].SubnetGroup).Subnets[network.NatGateways[target.NatGateway].Zone].Cidr}",
    };

    private static IEnumerable<string> Routes(Synthesized one) =>
        from route in one.Template.OfType("AWS::EC2::Route")
        from subnet in one.Reach.Network.Subnets
        where subnet.RouteTable == route.Property("RouteTableId")?.LogicalId
        let nat = one.Template.Target(route.Property("NatGatewayId"))
        let target = nat is not null ? $"NAT in {one.Reach.Network.Find(nat.Property("SubnetId")!.LogicalId)!.Cidr}"
            : one.Template.Target(route.Property("GatewayId"))?.Type == "AWS::EC2::InternetGateway" ? "internet"
            : one.Template.Target(route.Property("EgressOnlyInternetGatewayId"))?.Property("VpcId")?.LogicalId == subnet.Vpc ? "egress only"
            : "?"
        select $"{subnet.Cidr} {route.Text("DestinationCidrBlock") ?? route.Text("DestinationIpv6CidrBlock")} {target}";

    private static IEnumerable<string> Subnets(ArchitectureTopology topology) =>
        from network in topology.Networks
        from subnets in network.SubnetGroups
        from subnet in subnets.Subnets
        select Text($"{subnets.Path} {subnet.Cidr} zone {subnet.Zone} of {network.Cidr}{(subnet.Ipv6 is { } ipv6 ? $" and IPv6 part {ipv6.Index}" : "")}");

    private static IEnumerable<string> Subnets(Synthesized one) =>
        from subnet in one.Reach.Network.Subnets
        let part = subnet.Resource.Property("Ipv6CidrBlock") is CloudFormation.Value.Slice { Index: var index } && subnet.GivesIpv6Address ? Text($" and IPv6 part {index}")
            : subnet.HasIpv6 ? " and IPv6 that it does not give" : ""
        select $"{one.ClassOf(subnet.LogicalId)} {subnet.Cidr} {subnet.Zone} of {one.Template[subnet.Vpc].Text("CidrBlock")}{(subnet.GivesPublicAddress ? " gives public addresses" : "")}{part}";

    private static IEnumerable<string> Roles(ArchitectureTopology topology) =>
        topology.Components.SelectMany(component => component switch
        {
            FargateService => [component.Path.Value, component.Path.Value],
            Instance => [component.Path.Value],
            _ => Array.Empty<string>(),
        });

    private static IEnumerable<string> Permissions(ArchitectureTopology topology) =>
        from permission in topology.Grants
        from action in permission.Actions
        from resource in permission.Resources
        select $"{permission.Component} {permission.Principal} {action} on {(resource.Component is { } component ? $"{component} {resource.Part}{resource.Suffix}" : "*")}";

    private static IEnumerable<string> Permissions(Synthesized one) =>
        from user in one.Intent.Things
        where user.IsCompute
        from execution in user.Resource is FargateAttribute ? new[] { false, true } : [false]
        let role = Laws.Complete.Role(one, user, execution)
        where role is not null
        from grant in one.Identity.Grants(role)
        select $"{user.Path} {(execution ? Principal.Execution : Principal.Runtime)} {(grant.Allowed && !grant.Conditional ? "" : grant + " ")}{grant.Action} on {On(one, grant.Resource)}";

    private static string On(Synthesized one, CloudFormation.Value resource)
    {
        if (resource.Text is { } literal)
        {
            return literal;
        }

        var parts = resource is CloudFormation.Value.Joined joined ? joined.Parts : [resource];
        if (one.Template.Find(parts[0].LogicalId) is not { } target || parts.Skip(1).Any(part => part.Text is null))
        {
            return resource.ToString();
        }

        var path = one.ClassOf(target.LogicalId)!;
        var isMain = one.Intent.Things.Any(thing => thing.Path == path && thing.ResourceType == target.Type && thing.Resource is not SecretAttribute);
        var part = isMain ? ResourcePart.Main
            : target.Type == "AWS::Logs::LogGroup" ? ResourcePart.LogGroup
            : target.Type == "AWS::KMS::Key" ? ResourcePart.Key
            : target.Type.StartsWith("AWS::SecretsManager::", StringComparison.Ordinal) ? ResourcePart.Secret
            : (ResourcePart)99;
        return $"{path} {part}{string.Concat(parts.Skip(1))}";
    }

    private static IEnumerable<string> PublicFlags(ArchitectureTopology topology) =>
        from component in topology.Components
        where component.Placement is not null
        select $"{component.Path} {(component.HasPublicAddress ? "public" : "private")}{(component.HasPublicIpv6Address ? ", IPv6" : component.HasIpv6Address ? ", private IPv6" : "")}";

    private static IEnumerable<string> PublicFlags(Synthesized one) =>
        from host in one.Reach.Hosts
        where one.Template[host.LogicalId].Type != "AWS::EC2::VPCEndpoint"
        select $"{one.ClassOf(host.LogicalId)} {(host.HasPublicAddress ? "public" : "private")}{(host.HasPublicIpv6 ? ", IPv6" : host.HasIpv6 ? ", private IPv6" : "")}";

    private static IEnumerable<string> Variables(ArchitectureTopology topology) =>
        from variable in topology.Environment
        select $"{variable.Component} {variable.Name} = {(variable.Value is LiteralValue literal ? literal.Text : variable.Value is SecretValue secret ? $"secret {secret.Component} {secret.Field}" : "value of " + ((ComponentValue)variable.Value).Component)}";

    private static IEnumerable<string> Variables(Synthesized one) =>
        from task in one.Template.OfType("AWS::ECS::TaskDefinition")
        let container = task.List("ContainerDefinitions").Single()
        from variable in (container["Environment"]?.Items ?? []).Select(v => $"{v["Name"]} = {ValueOf(one, v["Value"]!)}")
            .Concat((container["Secrets"]?.Items ?? []).Select(v => $"{v["Name"]} = {Secret(one, v["ValueFrom"]!)}"))
        select $"{one.ClassOf(task.LogicalId)} {variable}";

    private static string ValueOf(Synthesized one, CloudFormation.Value value)
    {
        // The address of a load balancer with a certificate is a name that the source gives it.
        var named = one.Analyzed.Topology.DnsRecords.FirstOrDefault(record => value.Text is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == "https" && url.IdnHost == record.Name);
        return named is not null ? "value of " + named.LoadBalancer
            : value.Text ?? "value of " + one.ClassOf(value.References().First());
    }

    private static string Secret(Synthesized one, CloudFormation.Value value)
    {
        var field = value is CloudFormation.Value.Joined { Parts: [_, var rest] } ? rest.ToString().Trim(':') : "";
        return $"secret {one.ClassOf(value.References().First())} {field}";
    }

    private static IEnumerable<string> Forwards(ArchitectureTopology topology) =>
        from target in topology.TargetGroups
        from listener in topology.Component(target.LoadBalancer) is ApplicationLoadBalancer balancer ? balancer.Listeners : []
        where !listener.RedirectToHttps
        select Text($"{target.LoadBalancer}:{listener.Port} to {target.Target}:{target.Port}");

    private static IEnumerable<string> Forwards(Synthesized one) =>
        one.Reach.Forwards.Select(forward => Text($"{one.ClassOf(forward.LoadBalancer)}:{forward.ListenerPort} to {one.ClassOf(forward.Target)}:{forward.TargetPort}"));

    // The service that writes flow logs has a role beside the components.
    private static bool IsOfFlowLogs(Resource role) => role.Property("AssumeRolePolicyDocument")!.ToString().Contains("vpc-flow-logs", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
