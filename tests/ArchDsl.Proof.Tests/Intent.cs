using System.Net;
using System.Net.Sockets;
using ArchDsl.Model;
using ReadCidr = ArchDsl.CloudFormation.Cidr;

namespace ArchDsl.Proof.Tests;

/// <summary>A component as its class declares it.</summary>
/// <param name="Path">The path of the class; empty for the root.</param>
/// <param name="Name">The class name.</param>
/// <param name="Resource">The resource attribute.</param>
/// <param name="Attributes">All attributes, each with the path that an edge leads to.</param>
/// <param name="Subnet">The subnet attribute of the nearest class that has one, and that class.</param>
/// <param name="Network">The nearest class with a VPC.</param>
/// <param name="Dual">Whether that has IPv6.</param>
internal sealed record Thing(
    string Path,
    string Name,
    ArchDslAttribute Resource,
    IReadOnlyList<(ArchDslAttribute Attribute, AttributeDeclaration Declaration, string? Target)> Attributes,
    (SubnetAttribute Attribute, string Path)? Subnet,
    string? Network,
    bool Dual)
{
    public string ResourceType => Resource switch
    {
        AlbAttribute => "AWS::ElasticLoadBalancingV2::LoadBalancer",
        FargateAttribute => "AWS::ECS::Service",
        Ec2Attribute => "AWS::EC2::Instance",
        RdsAttribute => "AWS::RDS::DBInstance",
        ElastiCacheAttribute => "AWS::ElastiCache::ReplicationGroup",
        S3Attribute => "AWS::S3::Bucket",
        DynamoDbAttribute => "AWS::DynamoDB::Table",
        SecretAttribute => "AWS::SecretsManager::Secret",
        TopicAttribute => "AWS::SNS::Topic",
        EcrAttribute => "AWS::ECR::Repository",
        CertificateAttribute => "AWS::CertificateManager::Certificate",
        _ => throw new NotSupportedException($"{Resource.GetType().Name} is new: say here what it becomes, and below what its edges mean."),
    };

    public bool IsNetworked => Resource is AlbAttribute or FargateAttribute or Ec2Attribute or RdsAttribute or ElastiCacheAttribute;

    public bool IsStore => Resource is RdsAttribute or ElastiCacheAttribute;

    public bool IsCompute => Resource is FargateAttribute or Ec2Attribute;

    public bool IsPublic => Subnet?.Attribute is PublicSubnetAttribute;

    /// <summary>Whether it has an IPv6 address: caches and internal load balancers have none.</summary>
    public bool HasIpv6 => Dual && (Resource is FargateAttribute or Ec2Attribute or RdsAttribute || (Resource is AlbAttribute && IsPublic));

    /// <summary>The TCP ports on which it answers.</summary>
    public IReadOnlyList<int> Ports => Resource switch
    {
        AlbAttribute => [.. Listeners.Select(listener => listener.Port)],
        FargateAttribute fargate => [fargate.Port],
        Ec2Attribute ec2 => [ec2.Port],
        RdsAttribute rds => [rds.Port != 0 ? rds.Port : rds.Engine == Engine.Postgres ? 5432 : 3306],
        ElastiCacheAttribute cache => [cache.Port],
        _ => [],
    };

    public IEnumerable<(int Port, bool Redirects)> Listeners =>
        All<HttpListenerAttribute>().Select(http => (http.Port, http.RedirectToHttps)).Concat(All<HttpsListenerAttribute>().Select(https => (https.Port, false)));

    public IEnumerable<T> All<T>()
        where T : ArchDslAttribute => Attributes.Select(one => one.Attribute).OfType<T>();
}

/// <summary>Ports of a connection: <c>-1</c>, <c>tcp</c> or <c>udp</c>.</summary>
internal sealed record Span(string Protocol, int From, int To)
{
    public static Span Tcp(int port) => new("tcp", port, port);

    public bool Covers(string protocol, int port) => Protocol == "-1" || (Protocol == protocol && From <= port && port <= To);

    /// <summary>Ports at which something may change, with their protocols.</summary>
    public IEnumerable<(string Protocol, int Port)> Samples => Protocol == "-1" ? [("tcp", 1), ("udp", 65535)] : [(Protocol, From), (Protocol, To), (Protocol, (From + To) / 2)];
}

/// <summary>A connection that an edge declares, between the addresses in the VPC or to public ones.</summary>
internal sealed record Declared(string From, string To, Span Ports, string By, bool OverInternet = false);

/// <summary>A range of addresses that a component admits or connects to.</summary>
internal sealed record DeclaredRange(string Path, bool Ingress, ReadCidr Range, Span Ports, string By);

/// <summary>
/// What an architecture in one stage declares, read by the book (docs/language.md) and without the lowering: who may connect to
/// whom, what roles may do, which variables are set.
/// </summary>
internal sealed class Intent
{
    public Intent(ArchitectureDeclaration declaration)
    {
        var paths = declaration.Root.SelfAndDescendants().ToDictionary(node => node.TypeName, node => node.Path.Value, StringComparer.Ordinal);
        Read(declaration.Root, null, null, dual: false, paths);
        foreach (var thing in Things)
        {
            Read(thing);
        }
    }

