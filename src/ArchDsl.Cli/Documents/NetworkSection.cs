using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>VPCs, subnets, routes and endpoints.</summary>
internal static class NetworkSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        foreach (ManifestNetwork network in facts.Stage.Networks)
        {
            markdown.List(
            [
                $"VPC of {facts.Name(network.Path)}: {Ranges(network.Cidrs)}{(network.Ipv6 ? " and an IPv6 range of Amazon's" : "")}, {network.AvailabilityZones} availability {(network.AvailabilityZones == 1 ? "zone" : "zones")}, DNS names on",
                $"Internet gateway: {StageFacts.YesNo(network.InternetGateway)}{(network.EgressOnlyInternetGateway ? "; egress-only internet gateway for IPv6" : "")}",
                $"NAT gateways: {(network.NatGateways.Count == 0 ? "none" : string.Join(", ", network.NatGateways.Select(nat => $"zone {nat.Zone + 1}, in {facts.Name(nat.SubnetGroup)}")))}",
                $"Flow logs: {StageFacts.Text(network.FlowLogs)}",
                .. network.Endpoints.Select(endpoint => $"VPC endpoint for {StageFacts.Text(endpoint.Service)}: {(endpoint.IsGateway ? "gateway, in every route table" : $"interface, in {facts.Name(endpoint.SubnetGroup!)}")}"),
            ]);
            markdown.Table(
                ["Subnets", "Kind", "Zone", "Range", "Route table"],
                from subnets in network.SubnetGroups
                from subnet in subnets.Subnets
                select new[] { facts.Name(subnets.Path), subnets.Kind.ToString(), $"{subnet.Zone + 1}", Ranges(subnet.Cidrs), Routes(subnet, network, facts) });
        }

        markdown.List(facts.Stage.Clusters.Select(cluster => $"ECS cluster of {facts.Name(cluster.Path)}{(cluster.Name is null ? "" : $", {MarkdownText.Code(cluster.Name)}")}: container insights {(cluster.ContainerInsights ? "on" : "off")}"));
        markdown.List(facts.Stage.HostedZones.Select(zone => $"Hosted zone {MarkdownText.Code(zone.DomainName)}{(zone.Id is null ? "" : $" ({MarkdownText.Code(zone.Id)}, which exists already)")}"));
    }

    private static string Routes(ManifestSubnet subnet, ManifestNetwork network, StageFacts facts)
    {
        string ipv4 = subnet.DefaultRoute switch
        {
            RouteTargetKind.InternetGateway => "0.0.0.0/0 to the internet gateway",
            RouteTargetKind.NatGateway => $"0.0.0.0/0 to the NAT gateway in zone {network.NatGateways[subnet.NatGateway!.Value].Zone + 1} of {facts.Name(network.NatGateways[subnet.NatGateway.Value].SubnetGroup)}",
            _ => "local only",
        };
        return subnet.Ipv6DefaultRoute switch
        {
            RouteTargetKind.InternetGateway => ipv4 + "; ::/0 to the internet gateway",
            null or RouteTargetKind.None => ipv4,
            _ => ipv4 + "; ::/0 to the egress-only internet gateway",
        };
    }

    private static string Ranges(IEnumerable<string> cidrs) => string.Join(", ", cidrs.Select(MarkdownText.Code));
}

/// <summary>Listeners, targets, names and logs of load balancers.</summary>
internal static class LoadBalancerSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestStage stage = facts.Stage;
        markdown.Table(
            ["Load balancer", "Listens on", "Protocol", "Does"],
            stage.Listeners.Select(listener => new[]
            {
                facts.Name(listener.LoadBalancer),
                $"{listener.Port}",
                listener.Certificate is { } certificate ? $"HTTPS, certificate {facts.Name(certificate)}" : "HTTP",
                listener.RedirectToHttps ? "redirects to HTTPS" : string.Join(", ", stage.TargetGroups.Where(group => group.LoadBalancer == listener.LoadBalancer).Select(group => $"passes on to {facts.Name(group.Target)}:{group.Port}")),
            }));
        markdown.Table(
            ["Target group", "Target", "Port", "Health check", "Interval", "Timeout", "Healthy after", "Unhealthy after"],
            stage.TargetGroups.Select(group => new[]
            {
                group.Name is null ? $"of {facts.Name(group.LoadBalancer)}" : MarkdownText.Code(group.Name),
                facts.Name(group.Target),
                $"HTTP {group.Port}",
                MarkdownText.Code(group.HealthCheck.Path),
                $"{group.HealthCheck.IntervalSeconds} s",
                $"{group.HealthCheck.TimeoutSeconds} s",
                $"{group.HealthCheck.HealthyThreshold}",
                $"{group.HealthCheck.UnhealthyThreshold}",
            }));
        markdown.List(
        [
            .. stage.DnsRecords.Select(record => $"{MarkdownText.Code(record.Name)} in {facts.Name(record.HostedZone)} leads to {facts.Name(record.LoadBalancer)}"),
            .. stage.AccessLogs.Select(logs => $"Requests to {facts.Name(logs.Source)} are logged in {facts.Name(logs.Bucket)}{(logs.Prefix.Length == 0 ? "" : $" below {MarkdownText.Code(logs.Prefix)}")}"),
        ]);
    }
}

/// <summary>Security groups, rule by rule, with what asked for it.</summary>
internal static class SecurityGroupSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Security group of", "Direction", "Peer", "Ports", "Why", "Asked for by"],
        from guarded in facts.Stage.SecurityGroups
        let name = facts.Name(guarded.Path) + (guarded.Name is null ? "" : $" ({MarkdownText.Code(guarded.Name)})")
        from rule in guarded.Rules.Cast<ManifestSecurityRule?>().DefaultIfEmpty()
        select rule is null
            ? [name, "both", "nobody", "none", "nothing may enter or leave", ""]
            : new[]
            {
                name,
                rule.Direction == Direction.Ingress ? "in" : "out",
                rule.Peer is { } peer ? facts.Name(peer) : MarkdownText.Code(rule.Cidr ?? ""),
                Ports(rule.Ports),
                StageFacts.Text(rule.Description),
                string.Join(", ", rule.Origins.Select(facts.Origin)),
            });

    private static string Ports(PortRange ports) => ports.Protocol is Protocol.Tcp or Protocol.All ? ports.ToString() : $"{ports} ({ports.Protocol})";
}
