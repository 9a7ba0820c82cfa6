namespace ArchDsl.Model;

/// <summary>
/// A check of an architecture. One file a rule; the table of ArchDsl's own is <see cref="RuleSet"/>. A team writes rules of its own in
/// the same way, and hands them to an analyzer derived from <c>ArchDsl.Analyzers.RuleAnalyzer</c>.
/// </summary>
public abstract class Rule
{
    /// <summary>The stable id: <c>ARCH1001</c>. ARCH and digits are ArchDsl's own; others take capital letters of their own, then digits.</summary>
    public abstract string Id { get; }

    /// <summary>One line that names the fault.</summary>
    public abstract string Title { get; }

    /// <summary>The message, with numbered places for the arguments of a finding.</summary>
    public abstract string Message { get; }

    /// <summary>Why it matters, in a sentence or two.</summary>
    public abstract string Description { get; }

    /// <summary>How bad it is unless an <c>.editorconfig</c> says otherwise.</summary>
    public abstract Severity Severity { get; }

    /// <summary>The ids under which the scanners of this field know the fault.</summary>
    public virtual IReadOnlyList<string> KnownAs => [];

    /// <summary>Whether a project may turn the rule down; not where the source makes no sense.</summary>
    public virtual bool IsConfigurable => true;

    /// <summary>The concern. For ArchDsl's own rules the first digit of the id tells it; for others it is <c>Organization</c> unless they say more.</summary>
    public virtual string Category => !RuleSet.IsOwn(Id) ? "Organization" : Id[4] switch
    {
        '0' => "Language",
        '1' => "Network",
        '2' => "Data",
        '3' => "Identity",
        '4' => "Operations",
        _ => "Cost",
    };

    /// <summary>The page that explains the rule; empty where there is none.</summary>
    public virtual string HelpLink => RuleSet.IsOwn(Id) ? $"https://github.com/archdsl/archdsl/blob/main/docs/rules/{Id}.md" : "";

    /// <summary>
    /// Finds every place where an architecture breaks the rule. An analyzer asks once for all architectures that say the same, so nothing
    /// but the architecture decides.
    /// </summary>
    /// <param name="architecture">What the source says and what follows from it.</param>
    /// <returns>The findings; accepted ones too.</returns>
    public abstract IEnumerable<Finding> Check(AnalyzedArchitecture architecture);

    /// <summary>A finding of this rule.</summary>
    /// <param name="origin">The argument or attribute at fault.</param>
    /// <param name="arguments">What fills the places of <see cref="Message"/>.</param>
    protected Finding At(Origin origin, params string[] arguments) => new(Id, new(origin), arguments.ToEquatableArray(), []);
}

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Advice.</summary>
    Info,

    /// <summary>Weaker than the AWS baseline.</summary>
    Warning,

    /// <summary>Exposes data, secrets or administration, or cannot work.</summary>
    Error,
}

/// <summary>A place where an architecture breaks a rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">The argument or attribute at fault.</param>
/// <param name="Arguments">What fills the places of the rule's message.</param>
/// <param name="Related">The other places that take part, such as the hops of a path.</param>
public sealed record Finding(string RuleId, Place Place, EquatableArray<string> Arguments, EquatableArray<Place> Related)
{
    /// <summary>All places, the one at fault first.</summary>
    public IEnumerable<Place> Places => [Place, .. Related];
}

/// <summary>A place in the source that takes part in a finding.</summary>
/// <param name="Origin">The argument, attribute or class.</param>
/// <param name="Cure">What done there ends the finding; a code fix where the rule is ArchDsl's own.</param>
/// <param name="Change">What <see cref="Cure.SetArgument"/> and <see cref="Cure.AddAttribute"/> write, as C#: <c>MultiAz = true</c>, <c>[Removal(Removal.Snapshot)]</c>.</param>
public readonly record struct Place(Origin Origin, Cure Cure = Cure.None, string? Change = null);

/// <summary>A change that ends a finding; each is a code fix where the rule is ArchDsl's own.</summary>
/// <remarks>
/// A code fix lists the ids that it is for, so that none is offered for the rules of others: their messages should say what to do.
/// </remarks>
public enum Cure
{
    /// <summary>There is no mechanical one.</summary>
    None,

    /// <summary>Remove the argument.</summary>
    RemoveArgument,

    /// <summary>Remove the attribute.</summary>
    RemoveAttribute,

    /// <summary>Give the attribute the named argument of <see cref="Place.Change"/>, in the place of one of that name.</summary>
    SetArgument,

    /// <summary>Put the attribute of <see cref="Place.Change"/> on the class.</summary>
    AddAttribute,

    /// <summary>Move the class into isolated subnets.</summary>
    MoveToIsolatedSubnet,
}
