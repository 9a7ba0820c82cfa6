namespace ArchDsl.Model;

/// <summary>An architecture in one stage, with all that a rule may ask about it.</summary>
/// <param name="declaration">What the source says, in all stages.</param>
/// <param name="stage">The stage; null where none is declared.</param>
public sealed class AnalyzedArchitecture(ArchitectureDeclaration declaration, string? stage = null)
{
    private Reachability? reachability;

    /// <summary>The stage; null where none is declared.</summary>
    public string? Stage { get; } = stage;

    /// <summary>What the source says in the stage.</summary>
    public ArchitectureDeclaration Declaration { get; } = Stages.In(declaration, stage);

    /// <summary>What it means, with everything explicit.</summary>
    public ArchitectureTopology Topology { get; } = Lowering.Lower(declaration, stage);

    /// <summary>Who can really reach whom.</summary>
    public Reachability Reachability => reachability ??= new Reachability(Topology);

    /// <summary>The class name of a node, as messages have it.</summary>
    public string NameOf(NodePath path) => path.IsRoot ? Declaration.Root.Name : path.Value.Substring(path.Value.LastIndexOf('.') + 1);

    /// <summary>Runs every rule.</summary>
    /// <param name="today">The day by which acceptances expire, as <c>yyyy-MM-dd</c>; null where the build does not say: then none expires.</param>
    /// <returns>The open findings: without the accepted ones, and with those about the acceptances themselves.</returns>
    public IReadOnlyList<Finding> Check(string? today)
    {
        List<Finding> findings = [.. RuleSet.All.SelectMany(rule => rule.Check(this))];
        return RiskAcceptance.Apply(findings, Topology.AcceptedRisks, today);
    }
}