    public List<Thing> Things { get; } = [];

    public List<Declared> Connections { get; } = [];

    public List<DeclaredRange> Ranges { get; } = [];

    /// <summary>What the code of a component may do: the action, on the main resource (or the secret) of a class.</summary>
    public List<(Thing User, string Action, Thing On)> Runtime { get; } = [];

    /// <summary>The secrets that the role that starts a task reads.</summary>
    public List<(Thing Task, Thing Secret)> Injected { get; } = [];

    /// <summary>The variables of tasks.</summary>
    public List<(Thing Task, string Variable)> Variables { get; } = [];

    public Thing this[string path] => Things.Single(thing => thing.Path == path);

    /// <summary>Whether the declarations let packets from some address of a component to a port of another.</summary>
    public bool Admits(Thing from, IReadOnlyList<ReadCidr> home, Thing to, IReadOnlyList<ReadCidr> destination, string protocol, int port)
    {
        if (from.Network is null || from.Network != to.Network)
        {
            return false;
        }

        // A packet is of one family, both where it leaves and where it arrives.
        return Connections.Any(c => c.From == from.Path && c.To == to.Path && c.Ports.Covers(protocol, port))
            || new[] { AddressFamily.InterNetwork, AddressFamily.InterNetworkV6 }.Any(family =>
                Names(from, ingress: false, destination, family, protocol, port) && Names(to, ingress: true, home, family, protocol, port));
    }

    private bool Names(Thing thing, bool ingress, IReadOnlyList<ReadCidr> others, AddressFamily family, string protocol, int port) => Ranges.Any(r =>
        r.Path == thing.Path && r.Ingress == ingress && r.Range.Family == family && r.Ports.Covers(protocol, port) && others.Any(r.Range.Overlaps));

    private void Read(NodeDeclaration node, (SubnetAttribute, string)? subnet, string? network, bool dual, Dictionary<string, string> paths)
    {
        var attributes = node.Attributes
            .Select(a => (Attribute: AttributeBinder.Bind(a)!, Declaration: a, Target: a.TypeArguments.Count > 0 ? paths.GetValueOrDefault(a.TypeArguments[0].TypeName) : null))
            .ToList();
        if (attributes.Select(a => a.Attribute).OfType<VpcAttribute>().FirstOrDefault() is { } vpc)
        {
            (network, subnet, dual) = (node.Path.Value, null, vpc.Ipv6);
        }

        if (attributes.Select(a => a.Attribute).OfType<SubnetAttribute>().FirstOrDefault() is { } own)
        {
            subnet = (own, node.Path.Value);
        }

        if (attributes.FirstOrDefault(a => Kind.Of(a.Attribute) is not null).Attribute is { } resource)
        {
            var thing = new Thing(node.Path.Value, node.Name, resource, attributes, subnet, network, dual);
            Things.Add(thing.IsNetworked ? thing : thing with { Subnet = null, Network = null, Dual = false });
        }

        foreach (var child in node.Children)
        {
            Read(child, subnet, network, dual, paths);
        }
    }

    private void Read(Thing thing)
    {
        foreach (var (attribute, declaration, target) in thing.Attributes)
        {
            switch (attribute)
            {
                case TrafficAttribute { Cidr: { } range } traffic:
                    Ranges.Add(new DeclaredRange(thing.Path, traffic is IngressAttribute, ReadCidr.TryParse(range)!.Value, Ports(traffic, declaration), declaration.DisplayName));
                    break;
                case TrafficAttribute traffic when declaration.Name == "Ingress`1":
                    Connections.Add(new Declared(target!, thing.Path, Ports(traffic, declaration), declaration.DisplayName));
                    break;
                case TrafficAttribute traffic:
                    Connections.Add(new Declared(thing.Path, target!, Ports(traffic, declaration), declaration.DisplayName));
                    break;
                case RoutesToAttribute route:
                    Connections.Add(new Declared(thing.Path, target!, Span.Tcp(route.Port != 0 ? route.Port : this[target!].Ports[0]), declaration.DisplayName));
                    break;
                case UsesAttribute uses:
                    Uses(thing, uses, this[target!], declaration);
                    break;
                case InjectSecretAttribute inject:
                    Injected.Add((thing, this[target!]));
                    Variables.Add((thing, inject.Variable));
                    if (inject.AtRuntime)
                    {
                        Runtime.Add((thing, "secretsmanager:GetSecretValue", this[target!]));
                    }

                    break;
                case EnvAttribute env:
                    Variables.Add((thing, env.Name));
                    break;
            }
        }

        if (thing.Resource is AlbAttribute && thing.IsPublic && !thing.Attributes.Any(a => a.Declaration.Name is "Ingress" or "Ingress`1"))
        {
            string[] world = thing.HasIpv6 ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"];
            Ranges.AddRange(from listener in thing.Listeners from range in world select new DeclaredRange(thing.Path, true, new ReadCidr(IPNetwork.Parse(range)), Span.Tcp(listener.Port), "[Alb]"));
        }

        // A task must reach AWS to start; code that asks AWS for something must reach it to do so.
        if (thing.Resource is FargateAttribute || Runtime.Any(grant => grant.User == thing))
        {
            Ranges.Add(new DeclaredRange(thing.Path, false, new ReadCidr(IPNetwork.Parse("0.0.0.0/0")), Span.Tcp(443), "[Fargate]"));
        }
    }

