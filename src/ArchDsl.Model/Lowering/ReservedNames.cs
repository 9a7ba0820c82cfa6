namespace ArchDsl.Model;

/// <summary>Names that a nested class or a member cannot have: the generated class around it, or the class itself, has a member of that name.</summary>
internal static class ReservedNames
{
    // Generated for every class, inherited from Construct, and ids that the CDK leaves out of logical ids.
    private static readonly HashSet<string> Everywhere =
    [
        "Component", "Default", "Resource", "Configure", "Created", "Define", "DefineNetwork", "DefineRoutes", "DefineSecurityGroups", "Finish", "Report", "Root", "SecurityGroup", "StageName",
        "IsConstruct", "Node", "ToString",

        // In the generated code it is no class.
        "var",
        "DeputyProps", "GetInstanceProperty", "GetStaticProperty", "InvokeInstanceMethod", "InvokeInstanceVoidMethod", "InvokeStaticMethod",
        "InvokeStaticVoidMethod", "SetInstanceProperty", "SetStaticProperty", "UnsafeCast",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals",
    ];

    // Inherited from Stack.
    private static readonly HashSet<string> BelowRoot =
    [
        "Account", "AddDependency", "AddMetadata", "AddStackTag", "AddTransform", "AllocateLogicalId", "ArtifactId", "AvailabilityZones",
        "BundlingRequired", "Dependencies", "Environment", "ExportStringListValue", "ExportValue", "FormatArn", "GetLogicalId", "IsStack",
        "Nested", "NestedStackParent", "NestedStackResource", "NotificationArns", "Of", "Partition", "Region", "RegionalFact",
        "RemoveStackTag", "RenameLogicalId", "ReportMissingContextKey", "Resolve", "SplitArn", "StackId", "StackName", "Synthesizer",
        "Tags", "TemplateFile", "TemplateOptions", "TerminationProtection", "ToJsonString", "ToYamlString", "UrlSuffix",
    ];

    // Generated in the root, and in every other class, whatever stands in it.
    private static readonly HashSet<string> OfRoot = ["Component", "Define", "DefineNetwork", "DefineRoutes", "DefineSecurityGroups", "Finish", "Report", StageName];
    private static readonly HashSet<string> OfOthers = ["Define", "DefineRoutes", "Root"];
    private const string StageName = "StageName";
    private const string FieldPrefix = "node_";

    /// <summary>The members of a class that have such a name: the generated part has one of its own.</summary>
    public static IEnumerable<string> MembersOf(Node node) => node.Declaration.MemberNames.Where(name =>
        (node.Parent is not null ? OfOthers.Contains(name)
            : name == StageName ? node.All<StageAttribute>().Any()
            : OfRoot.Contains(name) || name.StartsWith(FieldPrefix, StringComparison.Ordinal))
        && node.Children.All(child => child.Name != name));

    /// <summary>Whether a class has such a name. C# lets no nested class have the name of the class around it either.</summary>
    public static bool Contains(Node node) =>
        Everywhere.Contains(node.Name) || node.Parent is { } outer && (outer.Name == node.Name || outer.Path.IsRoot && BelowRoot.Contains(node.Name));
}
