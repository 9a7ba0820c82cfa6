namespace ArchDsl.Model;

/// <summary>Collects the topology while an architecture is lowered.</summary>
/// <param name="declaration">What the source says in the stage.</param>
/// <param name="stage">The stage; null where none is declared.</param>
/// <param name="region">The region of the stack; null where the deployment decides.</param>
internal sealed class LoweringContext(ArchitectureDeclaration declaration, string? stage, string? region)
{
    private readonly Dictionary<NodePath, Component> components = [];
    private readonly Dictionary<string, Node> nodes = [];
    private readonly Dictionary<NodePath, List<SecurityRule>> rules = [];

    private readonly HashSet<(NodePath Component, string Name)> variables = [];
    private readonly HashSet<(NodePath Component, string Service)> needs = [];
    private readonly HashSet<(NodePath User, Principal Principal, NodePath Owner)> secretReaders = [];

    private readonly HashSet<string> faulty = [];

    /// <summary>The stage; null where none is declared.</summary>
    public string? Stage { get; } = stage;

    /// <summary>The region of the stack; null where the deployment decides.</summary>
    public string? Region { get; } = region;

    /// <summary>The names that no two resources may share.</summary>
    public List<GivenName> Names { get; } = [];

    public List<Network> Networks { get; } = [];

    public List<EcsCluster> Clusters { get; } = [];

    public List<HostedZone> HostedZones { get; } = [];

    public List<DnsRecord> DnsRecords { get; } = [];

    public List<Alarm> Alarms { get; } = [];

    public List<AccessLogs> AccessLogs { get; } = [];

    public List<VpcEndpoint> VpcEndpoints { get; } = [];

    public List<Invariant> Invariants { get; } = [];

    public List<TargetGroup> TargetGroups { get; } = [];

    public List<Edge> Edges { get; } = [];

    public List<Grant> Grants { get; } = [];

    public List<EnvironmentVariable> Environment { get; } = [];

    public List<PlatformNeed> PlatformNeeds { get; } = [];

    public List<Finding> Findings { get; } = [];

    public IReadOnlyDictionary<NodePath, Component> Components => components;

    public void Add(Node node) => nodes[node.Declaration.TypeName] = node;

    public void Add(Component component)
    {
        components[component.Path] = component;
        if (component.Placement is not null)
        {
            rules[component.Path] = [];
        }
    }

    /// <summary>An endpoint; one with addresses of its own has a security group.</summary>
    public void Add(VpcEndpoint endpoint)
    {
        VpcEndpoints.Add(endpoint);
        if (!endpoint.IsGateway)
        {
            rules[endpoint.Path] = [];
        }
    }

    public IReadOnlyList<SecurityRule> Rules(NodePath component) => rules.TryGetValue(component, out List<SecurityRule>? list) ? list : [];

    /// <summary>The path of a class, or the name of the root: what messages call it.</summary>
    public string NameOf(NodePath path) => path.IsRoot ? declaration.Root.Name : path.Value;

    /// <summary>What a component is, for messages: <c>Images is a bucket</c>.</summary>
    public string Describe(Component component) =>
        $"{NameOf(component.Path)} is {("AEIOUaeiou".IndexOf(component.KindName[0]) >= 0 ? "an" : "a")} {component.KindName}";

    /// <summary>Says that a class declares a resource that could not be lowered.</summary>
    public void Fault(Node node) => faulty.Add(node.Declaration.TypeName);

    /// <summary>Reports a finding that only the lowering can make. A message with one place more than arguments names the class there.</summary>
    public void Report<TRule>(Origin origin, params string[] arguments)
        where TRule : LoweringRule, new()
    {
        TRule rule = new();
        string[] all = rule.Message.Contains($"{{{arguments.Length}}}") ? [.. arguments, NameOf(origin.Node)] : arguments;
        Findings.Add(new Finding(rule.Id, new Place(origin), all.Select(Readable).ToEquatableArray(), []));
    }

