namespace ArchDsl.Model;

/// <summary>Lowers what the source says to a topology in which everything is explicit.</summary>
public static class Lowering
{
    /// <summary>Lowers an architecture. Never fails: what makes no sense is a finding, and the rest stands.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <param name="stage">The stage; null where none is declared.</param>
    public static ArchitectureTopology Lower(ArchitectureDeclaration declaration, string? stage = null)
    {
        IReadOnlyList<string?> stages = Stages.Of(declaration);
        ArchitectureDeclaration undivided = declaration;
        declaration = Stages.In(declaration, stage);
        Node root = new(declaration.Root, null);
        StackSettings stack = Stack(root, stage, stages);
        LoweringContext context = new(declaration, stage, stack.Region);
        CheckStages(undivided, stage, context);
        CheckStack(stack, root, context);
        if (root.Attributes.Count == 0)
        {
            context.Report<PlainRoot>(new Origin(root.Path), root.Name);
        }

        List<Node> nodes = [.. root.SelfAndDescendants()];
        nodes.ForEach(node => Nesting.Check(node, context));
        nodes.ForEach(context.Add);

        NetworkLowering networks = new(nodes, context);
        context.HostedZones.AddRange(from node in nodes
                                     from zone in node.All<HostedZoneAttribute>()
                                     select new HostedZone(node.Path, zone.Attribute.DomainName, zone.Attribute.Id));
        List<(Component Component, Node Node)> components = [];
        foreach (Node node in nodes)
        {
            if (LowerComponent(node, networks, context) is { } component)
            {
                components.Add((component, node));
                context.Add(component);
            }
        }

        foreach ((Component component, Node node) in components)
        {
            Kind.Of(component).Connect(component, node, context);
        }

        foreach ((Component component, Node node) in components)
        {
            foreach (EdgeKind edge in EdgeKind.All)
            {
                foreach (Written written in node.Attributes.Where(a => edge.AttributeType.IsInstanceOfType(a.Attribute)))
                {
                    edge.Lower(component, node, written, context);
                }
            }
        }

        EndpointLowering.Interfaces(context);
        context.Networks.AddRange(networks.Finish());
        EndpointLowering.Unasked(context, context.Networks);
        EndpointLowering.Gateways(context);
        GivenName.CheckUnique(context);
        context.Invariants.AddRange(nodes.SelectMany(node => InvariantLowering.Of(node, context)));
        return Topology(stack, nodes, context) with { SharedNames = SharedNames.Of(undivided, stage, stack, context).ToEquatableArray() };
    }

    private static void CheckStages(ArchitectureDeclaration declaration, string? stage, LoweringContext context)
    {
        List<(AttributeDeclaration Attribute, string Name)> stages = [.. Stages.Written(declaration)];
        foreach (NodeDeclaration node in declaration.Root.SelfAndDescendants())
        {
            foreach (AttributeDeclaration attribute in node.Attributes.Where(a => a.Stage is not null && stages.All(s => s.Name != a.Stage)))
            {
                context.Report<UnknownStage>(new Origin(node.Path, attribute.Index, nameof(ArchDslAttribute.Stage)), attribute.DisplayName, attribute.Stage!);
            }

            foreach (AttributeDeclaration second in stage is null ? [] : Stages.Repeated([.. node.Attributes.Where(a => a.Stage == stage)]))
            {
                context.Report<SaidTwice>(new Origin(node.Path, second.Index), second.DisplayName, node.Name);
            }
        }

        foreach ((AttributeDeclaration attribute, string name) in stages.Where(static s => !Stages.IsName(s.Name)))
        {
            context.Report<RefusedValue>(new Origin(NodePath.Root, attribute.Index, nameof(StageAttribute.Name)), name, "the name of a stage is a letter, then letters, digits and hyphens");
        }
    }

