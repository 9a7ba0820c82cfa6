using System.Globalization;

namespace ArchDsl.Model;

/// <summary>Makes the part of a manifest that is about one stage.</summary>
internal sealed class StageManifestBuilder
{
    private readonly AnalyzedArchitecture architecture;
    private readonly ArchitectureTopology topology;
    private readonly Dictionary<Origin, string> attributes;

    private StageManifestBuilder(AnalyzedArchitecture architecture)
    {
        this.architecture = architecture;
        topology = architecture.Topology;
        attributes = (from node in architecture.Declaration.Root.SelfAndDescendants()
                      from attribute in node.Attributes
                      select (Origin: new Origin(node.Path, attribute.Index), attribute.DisplayName)).ToDictionary(static a => a.Origin, static a => a.DisplayName);
    }

    public static ManifestStage Build(AnalyzedArchitecture architecture) => new StageManifestBuilder(architecture).Build();

    private ManifestStage Build()
    {
        Report report = Reporting.Of(architecture);
        return new ManifestStage
        {
            Name = architecture.Stage,
            StackName = topology.Stack.Name,
            Region = topology.Stack.Region,
            Account = topology.Stack.Account,
            Description = topology.Stack.Description,
            Networks = topology.Networks.Select(Network).ToEquatableArray(),
            Components = topology.Components.Select(Component).ToEquatableArray(),
            SecurityGroups = topology.SecurityGroups.Select(SecurityGroup).ToEquatableArray(),
            Edges = topology.Edges.Select(e => new ManifestEdge(e.From?.Value, e.To.Value, e.Ports, Origin(e.Origin))).ToEquatableArray(),
            Listeners = (from balancer in topology.Components.OfType<ApplicationLoadBalancer>()
                         from listener in balancer.Listeners
                         select new ManifestListener(balancer.Path.Value, listener.Port, listener.Certificate?.Value, listener.RedirectToHttps)).ToEquatableArray(),
            TargetGroups = topology.TargetGroups.Select(static t => new ManifestTargetGroup(t.LoadBalancer.Value, t.Target.Value, t.Port, t.Name, t.HealthCheck)).ToEquatableArray(),
            Grants = topology.Grants.Select(Grant).ToEquatableArray(),
            Environment = topology.Environment.Select(Variable).ToEquatableArray(),
            PlatformNeeds = topology.PlatformNeeds.Select(static n => new ManifestNeed(n.Component.Value, n.Service)).Distinct().ToEquatableArray(),
            Alarms = topology.Alarms.Select(static a => new ManifestAlarm(a.Component.Value, a.Topic.Value, a.Metric.ToString(), a.Threshold, a.Name)).ToEquatableArray(),
            Clusters = topology.Clusters.Select(static c => new ManifestCluster(c.Path.Value, c.Network.Value, c.Name, c.ContainerInsights)).ToEquatableArray(),
            HostedZones = topology.HostedZones.Select(static z => new ManifestHostedZone(z.Path.Value, z.DomainName, z.Id)).ToEquatableArray(),
            DnsRecords = topology.DnsRecords.Select(static r => new ManifestDnsRecord(r.LoadBalancer.Value, r.HostedZone.Value, r.Name)).ToEquatableArray(),
            AccessLogs = topology.AccessLogs.Select(static l => new ManifestAccessLogs(l.Source.Value, l.Bucket.Value, l.Prefix)).ToEquatableArray(),
            Tags = topology.Tags.Select(static t => new ManifestTag(t.Node.Value, t.Key, t.Value)).ToEquatableArray(),
            Outputs = topology.Outputs.Select(static o => new ManifestOutput(o.Node.Value, o.Name, o.LogicalId, o.Value.ToString())).ToEquatableArray(),
            Connections = architecture.Reachability.Connections().Select(Connection).ToEquatableArray(),
            Exits = (from exit in architecture.Reachability.Exits()
                     group exit.From.Path.Value by (exit.Rule.Ports, Cidr: exit.Rule.Peer.Cidr!.Value, exit.Internet, exit.Storage) into same
                     select new ManifestExit(same.ToEquatableArray(), same.Key.Ports, same.Key.Cidr.ToString(), same.Key.Internet, same.Key.Storage)).ToEquatableArray(),
            InternetPaths = InternetPaths().ToEquatableArray(),
            Invariants = architecture.Invariants.Select(Invariant).ToEquatableArray(),
            Findings = Findings().ToEquatableArray(),
            Hooks = architecture.Hooks.Select(static path => path.Value).ToEquatableArray(),
            Proven = report.Proven,
            Unproven = report.Unproven,
            Cost = Cost(architecture.Cost),
        };
    }

