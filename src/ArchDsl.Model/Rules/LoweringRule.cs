namespace ArchDsl.Model;

/// <summary>A rule about the use of the language, whose findings the lowering makes where it meets the fault.</summary>
internal abstract class LoweringRule : Rule
{
    public sealed override Severity Severity => Severity.Error;

    public sealed override bool IsConfigurable => false;

    public sealed override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        architecture.Topology.Findings.Where(finding => finding.RuleId == Id);
}

/// <summary>A rule about <c>[AcceptRisk]</c>, whose findings are made after those of all other rules are known.</summary>
internal abstract class AcceptanceRule : Rule
{
    public sealed override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) => [];
}