    // What stands in no argument: the name of a stage follows that of the architecture, and tags come from the classes around.
    private static void CheckStack(StackSettings stack, Node root, LoweringContext context)
    {
        if (root.Get<ArchitectureAttribute>() is { } architecture
            && stack.Name != architecture.Attribute.Name
            && NameRule.Of(architecture.Attribute, nameof(ArchitectureAttribute.Name))!.Fault(architecture.Attribute.Name, null) is null
            && NameRule.Of(architecture.Attribute, nameof(ArchitectureAttribute.Name))!.Fault(stack.Name!, null) is { } fault)
        {
            context.Report<RefusedValue>(architecture.At(nameof(ArchitectureAttribute.Name)), stack.Name!, fault);
        }

        if (root.Get<BudgetAttribute>() is { } budget && budget.Declaration.Has(nameof(BudgetAttribute.UsdPerMonth)))
        {
            context.CheckRange(budget, nameof(BudgetAttribute.UsdPerMonth), budget.Attribute.UsdPerMonth, 1, int.MaxValue, "a budget in US dollars a month");
        }

        foreach (Node node in root.SelfAndDescendants())
        {
            // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
            List<Written<TagAttribute>> tags = [.. node.SelfAndAncestors().Reverse().SelectMany(static n => n.All<TagAttribute>())];
            if (tags.Select(static tag => tag.Attribute.Key).Distinct().Count() > MostTags && node.Get<TagAttribute>() is not null)
            {
                context.Report<RefusedValue>(tags[tags.Count - 1].Origin, tags[tags.Count - 1].Attribute.Key, $"a resource has {MostTags} tags at most; remove one here or around {node.Name}");
            }
        }
    }

    private const int MostTags = 50;

    private static Component? LowerComponent(Node node, NetworkLowering networks, LoweringContext context)
    {
        Written? written = node.Attributes.FirstOrDefault(static a => Kind.Of(a.Attribute) is not null);
        if (written is null || Kind.Of(written.Attribute) is not { } kind)
        {
            return null;
        }

        (Placement Placement, SubnetKind Kind)? place = networks.PlaceOf(node);
        if (kind.Networked && place is null)
        {
            context.Report<OutsideSubnet>(written.Origin, node.Name, written.Declaration.DisplayName);
            context.Fault(node);
            return null;
        }

        Component component = kind.Lower(new ComponentContext(node, written, kind.Networked ? place?.Placement : null, kind.Networked ? place?.Kind : null, context));
        return component with
        {
            RemovalOrigin = node.Get<RemovalAttribute>()?.At(nameof(RemovalAttribute.Policy)).At(null) ?? written.Origin,
            Overlays = (from argument in written.Declaration.Arguments
                        where argument.Overlay is not null
                        select new Overlay(argument.Name, argument.Overlay!.Value)).ToEquatableArray(),
        };
    }

    private static ArchitectureTopology Topology(StackSettings stack, List<Node> nodes, LoweringContext context)
    {
        Dictionary<NodePath, Node> byPath = nodes.ToDictionary(static n => n.Path);
        return new ArchitectureTopology
        {
            Stack = stack,
            Networks = context.Networks.OrderBy(static n => n.Path).ToEquatableArray(),
            Components = context.Components.Values.OrderBy(static c => c.Path).ToEquatableArray(),
            SecurityGroups = context.Components.Values.Where(static c => c.Placement is not null)
                .Select(c => SecurityGroupLowering.Of(c.Path, c.Placement!.Value.Network, byPath[c.Path].Get<SecurityGroupAttribute>()?.Attribute.Name, context))
                .Concat(context.VpcEndpoints.Where(static e => !e.IsGateway).Select(e => SecurityGroupLowering.Of(e.Path, e.Network, null, context)))
                .OrderBy(static g => g.Path).ToEquatableArray(),
            HostedZones = context.HostedZones.OrderBy(static z => z.Path).ToEquatableArray(),
            DnsRecords = context.DnsRecords.ToEquatableArray(),
            Alarms = context.Alarms.ToEquatableArray(),
            AccessLogs = context.AccessLogs.ToEquatableArray(),
            VpcEndpoints = context.VpcEndpoints.OrderBy(static e => e.Network).ThenBy(static e => e.Service).ToEquatableArray(),
            Clusters = context.Clusters.OrderBy(static c => c.Path).ToEquatableArray(),
            IdleClusters = (from node in nodes
                            from cluster in node.All<EcsClusterAttribute>()
                            where context.Clusters.All(c => c.Path != node.Path)
                            select cluster.Origin).ToEquatableArray(),
            TargetGroups = context.TargetGroups.ToEquatableArray(),
            Edges = context.Edges.ToEquatableArray(),
            Grants = context.Grants.ToEquatableArray(),
            Environment = context.Environment.OrderBy(static e => e.Component).ThenBy(static e => e.Name, StringComparer.Ordinal).ToEquatableArray(),
            PlatformNeeds = context.PlatformNeeds.ToEquatableArray(),
            Invariants = context.Invariants.ToEquatableArray(),
            Tags = (from node in nodes from tag in node.All<TagAttribute>() select new ResourceTag(node.Path, tag.Attribute.Key, tag.Attribute.Value)).ToEquatableArray(),
            Outputs = Outputs(nodes, context).ToEquatableArray(),
            AcceptedRisks = (from node in nodes
                             from risk in node.All<AcceptRiskAttribute>()
                             select new AcceptedRisk(node.Path, risk.Attribute.Id, risk.Attribute.Reason, risk.Attribute.Until, risk.Origin)).ToEquatableArray(),
            Budget = byPath[NodePath.Root].Get<BudgetAttribute>() is { } budget ? new Budget(budget.Attribute.UsdPerMonth, budget.At(nameof(BudgetAttribute.UsdPerMonth))) : null,
            Findings = context.Findings.Distinct().ToEquatableArray(),
        };
    }

