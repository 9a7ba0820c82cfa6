namespace ArchDsl.Model;

/// <summary>What is said does not work together.</summary>
internal sealed class CannotWork : LoweringRule
{
    public override string Id => "ARCH0024";

    public override string Title => "What is said does not work together";

    public override string Message => "{0} cannot work: {1}";

    public override string Description => "Each of the values is one that AWS takes, but together they fail the deployment or have no effect.";
}
