namespace ArchDsl.Model;

/// <summary>The same thing is said twice.</summary>
internal sealed class SaidTwice : LoweringRule
{
    public override string Id => "ARCH0019";

    public override string Title => "The same thing is said twice";

    public override string Message => "{0} stands on '{1}' twice: keep one of them, or make one of them for a stage with Stage = \"...\"";

    public override string Description => "Two attributes about the same thing could contradict each other; which one would hold?";
}
