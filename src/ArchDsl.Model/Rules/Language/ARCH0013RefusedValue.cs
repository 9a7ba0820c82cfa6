namespace ArchDsl.Model;

/// <summary>AWS refuses a value.</summary>
internal sealed class RefusedValue : LoweringRule
{
    public override string Id => "ARCH0013";

    public override string Title => "AWS refuses a value";

    public override string Message => "AWS refuses '{0}' on {2}: {1}";

    public override string Description => "The value would fail the deployment.";
}
