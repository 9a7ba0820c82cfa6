namespace ArchDsl.Model;

/// <summary>An accepted risk is none.</summary>
internal sealed class AcceptanceWithoutRisk : AcceptanceRule
{
    internal const string RuleId = "ARCH0022";

    public override string Id => RuleId;

    public override string Title => "An accepted risk is none";

    public override string Message => "{0} finds nothing here: remove the acceptance, so that it does not hide a later finding";

    public override string Description => "An acceptance that hides nothing today could hide something tomorrow.";

    public override Severity Severity => Severity.Warning;
}
