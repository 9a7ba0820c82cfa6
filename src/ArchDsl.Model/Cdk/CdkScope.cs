namespace ArchDsl.Model;

/// <summary>Writes the statements of one node. A kind's <see cref="Kind.Emit"/> uses nothing else.</summary>
/// <param name="program">The program.</param>
/// <param name="self">The class in which the statements will stand.</param>
internal sealed class CdkScope(CdkProgramBuilder program, NodePath self)
{
    private readonly List<CdkStatement> statements = [];
    private readonly HashSet<NodePath> references = [];
    public ArchitectureTopology Topology => program.Topology;

    /// <summary>The name of the stack, or of its class.</summary>
    public string StackName => program.StackName;

    public IReadOnlyList<CdkStatement> Statements => statements;

    /// <summary>The nodes whose constructs the statements refer to.</summary>
    public IReadOnlyCollection<NodePath> References => references;

    /// <summary>A construct that users of the class may want: it becomes a property, with the two hooks around its making.</summary>
    /// <param name="property">The property's name, which is the construct's id too.</param>
    /// <param name="type">The type of the construct, below <c>Amazon.CDK</c>.</param>
    /// <param name="props">Its properties.</param>
    /// <param name="summary">The property's documentation.</param>
    /// <param name="hooks">Whether the hooks apply; not where a class has several constructs of the type.</param>
    public CdkValue Property(string property, string type, Props props, string summary, bool hooks = true)
    {
        string name = program.Declare(self, property, Cdk.Type(type), summary);
        statements.Add(new CdkConstruct(name, false, "new " + Cdk.Type(type), "this", property, props, hooks ? Cdk.Type(type) : null));
        return CdkValue.Code(name);
    }

    /// <summary>A construct that only the generated code refers to: a local variable.</summary>
    /// <param name="id">The construct's id.</param>
    /// <param name="type">Its type, below <c>Amazon.CDK</c>, or a factory method such as <c>AWS.EC2.Vpc.FromVpcAttributes</c>.</param>
    /// <param name="props">Its properties, or null.</param>
    /// <param name="factory">Whether <paramref name="type"/> is a factory method.</param>
    /// <param name="scope">The node below which the construct stands; by default the one whose statements these are.</param>
    public CdkValue Local(string id, string type, Props? props, bool factory = false, NodePath? scope = null)
    {
        string variable = program.Variable(scope ?? self, id);
        string maker = (factory ? "" : "new ") + Cdk.Type(type);
        statements.Add(new CdkConstruct(variable, true, maker, scope is { } at ? Node(at) : "this", id, props?.ToObject(), null));
        return CdkValue.Code(variable);
    }

    /// <summary>Gives a class a property with constructs that others wait for.</summary>
    public void SetAwaited(NodePath owner, string property, string summary, IReadOnlyCollection<CdkValue> constructs)
    {
        if (constructs.Count > 0)
        {
            program.Declare(owner, property, "global::Constructs.IDependable[]", summary, isPublic: false);
            Set(owner, property, CdkValue.List("global::Constructs.IDependable", constructs));
        }
    }

    /// <summary>A construct that nothing refers to.</summary>
    public void Make(string id, string type, Props props, NodePath? scope = null) =>
        statements.Add(new CdkConstruct(null, false, "new " + Cdk.Type(type), scope is { } at ? Node(at) : "this", id, props, null));

    /// <summary>A construct that a property of another node takes.</summary>
    /// <param name="owner">The node.</param>
    /// <param name="property">The name of the property.</param>
    /// <param name="propertyType">The type of the property, below <c>Amazon.CDK</c>.</param>
    /// <param name="id">The construct's id below the node.</param>
    /// <param name="maker">The type of the construct, or a factory method, below <c>Amazon.CDK</c>.</param>
    /// <param name="props">Its properties.</param>
    /// <param name="summary">The property's documentation.</param>
    /// <param name="isFactory">Whether <paramref name="maker"/> is a factory method.</param>
    public void Assign(NodePath owner, string property, string propertyType, string id, string maker, Props props, string summary, bool isFactory)
    {
        program.Declare(owner, property, Cdk.Type(propertyType), summary);
        string make = (isFactory ? "" : "new ") + Cdk.Type(maker);
        statements.Add(new CdkConstruct(Member(owner, property), false, make, Node(owner), id, props, null));
    }

    /// <summary>A new local variable.</summary>
    public CdkValue Let(string variable, CdkValue value)
    {
        statements.Add(new CdkLet(variable, value));
        return CdkValue.Code(variable);
    }

    /// <summary>An assignment to a property of a node.</summary>
    public void Set(NodePath owner, string property, CdkValue value) => statements.Add(new CdkSet(Member(owner, property), value));

