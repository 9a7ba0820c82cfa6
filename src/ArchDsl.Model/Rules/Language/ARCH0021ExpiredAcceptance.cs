namespace ArchDsl.Model;

/// <summary>An accepted risk has expired.</summary>
internal sealed class ExpiredAcceptance : AcceptanceRule
{
    public override string Id => "ARCH0021";

    public override string Title => "An accepted risk has expired";

    public override string Message => "The acceptance of {0} ended on {1}: mend the finding, or accept it anew with a reason of today";

    public override string Description => "The day is the MSBuild property ArchDslToday.";

    public override Severity Severity => Severity.Error;
}
