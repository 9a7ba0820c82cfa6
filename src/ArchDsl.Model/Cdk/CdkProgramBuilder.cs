namespace ArchDsl.Model;

/// <summary>Turns a topology into the CDK program that builds it. This is the one emitter: what is analysed is what is emitted.</summary>
public sealed class CdkProgramBuilder
{
    private readonly AnalyzedArchitecture architecture;
    private readonly Dictionary<NodePath, NodeDeclaration> declarations;
    private readonly Dictionary<NodePath, List<CdkProperty>> properties = [];
    private readonly Dictionary<(NodePath Path, string Name), string> propertyNames = [];
    private readonly HashSet<string> variables = [];

    private CdkProgramBuilder(AnalyzedArchitecture architecture)
    {
        this.architecture = architecture;
        declarations = architecture.Declaration.Root.SelfAndDescendants().ToDictionary(static n => n.Path);
    }

    internal ArchitectureTopology Topology => architecture.Topology;

    internal string StackName => Topology.Stack.Name ?? declarations[NodePath.Root].Name;

    /// <summary>Builds the program of an architecture in all its stages.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <returns>The programs; null where the root cannot become a stack.</returns>
    public static CdkArchitecture? Build(ArchitectureDeclaration declaration) => Build(AnalyzedArchitecture.InStages(declaration, RuleSet.All, CancellationToken.None), CancellationToken.None);

    /// <summary>Builds the program of an architecture in all its stages.</summary>
    /// <param name="stages">The architecture in each of them.</param>
    /// <param name="cancellation">Stops before the next stage.</param>
    /// <returns>The programs; null where the root cannot become a stack.</returns>
    public static CdkArchitecture? Build(IReadOnlyList<AnalyzedArchitecture> stages, CancellationToken cancellation)
    {
        List<CdkProgram> programs = [];
        foreach (AnalyzedArchitecture stage in stages)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Build(stage) is not { } program)
            {
                return null;
            }

