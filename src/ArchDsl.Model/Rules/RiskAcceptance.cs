using System.Globalization;

namespace ArchDsl.Model;

/// <summary>Takes the accepted findings out, and finds fault with acceptances that do not hold.</summary>
internal static class RiskAcceptance
{
    public static IReadOnlyList<Finding> Apply(List<Finding> findings, IEnumerable<AcceptedRisk> risks, string? today, IReadOnlyList<Rule> rules)
    {
        HashSet<(string Rule, NodePath Node)> found = [.. findings.Select(KeyOf)];
        HashSet<(string Rule, NodePath Node)> accepted = [];
        List<Finding> faults = [];
        foreach (AcceptedRisk risk in risks)
        {
            Rule? rule = rules.FirstOrDefault(rule => rule.Id == risk.Id);
            if (rule is null && !Answers(rules, risk.Id))
            {
                continue;
            }

            if (Fault(risk, rule, today) is { } fault)
            {
                faults.Add(fault);
            }
            else if (found.Contains((risk.Id, risk.Node)))
            {
                accepted.Add((risk.Id, risk.Node));
            }
            else
            {
                faults.Add(Of<AcceptanceWithoutRisk>(risk, nameof(AcceptedRisk.Id), risk.Id));
            }
        }

        return [.. findings.Where(finding => !accepted.Contains(KeyOf(finding))), .. faults];
    }

    private static (string Rule, NodePath Node) KeyOf(Finding finding) => (finding.RuleId, finding.Place.Origin.Node);

    // An id that can belong to somebody else's rule is theirs to judge. The rest is judged where ArchDsl's own rules run.
    private static bool Answers(IReadOnlyList<Rule> rules, string id) => !RuleSet.IsForeign(id) && rules.Any(static rule => rule is InvalidAcceptance);

    private static Finding? Fault(AcceptedRisk risk, Rule? rule, string? today)
    {
        if (rule is null)
        {
            string hint = RuleSet.Find(risk.Id.Trim().ToUpperInvariant()) is { } meant ? $"; write '{meant.Id}'" : "";
            return Of<InvalidAcceptance>(risk, nameof(risk.Id), $"there is no rule '{risk.Id}'{hint}");
        }

        if (rule is LoweringRule or AcceptanceRule)
        {
            return Of<InvalidAcceptance>(risk, nameof(risk.Id), $"{risk.Id} says that the source makes no sense, which nobody can accept");
        }

        if (string.IsNullOrWhiteSpace(risk.Reason))
        {
            return Of<InvalidAcceptance>(risk, nameof(risk.Reason), "a risk is accepted for a reason: Reason = \"...\"");
        }

        if (risk.Until is null)
        {
            return null;
        }

        if (!DateTime.TryParseExact(risk.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return Of<InvalidAcceptance>(risk, nameof(risk.Until), $"'{risk.Until}' is no date like 2027-06-30");
        }

        // Days in this form order as text.
        return today is not null && string.CompareOrdinal(risk.Until, today) < 0
            ? Of<ExpiredAcceptance>(risk, nameof(risk.Until), risk.Id, risk.Until)
            : null;
    }

    private static Finding Of<TRule>(AcceptedRisk risk, string argument, params string[] arguments)
        where TRule : AcceptanceRule, new() => new(new TRule().Id, new Place(risk.Origin.At(argument)), arguments.ToEquatableArray(), []);
}
