namespace ArchDsl.Model;

/// <summary>The CDK program of an architecture in each of its stages. The classes are the same in all of them.</summary>
/// <param name="Stages">The stages, the default one first; one without a name where none is declared.</param>
public sealed record CdkArchitecture(EquatableArray<CdkProgram> Stages);

/// <summary>The CDK program of an architecture in one stage, as data: the generator only prints it.</summary>
public sealed record CdkProgram
{
    /// <summary>The stage; null where none is declared.</summary>
    public required string? Stage { get; init; }

    /// <summary>The namespace of the root; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The stack.</summary>
    public required StackSettings Stack { get; init; }

    /// <summary>The classes, the outer ones first; the root is the first of all.</summary>
    public required EquatableArray<CdkNode> Nodes { get; init; }

    /// <summary>The networks, in the root.</summary>
    public required EquatableArray<CdkStatement> Network { get; init; }

    /// <summary>The security groups, in the root.</summary>
    public required EquatableArray<CdkStatement> SecurityGroups { get; init; }

    /// <summary>The paths of the nodes with resources, each after those that it refers to.</summary>
    public required EquatableArray<NodePath> Order { get; init; }

    /// <summary>Tags and outputs, in the root, after all else.</summary>
    public required EquatableArray<CdkStatement> Finish { get; init; }

    /// <summary>What was built and proven.</summary>
    public required Report Report { get; init; }
}

/// <summary>A class of the generated program.</summary>
public sealed record CdkNode
{
    /// <summary>Where it stands.</summary>
    public required NodePath Path { get; init; }

    /// <summary>The class name with keywords escaped.</summary>
    public required string Identifier { get; init; }

    /// <summary>Its fully qualified name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The name of its field in the root.</summary>
    public required string Field { get; init; }

    /// <summary>What it becomes.</summary>
    public required NodeSummary Summary { get; init; }

    /// <summary>Its typed properties.</summary>
    public required EquatableArray<CdkProperty> Properties { get; init; }

    /// <summary>Its resources.</summary>
    public required EquatableArray<CdkStatement> Statements { get; init; }

    /// <summary>What refers to resources that may refer to these: made after all others.</summary>
    public required EquatableArray<CdkStatement> Routes { get; init; }
}

/// <summary>What a class becomes, for its documentation. Names and reasons of the user's stand in it to the letter.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Facts">Who reaches it, how it is encrypted and which risks it takes, a sentence each.</param>
public sealed record NodeSummary(string Text, EquatableArray<string> Facts);

/// <summary>A typed property of a generated class.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its documentation.</param>
/// <param name="IsPublic">Whether users of the class see it.</param>
public sealed record CdkProperty(string Type, string Name, string Summary, bool IsPublic);

/// <summary>A statement of the generated program.</summary>
public abstract record CdkStatement;

/// <summary>Calls something.</summary>
/// <param name="Call">The call.</param>
public sealed record CdkRun(CdkValue Call) : CdkStatement;

/// <summary>Declares a local variable.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record CdkLet(string Variable, CdkValue Value) : CdkStatement;

/// <summary>Sets a property.</summary>
/// <param name="Target">The property.</param>
/// <param name="Value">Its value.</param>
public sealed record CdkSet(string Target, CdkValue Value) : CdkStatement;

/// <summary>Makes a construct.</summary>
/// <param name="Target">The property (with its receiver) or the new local variable that takes it; null where nothing refers to it.</param>
/// <param name="IsLocal">Whether the target is a new local variable.</param>
/// <param name="Maker">What stands before the parentheses: a constructor with <c>new</c>, or a factory method.</param>
/// <param name="Scope">The construct above it.</param>
/// <param name="Id">Its id below the scope.</param>
/// <param name="Props">Its properties, or null.</param>
/// <param name="HookType">The type of the construct where hooks apply, else null.</param>
public sealed record CdkConstruct(string? Target, bool IsLocal, string Maker, string Scope, string Id, CdkValue? Props, string? HookType) : CdkStatement;

/// <summary>What a synthesis tells the user.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Built">What the stack consists of, a line each.</param>
/// <param name="Proven">What the analysis proved, a line each.</param>
/// <param name="Accepted">The accepted risks, a line each.</param>
/// <param name="Open">The findings that nobody accepted, whatever their severity in the build, a line each.</param>
/// <param name="Unproven">What hooks take out of the proof, a line each.</param>
public sealed record Report(
    string Name,
    EquatableArray<string> Built,
    EquatableArray<string> Proven,
    EquatableArray<string> Accepted,
    EquatableArray<string> Open,
    EquatableArray<string> Unproven);
