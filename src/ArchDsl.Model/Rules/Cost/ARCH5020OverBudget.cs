namespace ArchDsl.Model;

/// <summary>What stands all the time costs more than the budget.</summary>
internal sealed class OverBudget : Rule
{
    public override string Id => "ARCH5020";

    public override string Title => "The estimate is above the budget";

    public override string Message => "{0} costs about {1} a month, and its budget is {2}. Dearest: {3}. This is an estimate {4}. Make these smaller, or raise the [Budget].";

    public override string Description => "A bill is read a month too late; what stands all the time has a price that is known while it is typed.";

    public override Severity Severity => Severity.Warning;

    private const int Dearest = 3;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture)
    {
        if (architecture.Topology.Budget is not { UsdPerMonth: > 0 } budget || architecture.Cost is not { } cost || cost.Usd <= budget.UsdPerMonth)
        {
            yield break;
        }

        string dearest = string.Join(", ", cost.Nodes
            .Where(static node => node.Usd > 0)
            .OrderByDescending(static node => node.Usd)
            .ThenBy(static node => node.Node)
            .Take(Dearest)
            .Select(node => $"{architecture.NameOf(node.Node)} {CostEstimate.Text(node.Usd)}"));
        yield return At(
            budget.Origin,
            architecture.NameOf(NodePath.Root),
            CostEstimate.Text(cost.Usd),
            CostEstimate.Text(budget.UsdPerMonth),
            dearest,
            Basis(cost));
    }

    private static string Basis(CostEstimate cost)
    {
        int unknown = cost.Unknown.Count();
        return $"at public prices{(cost.IsForeign ? " of " + PriceTable.DefaultRegion : "")}, without traffic and stored data"
            + (unknown == 0 ? "" : $" and without {unknown} unknown price{(unknown == 1 ? "" : "s")}");
    }
}
