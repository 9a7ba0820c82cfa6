namespace ArchDsl.Model;

/// <summary>
/// Names that a nested class or a member cannot have, since the generated part of the class, or what it derives from, has a member of
/// that name. They are kept free whether or not the class needs them today, so that an attribute more breaks no code.
/// </summary>
internal static class ReservedNames
{
    // Generated in every class: the hooks, which people write the bodies of, and methods without parameters.
    private static readonly string[] Hooks = ["Configure", "Created"];
    private static readonly string[] Methods = ["Define", "DefineRoutes"];

    // Generated in the top-level class. The account is the stack's, which policies read.
    private const string Component = "Component";
    private static readonly string[] RootMethods = [Component, "DefineNetwork", "DefineSecurityGroups", "Finish"];
    private static readonly string[] RootProperties = ["Account", "Report", "StageName"];

    // Generated in all others.
    private const string RootProperty = "Root";

    // In the generated code it is no class.
    private const string Keyword = "var";

    private static readonly HashSet<string> OfConstruct =
    [
        "IsConstruct", "Node", "ToString",
        "DeputyProps", "GetInstanceProperty", "GetStaticProperty", "InvokeInstanceMethod", "InvokeInstanceVoidMethod", "InvokeStaticMethod",
        "InvokeStaticVoidMethod", "SetInstanceProperty", "SetStaticProperty", "UnsafeCast",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals",
    ];

    private static readonly HashSet<string> OfStack =
    [
        "Account", "AddDependency", "AddMetadata", "AddStackTag", "AddTransform", "AllocateLogicalId", "ArtifactId", "AvailabilityZones",
        "BundlingRequired", "Dependencies", "Environment", "ExportStringListValue", "ExportValue", "FormatArn", "GetLogicalId", "IsStack",
        "Nested", "NestedStackParent", "NestedStackResource", "NotificationArns", "Of", "Partition", "Region", "RegionalFact",
        "RemoveStackTag", "RenameLogicalId", "ReportMissingContextKey", "Resolve", "SplitArn", "StackId", "StackName", "Synthesizer",
        "Tags", "TemplateFile", "TemplateOptions", "TerminationProtection", "ToJsonString", "ToYamlString", "UrlSuffix",
    ];

    // For classes, which can be moved, wherever they stand; with ids that the CDK leaves out of logical ids.
    private static readonly HashSet<string> Everywhere =
    [
        .. Hooks, .. Methods, .. RootMethods, .. RootProperties.Where(static name => !OfStack.Contains(name)), RootProperty, Keyword,
        .. OfConstruct, "Default", "Resource", "SecurityGroup",
    ];

    /// <summary>Whether a class has such a name. C# lets no nested class have the name of the class around it either.</summary>
    public static bool Contains(Node node) =>
        Everywhere.Contains(node.Name) || node.Parent is { } outer && (outer.Name == node.Name || outer.Path.IsRoot && OfStack.Contains(node.Name));

    /// <summary>The members of a class that have such a name. What only hides an inherited member is between its author and C#.</summary>
    /// <param name="node">The class.</param>
    /// <param name="stage">The stage; null where none is declared.</param>
    public static IEnumerable<string> Members(Node node, string? stage)
    {
        if (node.Declaration.Members.Count == 0)
        {
            return [];
        }

        bool isRoot = node.Path.IsRoot;
        HashSet<string> fields = [.. isRoot ? node.SelfAndDescendants().Skip(1).Select(static below => CdkProgramBuilder.Field(below.Path)) : []];
        HashSet<string> classes = [.. node.Children.Select(static child => child.Name)];
        HashSet<string> methods = [.. Methods, .. isRoot ? RootMethods : []];
        methods.UnionWith(stage is null ? [] : methods.Select(method => CdkProgramBuilder.StageMethod(method, stage)).ToList());
        HashSet<string> others = [.. Hooks, .. (isRoot ? RootProperties : [RootProperty]).SelectMany(PropertyMembers)];
        return node.Declaration.Members
            .Where(member => fields.Contains(member.Name) || !classes.Contains(member.Name) && Clashes(member))
            .Select(static member => member.Name)
            .Distinct();

        bool Clashes(MemberDeclaration member) =>
            others.Contains(member.Name)
            || (member.Name == Component ? member.Parameters is null or -1 : member.Parameters is null or 0) && methods.Contains(member.Name)
            || member is { Name: Keyword, Parameters: null };
    }

    /// <summary>Whether a generated property of a class can have a name.</summary>
    public static bool IsFree(string name, NodeDeclaration node) =>
        name != node.Name
        && !OfConstruct.Contains(name)
        && !(node.Path.IsRoot ? OfStack.Contains(name) || RootProperties.Contains(name) || RootMethods.Contains(name) : name == RootProperty)
        && !PropertyMembers(name).Intersect(node.Members.Select(static member => member.Name)).Any();

    // To the compiler a property is methods, too.
    private static string[] PropertyMembers(string property) => [property, "get_" + property, "set_" + property];
}