    private ManifestNetwork Network(Network n) => new(
        n.Path.Value,
        ConstructPath(n.Path),
        Cidrs(n.Cidr),
        n.Ipv6,
        n.AvailabilityZones,
        n.InternetGateway,
        n.EgressOnlyInternetGateway,
        n.FlowLogs.ToString(),
        n.SubnetGroups.Select(static g => new ManifestSubnetGroup(
            g.Path.Value,
            ConstructPath(g.Path),
            g.Kind,
            g.Subnets.Select(static s => new ManifestSubnet(
                s.Zone,
                Cidrs(s.Cidr),
                s.DefaultRoute.Kind,
                s.DefaultRoute.Kind == RouteTargetKind.NatGateway ? s.DefaultRoute.NatGateway : null,
                s.Ipv6?.DefaultRoute.Kind)).ToEquatableArray())).ToEquatableArray(),
        n.NatGateways.Select(static g => new ManifestNatGateway(g.SubnetGroup.Value, g.Zone)).ToEquatableArray(),
        topology.EndpointsOf(n.Path).Select(static e => new ManifestEndpoint(e.Path.Value, e.Service.ToString(), e.IsGateway, e.SubnetGroup?.Value)).ToEquatableArray());

    private ManifestComponent Component(Component c)
    {
        Kind kind = Kind.Of(c);
        EquatableArray<ManifestSetting> settings = ComponentSettings.Of(c).ToEquatableArray();
        return new ManifestComponent
        {
            Path = c.Path.Value,
            Name = architecture.NameOf(c.Path),
            ConstructPath = ConstructPath(c.Path),
            Attribute = AttributeDeclaration.NameOf(kind.AttributeType.Name),
            Kind = c.KindName,
            Role = c.Role,
            Network = c.Placement?.Network.Value,
            SubnetGroup = c.Placement?.SubnetGroup.Value,
            PublicAddress = c.HasPublicAddress,
            PublicIpv6Address = c.HasPublicIpv6Address,
            Ports = c.Ports,
            PhysicalName = settings.FirstOrDefault(static s => s.Name == "Name")?.Value,
            Hooked = architecture.IsHooked(c.Path),
            Removal = c.Removal,
            Description = kind.Describe(c),
            Encryption = c.Encryption,
            Settings = settings,
            Replacing = kind.Replacing.ToEquatableArray(),
        };
    }

    private ManifestSecurityGroup SecurityGroup(SecurityGroup group) => new(
        group.Path.Value,
        group.Name,
        group.Network.Value,
        group.Rules.Select(r => new ManifestSecurityRule(
            r.Direction,
            r.Peer.Cidr?.ToString(),
            r.Peer.Group?.Value,
            r.Ports,
            r.Description,
            Origins(r.Covered.Select(static c => c.Origin).Prepend(r.Origin)))).ToEquatableArray());

    private ManifestGrant Grant(Grant g) => new(
        g.Component.Value,
        g.Principal,
        g.Actions.Select(PolicyName.Of).Distinct().ToEquatableArray(),
        g.Actions,
        g.Resources.Select(static r => new ManifestResource(r.Component?.Value, r.Part, r.Suffix.Length == 0 ? null : r.Suffix, r.Arn)).ToEquatableArray(),
        Origin(g.Origin));

    private ManifestVariable Variable(EnvironmentVariable v) => v.Value switch
    {
        ComponentValue value => new(v.Component.Value, v.Name, null, value.Value.ToString(), false, value.Component.Value, null, Origin(v.Origin)),
        SecretValue secret => new(v.Component.Value, v.Name, null, null, true, secret.Component.Value, secret.Field, Origin(v.Origin)),
        var text => new(v.Component.Value, v.Name, (text as LiteralValue)?.Text, null, false, null, null, Origin(v.Origin)),
    };

