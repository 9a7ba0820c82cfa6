namespace ArchDsl.Model;

/// <summary>An environment variable is set twice.</summary>
internal sealed class DuplicateVariable : LoweringRule
{
    public override string Id => "ARCH0016";

    public override string Title => "An environment variable is set twice";

    public override string Message => "{0} has a variable '{1}' already: rename one with Env";

    public override string Description => "Two attributes give the same environment variable a value.";
}