    // What the source says stands in messages, and may be anything.
    private static string Readable(string text)
    {
        int most = text.Length > MostOfAnArgument && char.IsHighSurrogate(text[MostOfAnArgument - 1]) ? MostOfAnArgument - 1 : MostOfAnArgument;
        string shown = text.Length > most ? text.Substring(0, most) + "..." : text;
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(static c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : shown;
    }

    private const int MostOfAnArgument = 500;

    /// <summary>Refuses a number outside a range.</summary>
    public void CheckRange<T>(Written<T> attribute, string argument, int value, int from, int to, string what)
        where T : ArchDslAttribute
    {
        if (value < from || value > to)
        {
            Report<RefusedValue>(attribute.At(argument), value.ToString(System.Globalization.CultureInfo.InvariantCulture), to == int.MaxValue ? $"{what} must be at least {from}" : $"{what} must lie between {from} and {to}");
        }
    }

    /// <summary>The class that an edge points at, if it declares the right kind of resource; else null.</summary>
    public NodePath? PathOf<T>(AttributeDeclaration attribute)
        where T : ArchDslAttribute =>
        attribute.TypeArguments.Count > 0 && nodes.TryGetValue(attribute.TypeArguments[0].TypeName, out Node? node) && node.Get<T>() is not null ? node.Path : null;

    /// <summary>The class of a type, or null for a type that is none of the architecture.</summary>
    public NodePath? PathOf(TypeReference type) =>
        !string.IsNullOrEmpty(type.TypeName) && nodes.TryGetValue(type.TypeName, out Node? node) ? node.Path : null;

    /// <summary>The class of the nearest hosted zone around a class that has a domain, or null.</summary>
    public NodePath? HostedZone(Node node, string domain) =>
        node.SelfAndAncestors().Select(n => HostedZones.FirstOrDefault(z => z.Path == n.Path)).FirstOrDefault(z => z?.Covers(domain) == true)?.Path;

    /// <summary>The component that an edge points at; null, with a finding, where there is none.</summary>
    public Component? Target<T>(Written<T> written)
        where T : ArchDslAttribute
    {
        TypeReference target = written.Declaration.TypeArguments.Count > 0 ? written.Declaration.TypeArguments[0] : default;
        if (!string.IsNullOrEmpty(target.TypeName) && nodes.TryGetValue(target.TypeName, out Node? node) && components.TryGetValue(node.Path, out Component? component))
        {
            return component;
        }

        // A type that does not exist is the compiler's own error.
        // Nor does a class whose own fault keeps it out deserve another error.
        if (!string.IsNullOrEmpty(target.TypeName) && !faulty.Contains(target.TypeName))
        {
            Report<UnknownTarget>(written.Origin, written.Declaration.DisplayName, target.DisplayName);
        }

        return null;
    }

    /// <summary>The class whose ECS cluster runs the tasks of a class: the nearest with <c>[EcsCluster]</c>, or else that of the VPC.</summary>
    public NodePath Cluster(Node node, NodePath network)
    {
        Node? owner = node.SelfAndAncestors().FirstOrDefault(static n => n.Get<EcsClusterAttribute>() is not null);
        NodePath path = owner?.Path ?? network;
        EcsCluster? known = Clusters.FirstOrDefault(c => c.Path == path);
        if (known is not null && known.Network != network)
        {
            Report<WrongNesting>(owner!.Get<EcsClusterAttribute>()!.Value.Origin, "[EcsCluster]", $"on {owner.Name}, above two VPCs; put one on each of them");
        }
        else if (known is null)
        {
            EcsClusterAttribute cluster = owner?.Get<EcsClusterAttribute>()?.Attribute ?? new EcsClusterAttribute();
            Origin origin = owner?.Get<EcsClusterAttribute>()?.At(nameof(cluster.ContainerInsights)) ?? new Origin(path);
            Clusters.Add(new EcsCluster(path, network, cluster.Name, cluster.ContainerInsights, origin));
        }

        return path;
    }

    public string File(Origin origin, string name)
    {
        if (declaration.Files.FirstOrDefault(f => f.Name == name) is { } file)
        {
            return file.Text;
        }

        Report<MissingFile>(origin, name);
        return "";
    }

    /// <summary>Admits a connection on both sides.</summary>
    /// <returns>Whether the two stand in one network; if not, that is a finding.</returns>
    public bool Allow(Component from, Component to, PortRange ports, Origin origin, string why)
    {
        if (!ShareNetwork(from, to, origin))
        {
            return false;
        }

        AddRule(from.Path, Direction.Egress, Peer.Of(to.Path), ports, origin, why + " to " + NameOf(to.Path));
        AddRule(to.Path, Direction.Ingress, Peer.Of(from.Path), ports, origin, why + " from " + NameOf(from.Path));
        return true;
    }

    /// <summary>Whether two components stand in one network; if not, that is a finding.</summary>
    public bool ShareNetwork(Component from, Component to, Origin origin)
    {
        if (from.Placement is { } source && to.Placement is { } target && source.Network == target.Network)
        {
            return true;
        }

        Report<UnsupportedEdge>(origin, "A connection", $"{NameOf(from.Path)} and {NameOf(to.Path)} do not stand in the same VPC; nest both in one");
        return false;
    }

    public void AddRule(NodePath component, Direction direction, Peer peer, PortRange ports, Origin origin, string description)
    {
        if (rules.TryGetValue(component, out List<SecurityRule>? list))
        {
            list.Add(new SecurityRule(direction, peer, ports, origin, Description(description)));
        }
    }

    /// <summary>Permits actions to one of a component's roles, and says that the component must reach their service.</summary>
    /// <param name="component">The component.</param>
    /// <param name="principal">Which of its roles.</param>
    /// <param name="actions">IAM actions.</param>
    /// <param name="resources">What they are allowed on.</param>
    /// <param name="origin">The attribute that asks for it.</param>
    /// <param name="reaches">Whether the component itself calls the service; not where another service does in its name.</param>
    public void Grant(Component component, Principal principal, IReadOnlyCollection<string> actions, IEnumerable<GrantResource> resources, Origin origin, bool reaches = true)
    {
        Grants.Add(new Grant(component.Path, principal, actions.Distinct().OrderBy(static a => a, StringComparer.Ordinal).ToEquatableArray(), resources.ToEquatableArray(), origin));
        foreach (string action in reaches ? actions : [])
        {
            Need(component, action.Substring(0, action.IndexOf(':')), origin);
        }
    }

    /// <summary>Sets an environment variable.</summary>
    public void Inject(Component user, string variable, EnvironmentValue value, Origin origin)
    {
        if (!variables.Add((user.Path, variable)))
        {
            Report<DuplicateVariable>(origin, NameOf(user.Path), variable);
        }
        else
        {
            Environment.Add(new EnvironmentVariable(user.Path, variable, value, origin));
        }
    }

    /// <summary>Says that a component cannot run without a service of AWS.</summary>
    public void Need(Component component, string service, Origin origin)
    {
        if (needs.Add((component.Path, service)))
        {
            PlatformNeeds.Add(new PlatformNeed(component.Path, service, origin));
        }
    }

    /// <summary>Lets a compute component read a secret as the environment variable of a name.</summary>
    public void InjectSecret(Component user, Component owner, string? field, string variable, Origin origin)
    {
        Inject(user, variable, new SecretValue(owner.Path, field), origin);
        GrantSecret(user, Principal.Execution, owner, origin);
    }

    /// <summary>Lets one of a component's roles read a secret.</summary>
    public void GrantSecret(Component user, Principal principal, Component owner, Origin origin)
    {
        if (secretReaders.Add((user.Path, principal, owner.Path)))
        {
            // ECS looks at a secret before it injects it; code has no need to.
            string[] actions = principal == Principal.Execution ? ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"] : ["secretsmanager:GetSecretValue"];
            Grant(user, principal, actions, [new GrantResource(owner.Path, ResourcePart.Secret)], origin);
        }
    }

    // What EC2 allows in a description:
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html
    public static string Description(string text)
    {
        string allowed = new([.. text.Select(static c => c < 128 && (char.IsLetterOrDigit(c) || " ._-:/()#,@[]+=&;{}!$*".IndexOf(c) >= 0) ? c : '_')]);
        return allowed.Length <= 255 ? allowed : allowed.Substring(0, 255);
    }
}
