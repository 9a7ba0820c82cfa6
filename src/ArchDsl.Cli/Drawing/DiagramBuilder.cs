using System.Globalization;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Drawing;

/// <summary>Chooses what a picture of a stage shows.</summary>
internal sealed class DiagramBuilder
{
    // More of them hide what is meant; the list in the manifest has them all.
    private const int MostUndeclared = 24;

    private readonly ArchitectureManifest manifest;
    private readonly ManifestStage stage;
    private readonly Identifiers ids = new();
    private readonly List<DiagramBox> boxes = [];
    private readonly List<DiagramNode> nodes = [];
    private readonly List<DiagramEdge> edges = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<string, string> nodeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> subnetsOf = new(StringComparer.Ordinal);

    private DiagramBuilder(ArchitectureManifest manifest, ManifestStage stage)
    {
        this.manifest = manifest;
        this.stage = stage;
    }

    public static Diagram Build(ArchitectureManifest manifest, ManifestStage stage) => new DiagramBuilder(manifest, stage).Build();

    private Diagram Build()
    {
        bool open = stage.Connections.Any(static c => c.Internet) || stage.InternetPaths.Count > 0;
        if (open)
        {
            nodes.Add(new DiagramNode(ids.Of("internet", "Internet"), null, Category.Internet, null, "Internet", ""));
        }

        string region = Box(null, BoxKind.Region, null, stage.Region ?? "Region", stage.Account is null ? "" : "account " + stage.Account);
        foreach (ManifestNetwork network in stage.Networks)
        {
            AddNetwork(network, region);
        }

        foreach (ManifestComponent component in stage.Components)
        {
            AddComponent(component, region);
        }

        AddConnections();
        AddPermissions();
        AddServices();
        string title = stage.Name is null ? manifest.Name : $"{stage.StackName ?? manifest.Name}, stage {stage.Name}";
        return new Diagram(title, boxes, nodes, edges, notes);
    }

    private void AddNetwork(ManifestNetwork network, string region)
    {
        string box = Box(region, BoxKind.Network, network.Path, "VPC " + Name(network.Path), string.Join(", ", network.Cidrs));
        foreach (ManifestSubnetGroup group in network.SubnetGroups)
        {
            BoxKind kind = group.Kind switch
            {
                SubnetKind.Public => BoxKind.PublicSubnets,
                SubnetKind.Private => BoxKind.PrivateSubnets,
                _ => BoxKind.IsolatedSubnets,
            };
            string zones = group.Subnets.Count == 1 ? "1 zone" : string.Create(CultureInfo.InvariantCulture, $"{group.Subnets.Count} zones");
            string kindName = group.Kind.ToString().ToLowerInvariant();
            string subnets = Box(box, kind, group.Path, Name(group.Path), $"{kindName} subnets in {zones}: {string.Join(", ", group.Subnets.SelectMany(static s => s.Cidrs))}");
            subnetsOf[group.Path] = subnets;
            int gateways = network.NatGateways.Count(g => g.SubnetGroup == group.Path);
            if (gateways > 0)
            {
                string count = gateways == 1 ? "the way out of private subnets" : string.Create(CultureInfo.InvariantCulture, $"{gateways} of them, the way out of private subnets");
                nodes.Add(new DiagramNode(ids.Of("nat", group.Path), subnets, Category.Gateway, null, gateways == 1 ? "NAT gateway" : "NAT gateways", count));
            }
        }

        foreach (IGrouping<string?, ManifestEndpoint> endpoints in network.Endpoints.GroupBy(static e => e.SubnetGroup))
        {
            string place = endpoints.Key is { } group && subnetsOf.TryGetValue(group, out string? subnets) ? subnets : box;
            nodes.Add(new DiagramNode(ids.Of("endpoints", network.Path + "." + endpoints.Key), place, Category.Endpoint, null, endpoints.Key is null ? "Gateway endpoints" : "Endpoints", string.Join(", ", endpoints.Select(static e => e.Service))));
        }
    }

    private void AddComponent(ManifestComponent component, string region)
    {
        string place = component.SubnetGroup is { } group && subnetsOf.TryGetValue(group, out string? subnets) ? subnets : region;
        string id = ids.Of("c", component.Path.Length == 0 ? component.Name : component.Path);
        nodeOf[component.Path] = id;
        string names = string.Join(", ", stage.DnsRecords.Where(r => r.LoadBalancer == component.Path).Select(static r => r.Name));
        nodes.Add(new DiagramNode(
            id,
            place,
            Categories.Of(component),
            component.Path,
            component.Name,
            names.Length == 0 ? component.Description : $"{names}: {component.Description}",
            stage.Findings.Count(f => f.Path == component.Path && f.Accepted),
            stage.Findings.Count(f => f.Path == component.Path && f is { Accepted: false, Severity: Severity.Warning or Severity.Error }),
            component.Hooked,
            stage.InternetPaths.Any(p => p.To == component.Path && p.Hops.All(static hop => hop.Actions.Count == 0))));
    }