    /// <summary>A call.</summary>
    public void Run(string target, params CdkValue[] arguments) => statements.Add(new CdkRun(CdkValue.Call(target, arguments)));

    /// <summary>The expression for a node.</summary>
    public string Node(NodePath path) => path == self ? "this" : self.IsRoot ? CdkProgramBuilder.Field(path) : path.IsRoot ? "Root" : "Root." + CdkProgramBuilder.Field(path);

    /// <summary>The expression for a property of a node.</summary>
    public string Member(NodePath path, string property)
    {
        string name = program.PropertyName(path, property);
        references.Add(path);
        return path == self ? name : $"{Node(path)}.{name}";
    }

    /// <summary>The expression for a value that a component has once it is deployed.</summary>
    public CdkValue Value(NodePath component, Value value) =>
        value == ArchDsl.Value.SecurityGroupId
            ? SecurityGroupId(component)
            : Topology.Component(component) is { } found && Kind.Of(found).Value(found, value, this) is { } result
            ? result
            : throw new InvalidOperationException($"{component} has no {value}.");

    /// <summary>The VPC of a component as L2 constructs want it.</summary>
    public CdkValue Vpc(Component component) => CdkValue.Code(Member(component.Placement!.Value.Network, "Vpc"));

    /// <summary>The subnets of a component.</summary>
    public static CdkValue Subnets(Component component) => new Props("AWS.EC2.SubnetSelection")
    {
        { "SubnetGroupName", CdkValue.Text(NetworkEmitter.GroupName(component.Placement!.Value.SubnetGroup)) },
    };

    /// <summary>The ids of the subnets of a component, for L1 constructs.</summary>
    public CdkValue SubnetIds(Component component) => SubnetIds(component.Placement!.Value.Network, component.Placement.Value.SubnetGroup);

    /// <summary>The ids of the subnets of a class, for L1 constructs.</summary>
    public CdkValue SubnetIds(NodePath network, NodePath group) => CdkValue.Code(
        $"{Member(network, "Vpc")}.SelectSubnets(new {Cdk.Type("AWS.EC2.SubnetSelection")} {{ SubnetGroupName = {CSharpLiteral.Of(NetworkEmitter.GroupName(group))} }}).SubnetIds");

    /// <summary>The security group of a component, closed to the CDK: the topology alone says its rules.</summary>
    public CdkValue SecurityGroup(Component component) => CdkValue.Call(
        Cdk.Type("AWS.EC2.SecurityGroup.FromSecurityGroupId"),
        CdkValue.Code("this"),
        CdkValue.Text("SecurityGroupReference"),
        SecurityGroupId(component.Path),
        new Props("AWS.EC2.SecurityGroupImportOptions") { { "Mutable", false } });

    /// <summary>
    /// Makes a construct wait for the routes of its subnets, and what runs code for the endpoints of its VPC too: until they exist nothing
    /// gets in or out.
    /// </summary>
    public void AfterRoutes(Component component, CdkValue construct)
    {
        if (Topology.SubnetGroup(component) is not { } group)
        {
            return;
        }

        if (group.Subnets.Any(static s => s.DefaultRoute.Kind != RouteTargetKind.None || s.Ipv6 is { DefaultRoute.Kind: not RouteTargetKind.None }))
        {
            Wait(group.Path, NetworkEmitter.Routes);
        }

        if (component.Role == ComponentRole.Compute)
        {
            foreach (bool isGateway in Topology.EndpointsOf(group.Network).Select(static endpoint => endpoint.IsGateway).Distinct())
            {
                Wait(group.Network, isGateway ? NetworkEmitter.GatewayEndpoints : NetworkEmitter.InterfaceEndpoints);
            }
        }

        void Wait(NodePath owner, string property) => Run(construct.Then(".Node.AddDependency"), CdkValue.Code(Member(owner, property)));
    }

    /// <summary>A component as the target of a load balancer.</summary>
    public CdkValue Target(NodePath component, int port)
    {
        Component target = Topology.Component(component)!;
        return Kind.Of(target).Target(target, port, this);
    }

    /// <summary>The secret that a component owns.</summary>
    public CdkValue Secret(NodePath component)
    {
        Component owner = Topology.Component(component)!;
        return CdkValue.Code(Kind.Of(owner).Secret(owner, this));
    }

    /// <summary>The id of the security group of a component or of an endpoint.</summary>
    public CdkValue SecurityGroupId(NodePath path) => CdkValue.Code(
        (VpcEndpoint.Of(path) is { } endpoint ? Member(endpoint.Network, endpoint.Service + "EndpointSecurityGroup") : Member(path, "SecurityGroup")) + ".AttrGroupId");

