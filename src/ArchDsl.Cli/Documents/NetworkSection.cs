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