    private void AddConnections()
    {
        HashSet<(string?, string)> steps = [.. from path in stage.InternetPaths from hop in path.Hops where hop.Actions.Count == 0 select (hop.From, hop.To)];

        // The path to a component is the shortest. Whoever runs code at its end gets further by every connection from there.
        HashSet<string?> passing = [.. nodes.Where(n => n.Exposed && stage.Component(n.Path!)!.Role == ComponentRole.Compute).Select(static n => n.Path)];
        int undeclared = 0;
        HashSet<(string, PortRange)> open = [.. from pair in stage.Pairs() where pair.From is null && pair.Connection.Everybody select (pair.To, pair.Ports)];

        // Where everybody is admitted, it says nothing that a neighbour is.
        foreach (var pair in stage.Pairs().Where(p => p.Connection.Declared || !open.Contains((p.To, p.Ports)) || p.From is null).GroupBy(static p => (p.From, p.To, p.Connection.Declared)))
        {
            bool internet = pair.Key.From is null;
            if (!pair.Key.Declared && !internet && ++undeclared > MostUndeclared)
            {
                continue;
            }

            Edge(
                internet ? "internet" : nodeOf[pair.Key.From!],
                nodeOf[pair.Key.To],
                pair.Key.Declared ? EdgeKind.Connection : EdgeKind.Undeclared,
                string.Join(", ", pair.Select(static p => p.Ports).Distinct().OrderBy(static p => p.From).Select(static p => p.ToString())),
                steps.Contains((pair.Key.From, pair.Key.To)) || passing.Contains(pair.Key.From));
        }

        // A bucket that everybody may read has no connection: it is read through AWS.
        foreach (ManifestPath path in stage.InternetPaths.Where(static p => p.Hops is [{ Ports: null, Actions.Count: 0 }]))
        {
            Edge("internet", nodeOf[path.To], EdgeKind.Connection, "read", true);
        }

        if (undeclared > MostUndeclared)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{undeclared - MostUndeclared} more connections are possible that nothing declares."));
        }
    }

    private void AddPermissions()
    {
        var uses = from grant in stage.Grants
                   from resource in grant.Resources
                   where resource.Component is not null && resource.Component != grant.Component && resource.Part != ResourcePart.LogGroup
                   // Whoever connects to a database reads its password first: one line for both.
                   where !edges.Any(e => e.From == nodeOf[grant.Component] && e.To == nodeOf[resource.Component!])
                   from action in grant.Actions
                   group action by (grant.Component, Target: resource.Component!);
        foreach (var use in uses.ToList())
        {
            Edge(nodeOf[use.Key.Component], nodeOf[use.Key.Target], EdgeKind.Permission, string.Join(", ", use.Select(Verb).Distinct().OrderBy(static v => v, StringComparer.Ordinal)), false);
        }
    }

    private void AddServices()
    {
        foreach (var alarm in stage.Alarms.GroupBy(static a => (a.Component, a.Topic)))
        {
            Edge(nodeOf[alarm.Key.Component], nodeOf[alarm.Key.Topic], EdgeKind.Service, alarm.Count() == 1 ? "alarm" : string.Create(CultureInfo.InvariantCulture, $"{alarm.Count()} alarms"), false);
        }

        foreach (ManifestAccessLogs logs in stage.AccessLogs)
        {
            Edge(nodeOf[logs.Source], nodeOf[logs.Bucket], EdgeKind.Service, "access logs", false);
        }

        foreach (ManifestListener listener in stage.Listeners.Where(static l => l.Certificate is not null).DistinctBy(static l => (l.LoadBalancer, l.Certificate)))
        {
            if (nodeOf.TryGetValue(listener.Certificate!, out string? certificate))
            {
                Edge(nodeOf[listener.LoadBalancer], certificate, EdgeKind.Service, "TLS", false);
            }
        }
    }

    private static string Verb(string action)
    {
        string name = action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return name.StartsWith("Delete", StringComparison.Ordinal) ? "delete"
            : action.StartsWith("ecr:", StringComparison.Ordinal) ? "pull"
            : name.StartsWith("Publish", StringComparison.Ordinal) ? "publish"
            : name.StartsWith("Put", StringComparison.Ordinal) || name.StartsWith("Update", StringComparison.Ordinal) || name.StartsWith("Send", StringComparison.Ordinal) ? "write"
            : action.StartsWith("kms:", StringComparison.Ordinal) ? "key"
            : "read";
    }

    private string Box(string? parent, BoxKind kind, string? path, string title, string subtitle)
    {
        string id = ids.Of(kind.ToString(), path is null ? title : path.Length == 0 ? Name("") : path);
        boxes.Add(new DiagramBox(id, parent, kind, path, title, subtitle));
        return id;
    }

    private void Edge(string from, string to, EdgeKind kind, string label, bool fromInternet) =>
        edges.Add(new DiagramEdge(string.Create(CultureInfo.InvariantCulture, $"e{edges.Count}"), from == "internet" ? nodes[0].Id : from, to, kind, label, fromInternet));

    private string Name(string path) => path.Length == 0 ? manifest.TypeName.Split('.')[^1] : path.Split('.')[^1];
}

/// <summary>What components are drawn as.</summary>
internal static class Categories
{
    /// <summary>The category of a component. A kind that is new here is drawn by its role.</summary>
    public static Category Of(ManifestComponent component) => component.Attribute switch
    {
        "ElastiCache" => Category.Cache,
        "S3" => Category.Storage,
        "Secret" => Category.Secret,
        "Certificate" => Category.Certificate,
        "Topic" => Category.Messaging,
        "Ecr" => Category.Registry,
        _ => component.Role switch
        {
            ComponentRole.Compute => Category.Compute,
            ComponentRole.LoadBalancer => Category.LoadBalancer,
            ComponentRole.DataStore => Category.Database,
            _ => Category.Other,
        },
    };
}

/// <summary>Gives ids that are letters, digits and underscores, each once.</summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string prefix, string name)
    {
        string id = prefix.ToLowerInvariant() + "_" + string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        string unique = id;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = id + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