    /// <summary>A span of time.</summary>
    public static CdkValue Seconds(int seconds) => CdkValue.Call(Cdk.Type("Duration.Seconds"), seconds);

    /// <summary>The removal policy of a component.</summary>
    public static CdkValue Removal(Component component) => Cdk.Static("RemovalPolicy." + component.Removal.ToString().ToUpperInvariant());

    /// <summary>The expression for the L1 construct below an L2 one, for what the L2 one cannot say.</summary>
    /// <param name="construct">The L2 construct.</param>
    /// <param name="type">The type of the L1 construct, below <c>Amazon.CDK</c>.</param>
    public static string Below(CdkValue construct, string type) => $"(({Cdk.Type(type)}){construct.Then(".Node.DefaultChild!")})";

    /// <summary>The account that the stack is deployed to.</summary>
    public CdkValue Account => CdkValue.Code(Node(NodePath.Root) + ".Account");

    /// <summary>A statement of a resource's policy that lets a service of AWS do something with the resource.</summary>
    /// <param name="service">The service's principal.</param>
    /// <param name="actions">IAM actions.</param>
    /// <param name="resource">The ARN of the resource.</param>
    /// <param name="conditions">Operator, key and value of each condition.</param>
    public static CdkValue ServiceStatement(string service, IEnumerable<string> actions, CdkValue resource, IEnumerable<(string Operator, string Key, CdkValue Value)> conditions)
    {
        List<(string, CdkValue)> all = [.. conditions.Select(static c => (c.Operator, CdkValue.Map("object", [(c.Key, c.Value)])))];
        return CdkValue.Call("new " + Cdk.Type("AWS.IAM.PolicyStatement"), new Props("AWS.IAM.PolicyStatementProps")
        {
            { "Principals", CdkValue.List(Cdk.Type("AWS.IAM.IPrincipal"), [CdkValue.Call("new " + Cdk.Type("AWS.IAM.ServicePrincipal"), CdkValue.Text(service))]) },
            { "Actions", CdkValue.List("string", actions.Select(CdkValue.Text)) },
            { "Resources", CdkValue.List("string", [resource]) },
            { "Conditions", all.Count == 0 ? null : CdkValue.Map("object", all) },
        });
    }

    /// <summary>A role that has exactly the permissions that the topology grants.</summary>
    public CdkValue Role(Component component, Principal principal, string property, string service, string summary, string? name = null) => Property(
        property,
        "AWS.IAM.Role",
        new Props("AWS.IAM.RoleProps")
        {
            { "RoleName", name is null ? null : CdkValue.Name(name) },
            { "AssumedBy", CdkValue.Call("new " + Cdk.Type("AWS.IAM.ServicePrincipal"), CdkValue.Text(service)) },
            { "InlinePolicies", Policies(component, principal) },
        },
        summary,
        hooks: false);

    private CdkValue? Policies(Component component, Principal principal)
    {
        List<(string Name, CdkValue Document)> policies =
        [
            .. from grant in Topology.GrantsOf(component.Path)
               where grant.Principal == principal
               from actions in grant.Actions.GroupBy(PolicyName.Of)
               group Statement(actions, grant) by actions.Key into policy
               select (policy.Key, Document(policy)),
        ];
        policies.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return policies.Count == 0 ? null : CdkValue.Map(Cdk.Type("AWS.IAM.PolicyDocument"), policies);
    }

    private CdkValue Statement(IEnumerable<string> actions, Grant grant) => CdkValue.Call("new " + Cdk.Type("AWS.IAM.PolicyStatement"), new Props("AWS.IAM.PolicyStatementProps")
    {
        { "Actions", CdkValue.List("string", actions.Select(CdkValue.Text)) },
        { "Resources", CdkValue.List("string", grant.Resources.Select(Resource)) },
    });

    private static CdkValue Document(IEnumerable<CdkValue> statements) => CdkValue.Call(
        "new " + Cdk.Type("AWS.IAM.PolicyDocument"),
        new Props("AWS.IAM.PolicyDocumentProps") { { "Statements", CdkValue.List(Cdk.Type("AWS.IAM.PolicyStatement"), statements) } });

    private CdkValue Resource(GrantResource resource)
    {
        if (resource.Component is not { } component)
        {
            return CdkValue.Text(resource.Arn ?? "*");
        }

        Component found = Topology.Component(component)!;
        string arn = Kind.Of(found).Arn(found, resource.Part, this);
        return CdkValue.Code(resource.Suffix.Length == 0 ? arn : $"{arn} + {CSharpLiteral.Of(resource.Suffix)}");
    }
}
