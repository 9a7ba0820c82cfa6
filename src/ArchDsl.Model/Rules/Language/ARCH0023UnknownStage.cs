namespace ArchDsl.Model;

/// <summary>An attribute is for a stage that does not exist.</summary>
internal sealed class UnknownStage : LoweringRule
{
    public override string Id => "ARCH0023";

    public override string Title => "An attribute is for a stage that does not exist";

    public override string Message => "{0} is for the stage '{1}', which the top-level class does not declare; add [Stage(\"{1}\")] there, or name one that it declares";

    public override string Description => "An attribute for an unknown stage would never have an effect.";
}