    private void Uses(Thing user, UsesAttribute uses, Thing target, AttributeDeclaration declaration)
    {
        // The name of a load balancer that faces the internet leads to public addresses.
        var overInternet = target.Resource is AlbAttribute && target.IsPublic;
        Connections.AddRange(target.Ports.Select(port => new Declared(user.Path, target.Path, Span.Tcp(port), declaration.DisplayName, overInternet)));
        if (overInternet)
        {
            string[] everybody = target.HasIpv6 ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"];
            Ranges.AddRange(from port in target.Ports from range in everybody select new DeclaredRange(user.Path, false, new ReadCidr(IPNetwork.Parse(range)), Span.Tcp(port), declaration.DisplayName));
        }

        var isTask = user.Resource is FargateAttribute;
        var name = Snake(target.Name);
        string[] variables = target.Resource switch
        {
            RdsAttribute => [.. new[] { "HOST", "PORT", "NAME", "USER", "PASSWORD" }.Select(part => $"{uses.Env ?? "DB"}_{part}")],
            ElastiCacheAttribute cache => [$"{uses.Env ?? name}_HOST", $"{uses.Env ?? name}_PORT", .. cache.Auth ? [$"{uses.Env ?? name}_AUTH_TOKEN"] : Array.Empty<string>()],
            S3Attribute => [uses.Env ?? Joined("BUCKET_NAME")],
            DynamoDbAttribute => [uses.Env ?? Joined("TABLE_NAME")],
            SecretAttribute => [uses.Env ?? Joined("SECRET_ARN")],
            TopicAttribute => [uses.Env ?? Joined("TOPIC_ARN")],
            AlbAttribute => [uses.Env ?? Joined("URL")],
            _ => [],
        };
        Variables.AddRange(isTask ? variables.Select(variable => (user, variable)) : []);
        if (target.Resource is RdsAttribute && isTask)
        {
            Injected.Add((user, target));
        }

        string[] read = target.Resource switch
        {
            RdsAttribute when uses.AtRuntime || !isTask => ["secretsmanager:GetSecretValue"],
            SecretAttribute => ["secretsmanager:GetSecretValue"],
            TopicAttribute => ["sns:Publish"],
            S3Attribute when uses.Access.HasFlag(Access.Read) => ["s3:ListBucket", "s3:GetObject"],
            DynamoDbAttribute when uses.Access.HasFlag(Access.Read) => ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:DescribeTable"],
            _ => [],
        };
        string[] write = target.Resource switch
        {
            S3Attribute when uses.Access.HasFlag(Access.Write) => ["s3:PutObject"],
            DynamoDbAttribute when uses.Access.HasFlag(Access.Write) => ["dynamodb:PutItem", "dynamodb:UpdateItem"],
            _ => [],
        };
        string[] delete = target.Resource switch
        {
            S3Attribute when uses.Access.HasFlag(Access.Delete) => ["s3:DeleteObject"],
            DynamoDbAttribute when uses.Access.HasFlag(Access.Delete) => ["dynamodb:DeleteItem"],
            _ => [],
        };
        Runtime.AddRange(read.Concat(write).Concat(delete).Select(action => (user, action, target)));

        // A name that ends in the first word of the suffix does not say it twice.
        string Joined(string suffix)
        {
            var word = suffix.Split('_')[0];
            return suffix.Contains('_', StringComparison.Ordinal) && (name == word || name.EndsWith("_" + word, StringComparison.Ordinal)) ? name + suffix[word.Length..] : $"{name}_{suffix}";
        }
    }

    private static Span Ports(TrafficAttribute traffic, AttributeDeclaration declaration)
    {
        var protocol = traffic.Protocol == Protocol.Udp ? "udp" : "tcp";
        return traffic.FromPort >= 0 ? new Span(protocol, traffic.FromPort, traffic.ToPort)
            : declaration.Has("Protocol") && traffic.Protocol != Protocol.All ? new Span(protocol, 0, 65535)
            : new Span("-1", 0, 65535);
    }

    // The class name in upper snake case.
    private static string Snake(string name) => string.Concat(name.Select((c, i) =>
        (i > 0 && char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) ? "_" : "") + char.ToUpperInvariant(c)));
}