            programs.Add(program);
        }

        return new CdkArchitecture(programs.ToEquatableArray());
    }

    /// <summary>Builds the program of an architecture in one stage.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <returns>
    /// The program; null where the root itself cannot become a stack. Where another class cannot become a construct, the program
    /// has the classes without their resources, so that one mistake brings no others.
    /// </returns>
    public static CdkProgram? Build(AnalyzedArchitecture architecture)
    {
        HashSet<NodePath> broken = Broken(architecture);
        return CanBuild(architecture) ? new CdkProgramBuilder(architecture).Build(broken) : null;
    }

    /// <summary>Whether the root can become a stack.</summary>
    /// <remarks>The members that a reserved name clashes with are generated in another class: the compiler's error would come first.</remarks>
    internal static bool CanBuild(AnalyzedArchitecture architecture) =>
        !Broken(architecture).Contains(NodePath.Root) && architecture.Topology.Findings.All(static f => f.RuleId != ReservedId);

    private static HashSet<NodePath> Broken(AnalyzedArchitecture architecture) =>
        [.. architecture.Topology.Findings.Where(static f => UnbuildableRules.Contains(f.RuleId)).Select(static f => f.Place.Origin.Node)];

    private static readonly string ReservedId = new ReservedName().Id;

    private static readonly HashSet<string> UnbuildableRules = [new NotPartial().Id, new UnsupportedClass().Id, new ReservedName().Id];

    /// <summary>The name of the field of a node in the root.</summary>
    internal static string Field(NodePath path) => "node" + string.Concat(path.Value.Split('.').Select(static name => (name.StartsWith("_", StringComparison.Ordinal) ? "_0" : "_") + name.Replace("_", "__")));

    /// <summary>The name of the method of one stage, where the stages differ.</summary>
    public static string StageMethod(string method, string stage) => $"{method}_{stage.Replace('-', '_')}";

    /// <summary>The name of a typed property of a node: the given one unless another member has it.</summary>
    /// <remarks>Every component asks for the name of its VPC's, whose class may have as many members as there are components.</remarks>
    internal string PropertyName(NodePath path, string name)
    {
        if (!propertyNames.TryGetValue((path, name), out string? free))
        {
            for (free = name; !ReservedNames.IsFree(free, declarations[path]);)
            {
                free += "Resource";
            }

            propertyNames.Add((path, name), free);
        }

        return free;
    }

    internal string Declare(NodePath path, string name, string type, string summary, bool isPublic = true)
    {
        string unique = PropertyName(path, name);
        if (!properties.TryGetValue(path, out List<CdkProperty>? list))
        {
            properties[path] = list = [];
        }

        list.Add(new CdkProperty(type, unique, summary, isPublic));
        return unique;
    }

    /// <summary>A local variable that no other statement of the program has.</summary>
    internal string Variable(NodePath path, string id)
    {
        id = id.TrimStart('@');
        string name = path.IsRoot ? id : string.Concat(path.Value.Split('.')) + id;
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        string unique = name;
        for (int i = 2; !variables.Add(unique); i++)
        {
            unique = $"{name}_{i}";
        }

        return unique;
    }

    private CdkProgram Build(HashSet<NodePath> broken)
    {
        ArchitectureDeclaration declaration = architecture.Declaration;
        List<NodeDeclaration> nodes = [.. declaration.Root.SelfAndDescendants().Where(n => !SelfAndAncestors(n.Path).Any(broken.Contains))];
        bool whole = broken.Count == 0;
        Summaries summaries = new(architecture);
        Dictionary<NodePath, CdkScope> components = [];
        Dictionary<NodePath, CdkScope> routes = [];
        CdkScope network = new(this, NodePath.Root);
        CdkScope groups = new(this, NodePath.Root);
        CdkScope finish = new(this, NodePath.Root);
        if (whole)
        {
            foreach (Network n in Topology.Networks)
            {
                NetworkEmitter.EmitNetwork(n, network);
            }

            foreach (HostedZone zone in Topology.HostedZones)
            {
                NetworkEmitter.EmitHostedZone(zone, network);
            }

            foreach (EcsCluster cluster in Topology.Clusters)
            {
                NetworkEmitter.EmitCluster(cluster, network);
            }

            NetworkEmitter.EmitSecurityGroups(Topology.SecurityGroups, groups);
            NetworkEmitter.EmitInterfaceEndpoints(Topology, groups);
            foreach (Component component in Topology.Components)
            {
                CdkScope cdk = new(this, component.Path);
                Kind.Of(component).Emit(component, cdk);
                components[component.Path] = cdk;
                CdkScope late = new(this, component.Path);
                Kind.Of(component).EmitRoutes(component, late);
                routes[component.Path] = late;
            }

            Finish(finish);
        }

        return new CdkProgram
        {
            Stage = architecture.Stage,
            Namespace = declaration.Namespace,
            Stack = Topology.Stack,
            Nodes = nodes.Select(n => Node(n, summaries.Of(n), components, routes)).ToEquatableArray(),
            Network = network.Statements.ToEquatableArray(),
            SecurityGroups = groups.Statements.ToEquatableArray(),

            // Whoever is referred to is made before those who refer to it.
            Order = Ordering.DependenciesFirst(components.Keys.OrderBy(static p => p), path => components[path].References.Where(components.ContainsKey)).ToEquatableArray(),
            Finish = finish.Statements.ToEquatableArray(),
            Report = Reporting.Of(architecture),
        };
    }

    private CdkNode Node(NodeDeclaration node, NodeSummary summary, Dictionary<NodePath, CdkScope> components, Dictionary<NodePath, CdkScope> routes) => new()
    {
        Path = node.Path,
        Identifier = node.TypeName.Substring(node.TypeName.LastIndexOf('.') is var dot and >= 0 ? dot + 1 : "global::".Length),
        TypeName = node.TypeName,
        Field = Field(node.Path),
        Summary = summary,
        Properties = (properties.TryGetValue(node.Path, out List<CdkProperty>? list) ? list : []).ToEquatableArray(),
        Statements = (components.TryGetValue(node.Path, out CdkScope? cdk) ? cdk.Statements : []).ToEquatableArray(),
        Routes = (routes.TryGetValue(node.Path, out CdkScope? late) ? late.Statements : []).ToEquatableArray(),
    };

    private void Finish(CdkScope cdk)
    {
        foreach (ResourceTag tag in Topology.Tags)
        {
            cdk.Run(Cdk.Type("Tags.Of") + "(" + cdk.Node(tag.Node) + ").Add", CdkValue.Literal(tag.Key), CdkValue.Literal(tag.Value));
        }

        foreach (StackOutput output in Topology.Outputs)
        {
            CdkValue value = output.Value == Value.VpcId
                ? CdkValue.Code(cdk.Member(output.Node, "Vpc") + ".VpcId")
                : cdk.Value(output.Node, output.Value);
            CdkValue construct = cdk.Local("@Output" + output.LogicalId, "CfnOutput", new Props("CfnOutputProps")
            {
                { "Value", value },
                { "Description", CdkValue.Literal(output.Name) },
            });
            cdk.Run(construct.Then(".OverrideLogicalId"), CdkValue.Text(output.LogicalId));
        }
    }

    private static IEnumerable<NodePath> SelfAndAncestors(NodePath path)
    {
        for (; !path.IsRoot; path = path.Parent)
        {
            yield return path;
        }

        yield return NodePath.Root;
    }
}