    private ManifestConnection Connection(Connection c) => new(
        c.From.Count == 0,
        c.From.Select(static f => f.Path.Value).ToEquatableArray(),
        c.To.Select(static t => t.Path.Value).ToEquatableArray(),
        c.Ports,
        c.Entry.Peer.Cidr?.ToString(),
        c.From.Count == 0 && c.Entry.Peer.Cidr is { IsInternet: true },
        c.Declared,
        c.Certain,
        Origins(c.Origins));

    // What everybody can reach, and then what only some ranges of addresses can.
    private IEnumerable<ManifestPath> InternetPaths()
    {
        Spread everybody = architecture.Reachability.SpreadFromInternet(new SpreadQuery { Permissions = true });
        Spread some = architecture.Reachability.SpreadFromInternet(new SpreadQuery { Permissions = true, AnyRange = true });
        return topology.Components
            .Select(c => (Component: c, Path: everybody.PathTo(c), Other: some.PathTo(c)))
            .Where(static found => (found.Path ?? found.Other) is not null)
            .Select(found => new ManifestPath(
                found.Component.Path.Value,
                found.Path is not null,
                PathText.Of((found.Path ?? found.Other)!, architecture),
                Hops((found.Path ?? found.Other)!)));
    }

    private EquatableArray<ManifestHop> Hops(IEnumerable<Hop> path) => path.Select(hop => new ManifestHop(
        hop.From?.Path.Value,
        hop.To.Path.Value,
        hop.Ports,
        hop.Grant?.Actions ?? default,
        hop.IsCertain,
        Origins(hop.Grant is { } grant ? [grant.Origin] : hop.Origins),
        hop.Outside ? true : null)).ToEquatableArray();

    private ManifestInvariant Invariant(InvariantResult result) => new(
        result.Invariant.Node.Value,
        result.Invariant.Text,
        result.Verdict,
        result.Verdict switch
        {
            Verdict.Refuted => PathText.Of(result.Path, architecture),
            Verdict.Unproven => result.Reason,
            _ => null,
        },
        Hops(result.Path));

    private IEnumerable<ManifestFinding> Findings()
    {
        foreach (Finding finding in architecture.OpenFindings)
        {
            yield return Finding(finding, null);
        }

        foreach (AcceptedRisk risk in architecture.TakenRisks)
        {
            List<Finding> accepted = [.. architecture.Findings.Where(finding => finding.RuleId == risk.Id && finding.Place.Origin.Node == risk.Node)];
            foreach (Finding finding in accepted)
            {
                yield return Finding(finding, risk);
            }

            if (accepted.Count == 0)
            {
                yield return new ManifestFinding(risk.Id, null, null, risk.Node.Value, null, true, risk.Reason, risk.Until, Origin(risk.Origin));
            }
        }
    }

    private ManifestFinding Finding(Finding finding, AcceptedRisk? risk)
    {
        Rule rule = RuleSet.Find(finding.RuleId)!;
        return new ManifestFinding(
            rule.Id,
            rule.Title,
            rule.Severity,
            finding.Place.Origin.Node.Value,
            string.Format(CultureInfo.InvariantCulture, rule.Message, [.. finding.Arguments]),
            risk is not null,
            risk?.Reason,
            risk?.Until,
            Origin(finding.Place.Origin));
    }

    private static ManifestCost Cost(CostEstimate cost) => new(
        cost.Usd,
        cost.Unknown.Count(),
        cost.IsForeign,
        cost.Dates?.Oldest,
        cost.Dates?.Newest,
        cost.Nodes.Select(static node => new ManifestClassCost(
            node.Node.Value,
            node.Text,
            node.Usd,
            node.Charges.Select(static c => new ManifestCharge(c.Usage.Service, c.Usage.Item, c.Usage.Unit, c.Usage.Quantity, c.Price?.Usd, c.Usd)).ToEquatableArray())).ToEquatableArray());

    private EquatableArray<ManifestOrigin> Origins(IEnumerable<Origin> origins) => origins.Distinct().Select(Origin).ToEquatableArray();

    private ManifestOrigin Origin(Origin origin) => new(
        origin.Node.Value,
        attributes.TryGetValue(new Origin(origin.Node, origin.Attribute), out string? name) ? name : null,
        origin.Argument);

    private static string ConstructPath(NodePath path) => path.Value.Replace('.', '/');

    private static EquatableArray<string> Cidrs(CidrBlock cidr) => EquatableArray.Of(cidr.ToString());
}
