using System.Collections.Concurrent;

namespace ArchDsl.Model;

/// <summary>An architecture in one stage, with all that a rule may ask about it.</summary>
public sealed class AnalyzedArchitecture
{
    private Reachability? reachability;
    private IReadOnlyList<NodePath>? hooks;
    private HashSet<NodePath>? hooked;
    private readonly ConcurrentDictionary<(Type, string), IReadOnlyList<Finding>> findings = new();
    private readonly ConcurrentDictionary<Type, HashSet<Origin>> told = new();
    private IReadOnlyList<InvariantResult>? invariants;
    private CostEstimate? cost;
    private IReadOnlyList<AcceptedRisk>? takenRisks;

    /// <summary>Lowers an architecture.</summary>
    /// <param name="declaration">What the source says, in all stages.</param>
    /// <param name="stage">The stage; null where none is declared.</param>
    public AnalyzedArchitecture(ArchitectureDeclaration declaration, string? stage = null)
    {
        Stage = stage;
        Declaration = Stages.In(declaration, stage);
        Topology = Lowering.Lower(declaration, stage);
    }

    /// <summary>Lowers an architecture in all its stages, and runs rules on each.</summary>
    /// <param name="declaration">What the source says.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Stops before the next stage or rule.</param>
    public static IReadOnlyList<AnalyzedArchitecture> InStages(ArchitectureDeclaration declaration, IReadOnlyList<Rule> rules, CancellationToken cancellation)
    {
        List<AnalyzedArchitecture> stages = [];
        foreach (string? stage in Stages.Of(declaration))
        {
            cancellation.ThrowIfCancellationRequested();
            AnalyzedArchitecture architecture = new(declaration, stage);
            foreach (Rule rule in rules)
            {
                cancellation.ThrowIfCancellationRequested();
                architecture.FindingsOf(rule);
            }

            stages.Add(architecture);
        }

        return stages;
    }

    /// <summary>The stage; null where none is declared.</summary>
    public string? Stage { get; }

    /// <summary>What the source says in the stage.</summary>
    public ArchitectureDeclaration Declaration { get; }

    /// <summary>What it means, with everything explicit.</summary>
    public ArchitectureTopology Topology { get; }

    /// <summary>Who can really reach whom.</summary>
    public Reachability Reachability => reachability ??= new Reachability(Topology);

    /// <summary>The classes with hooks: what these do is not analysed.</summary>
    public IReadOnlyList<NodePath> Hooks => hooks ??= [.. Declaration.Root.SelfAndDescendants().Where(static n => n.Shape.HasFlag(TypeShape.Hooked)).Select(static n => n.Path)];

    /// <summary>What is known of the paths that the team forbids.</summary>
    public IReadOnlyList<InvariantResult> Invariants => invariants ??= [.. InvariantCheck.Check(this)];

    /// <summary>What it costs, as far as that is known before it runs.</summary>
    public CostEstimate Cost => cost ??= CostEstimate.Of(Topology);

    /// <summary>Whether a class or one around it has a hook, so that nothing about it is proven.</summary>
    public bool IsHooked(NodePath path)
    {
        hooked ??= [.. Hooks];
        for (NodePath outer = path; ; outer = outer.Parent)
        {
            if (hooked.Contains(outer))
            {
                return true;
            }

            if (outer.IsRoot)
            {
                return false;
            }
        }
    }

    /// <summary>The class name of a node, as messages have it.</summary>
    public string NameOf(NodePath path) => path.IsRoot ? Declaration.Root.Name : path.Value.Substring(path.Value.LastIndexOf('.') + 1);

    /// <summary>The findings of ArchDsl's own rules, accepted ones too.</summary>
    public IReadOnlyList<Finding> Findings => [.. RuleSet.All.SelectMany(FindingsOf)];

    /// <summary>
    /// The findings of ArchDsl's own rules that nobody accepted, whatever the day: what the reports say does not change over night. An
    /// acceptance that one stage does not need, another may, so that those are left out.
    /// </summary>
    public IReadOnlyList<Finding> OpenFindings =>
        [.. RiskAcceptance.Apply([.. Findings], Topology.AcceptedRisks, today: null, RuleSet.All).Where(static f => f.RuleId != AcceptanceWithoutRisk.RuleId)];

    /// <summary>The accepted risks that the architecture really takes in the stage. Those of somebody else's rules are believed: their analyzer checks them.</summary>
    public IReadOnlyList<AcceptedRisk> TakenRisks => takenRisks ??= [.. FindTakenRisks()];

    private IEnumerable<AcceptedRisk> FindTakenRisks()
    {
        HashSet<(string, NodePath)> found = [.. Topology.AcceptedRisks.Select(static risk => risk.Id).Distinct().Select(RuleSet.Find).OfType<Rule>().SelectMany(FindingsOf).Select(static finding => (finding.RuleId, finding.Place.Origin.Node))];
        return Topology.AcceptedRisks.Where(risk => !string.IsNullOrWhiteSpace(risk.Reason) && (found.Contains((risk.Id, risk.Node)) || RuleSet.IsForeign(risk.Id)));
    }

    /// <summary>Whether another rule says more of a place: one cause is one finding.</summary>
    internal bool IsToldBy<TRule>(Origin origin)
        where TRule : Rule, new() => told.GetOrAdd(typeof(TRule), _ => [.. FindingsOf(new TRule()).Select(static finding => finding.Place.Origin)]).Contains(origin);

    // Rules ask for each other's findings.
    internal IReadOnlyList<Finding> FindingsOf(Rule rule) => findings.GetOrAdd((rule.GetType(), rule.Id), _ => [.. rule.Check(this)]);

    /// <summary>Runs ArchDsl's own rules.</summary>
    /// <inheritdoc cref="Check(string, IReadOnlyList{Rule})"/>
    public IReadOnlyList<Finding> Check(string? today) => Check(today, RuleSet.All);

    /// <summary>Runs rules.</summary>
    /// <param name="today">The day by which acceptances expire, as <c>yyyy-MM-dd</c>; null where the build does not say: then none expires.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The open findings: without the accepted ones, and with those about the acceptances themselves.</returns>
    public IReadOnlyList<Finding> Check(string? today, IReadOnlyList<Rule> rules)
    {
        List<Finding> all = [.. rules.SelectMany(FindingsOf)];

        // What an error of the language keeps out of the topology may be what an acceptance is for.
        bool whole = Topology.Findings.All(static finding => RuleSet.Find(finding.RuleId)?.Severity != Severity.Error);
        return [.. RiskAcceptance.Apply(all, Topology.AcceptedRisks, today, rules).Where(finding => whole || finding.RuleId != AcceptanceWithoutRisk.RuleId)];
    }
}