    internal static StackSettings Stack(Node root, string? stage, IReadOnlyList<string?> stages)
    {
        Written<ArchitectureAttribute>? written = root.Get<ArchitectureAttribute>();
        ArchitectureAttribute? architecture = written?.Attribute;
        bool named = written?.Declaration.Arguments.Any(static a => a.Name == nameof(ArchitectureAttribute.Name) && a.Overlay is not null) == true;
        StageAttribute? settings = root.All<StageAttribute>().Select(static s => s.Attribute).FirstOrDefault(s => s.Name == stage);

        // Two stages in one account are two stacks.
        string? name = architecture is null || stage is null || stage == stages[0] || named ? architecture?.Name : $"{architecture.Name}-{stage}";
        return new StackSettings(name, settings?.Region ?? architecture?.Region, settings?.Account ?? architecture?.Account, architecture?.Description);
    }

    private static List<StackOutput> Outputs(List<Node> nodes, LoweringContext context)
    {
        List<StackOutput> outputs = [];
        HashSet<string> names = [];
        foreach (Node node in nodes)
        {
            foreach (Written<OutputAttribute> output in node.All<OutputAttribute>())
            {
                string id = OutputName.LogicalId(output.Attribute.Name);
                if (!HasValue(node, output.Attribute.Value, context))
                {
                    context.Report<NoSuchValue>(output.At("Value"), node.Name, output.Attribute.Value.ToString(), Values(node, context));
                }
                else if (id.Length is 0 or > 255)
                {
                    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
                    context.Report<RefusedValue>(output.At("Name"), output.Attribute.Name, "the name of an output has 1 to 255 letters or digits");
                }
                else if (!names.Add(id))
                {
                    context.Report<RefusedValue>(output.At("Name"), output.Attribute.Name, "another output has this name; choose another");
                }
                else
                {
                    outputs.Add(new StackOutput(node.Path, output.Attribute.Name, id, output.Attribute.Value));
                }
            }
        }

        HashSet<(NodePath, Value)> asked = [.. outputs.Select(static o => (o.Node, o.Value))];

        // What everybody wants to know after a deployment, unless it was asked for by another name.
        foreach (Component component in context.Components.Values.OrderBy(static c => c.Path))
        {
            if (Kind.Of(component).DefaultOutput is { } value && !asked.Contains((component.Path, value)))
            {
                string name = (component.Path.IsRoot ? "" : component.Path + " ") + value;
                string id = OutputName.LogicalId(name);
                if (names.Add(id))
                {
                    outputs.Add(new StackOutput(component.Path, name, id, value));
                }
            }
        }

        return outputs;
    }

    private static bool HasValue(Node node, Value value, LoweringContext context) =>
        value == Value.VpcId && node.Get<VpcAttribute>() is not null
        || context.Components.TryGetValue(node.Path, out Component? component)
            && (value == Value.SecurityGroupId ? component.Placement is not null : Kind.Of(component).Values.Contains(value));

    private static string Values(Node node, LoweringContext context) => string.Join(
        ", ",
        Enum.GetValues(typeof(Value)).Cast<Value>().Where(value => HasValue(node, value, context)).Select(static value => value.ToString()).DefaultIfEmpty("none"));
}
