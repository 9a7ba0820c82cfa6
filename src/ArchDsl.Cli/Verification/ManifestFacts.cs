using System.Globalization;
using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>What a manifest says of security groups, routes, addresses, load balancers and roles.</summary>
internal static class ManifestFacts
{
    public static IEnumerable<Fact> Of(ManifestStage stage) =>
    [
        .. Rules(stage), .. Guards(stage),
        .. Ranges(stage), .. Routes(stage), .. Endpoints(stage),
        .. Homes(stage), .. EndpointHomes(stage), .. Ports(stage), .. Addresses(stage),
        .. Listeners(stage), .. Names(stage), .. Zones(stage), .. Forwards(stage),
        .. Permissions(stage), .. PrincipalFacts.Of(stage), .. ProtectionFacts.Of(stage),
    ];

    private static IEnumerable<Fact> Rules(ManifestStage stage) =>
        from guarded in stage.SecurityGroups
        from rule in guarded.Rules
        let ports = TemplateFacts.PortText(rule.Ports.Protocol.ToString().ToLowerInvariant(), rule.Ports.From, rule.Ports.To)
        select new Fact(DifferenceKind.Rule, guarded.Path, TemplateFacts.RuleText(rule.Direction == Direction.Ingress ? "admits" : "may connect to", rule.Cidr ?? rule.Peer!, ports));

    private static IEnumerable<Fact> Routes(ManifestStage stage) =>
        from network in stage.Networks
        from subnets in network.SubnetGroups
        from subnet in subnets.Subnets
        from route in ((string Destination, RouteTargetKind? End)[])[("0.0.0.0/0", subnet.DefaultRoute), ("::/0", subnet.Ipv6DefaultRoute)]
        where route.End is not null and not RouteTargetKind.None
        select new Fact(DifferenceKind.Route, subnets.Path, TemplateFacts.RouteText(subnet.Cidrs[0], route.Destination, route.End switch
        {
            RouteTargetKind.InternetGateway => "the internet gateway",
            RouteTargetKind.NatGateway => TemplateFacts.NatText(Home(network, network.NatGateways[subnet.NatGateway!.Value])),
            _ => "the egress-only internet gateway",
        }));

    private static string Home(ManifestNetwork network, ManifestNatGateway nat) =>
        network.SubnetGroups.First(group => group.Path == nat.SubnetGroup).Subnets.First(subnet => subnet.Zone == nat.Zone).Cidrs[0];

    private static IEnumerable<Fact> Ranges(ManifestStage stage) =>
        from network in stage.Networks
        select new Fact(DifferenceKind.Route, network.Path, TemplateFacts.RangeText(network.Cidrs[0]));

    // The routes to a gateway endpoint are in all subnets.
    private static IEnumerable<Fact> Endpoints(ManifestStage stage) =>
        from network in stage.Networks
        from endpoint in network.Endpoints
        from way in endpoint.IsGateway
            ? network.SubnetGroups.SelectMany(static subnets => subnets.Subnets).Select(static subnet => TemplateFacts.RouteOf(subnet.Cidrs[0]))
            : [TemplateFacts.Interface]
        select new Fact(DifferenceKind.Route, endpoint.Path, TemplateFacts.EndpointText(endpoint.Service, way));

    private static IEnumerable<Fact> Guards(ManifestStage stage) =>
        stage.SecurityGroups.Select(static group => new Fact(DifferenceKind.Rule, group.Path, TemplateFacts.GuardText(group.Path)));

    private static IEnumerable<Fact> Zones(ManifestStage stage) =>
        stage.HostedZones.Where(static zone => zone.Id is null).Select(static zone => new Fact(DifferenceKind.Forward, zone.Path, TemplateFacts.ZoneText(zone.DomainName)));

    // A dual-stack load balancer has two records of a name.
    private static IEnumerable<Fact> Names(ManifestStage stage) =>
        stage.DnsRecords.Select(static record => new Fact(DifferenceKind.Forward, record.LoadBalancer, TemplateFacts.NameText(record.Name)));

    private static IEnumerable<Fact> Listeners(ManifestStage stage) =>
        from listener in stage.Listeners
        select new Fact(DifferenceKind.Forward, listener.LoadBalancer, TemplateFacts.ListenerText(listener.Port.ToString(CultureInfo.InvariantCulture), listener.Certificate, listener.RedirectToHttps));

    private static IEnumerable<Fact> Ports(ManifestStage stage) =>
        from component in stage.Components
        where component is { Role: ComponentRole.DataStore, Network: not null, Ports.Count: > 0 }
        select new Fact(DifferenceKind.Host, component.Path, TemplateFacts.PortText(component.Ports[0].From));

    // An instance stands in the first of its subnets.
    private static IEnumerable<Fact> Homes(ManifestStage stage) =>
        from component in stage.Components
        from subnets in stage.Networks.SelectMany(static network => network.SubnetGroups)
        where component.SubnetGroup == subnets.Path
        select Home(component.Path, subnets.Subnets.Take(component.Attribute == "Ec2" ? 1 : int.MaxValue));

    private static IEnumerable<Fact> EndpointHomes(ManifestStage stage) =>
        from network in stage.Networks
        from endpoint in network.Endpoints
        from subnets in network.SubnetGroups
        where endpoint.SubnetGroup == subnets.Path
        select Home(endpoint.Path, subnets.Subnets);

    private static Fact Home(string path, IEnumerable<ManifestSubnet> subnets) => new(DifferenceKind.Host, path, TemplateFacts.HomeText(subnets.Select(static subnet => subnet.Cidrs[0])));

    private static IEnumerable<Fact> Addresses(ManifestStage stage) =>
        from component in stage.Components
        where component.PublicAddress
        select new Fact(DifferenceKind.Address, component.Path, "has a public address");

    private static IEnumerable<Fact> Forwards(ManifestStage stage) =>
        from target in stage.TargetGroups
        from listener in stage.Listeners
        where listener.LoadBalancer == target.LoadBalancer && !listener.RedirectToHttps
        select new Fact(DifferenceKind.Forward, target.LoadBalancer, TemplateFacts.ForwardText(listener.Port, target.Target, target.Port));

    private static IEnumerable<Fact> Permissions(ManifestStage stage)
    {
        foreach (ManifestGrant grant in stage.Grants)
        {
            foreach (string action in grant.Actions)
            {
                foreach (ManifestResource resource in grant.Resources)
                {
                    yield return new Fact(DifferenceKind.Permission, grant.Component, TemplateFacts.PermissionText(
                        $"{TemplateFacts.MayText(grant.Principal)} {action}", resource.Component is { } component ? component + resource.Suffix : resource.Arn ?? "*"));
                }
            }
        }
    }
}
