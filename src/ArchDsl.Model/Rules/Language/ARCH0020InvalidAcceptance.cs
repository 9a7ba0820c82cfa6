namespace ArchDsl.Model;

/// <summary>An accepted risk does not count.</summary>
internal sealed class InvalidAcceptance : AcceptanceRule
{
    public override string Id => "ARCH0020";

    public override string Title => "An accepted risk does not count";

    public override string Message => "This acceptance does not count: {0}";

    public override string Description => "An accepted risk names a rule, a reason and, if it ends, a date.";

    public override Severity Severity => Severity.Error;
}
