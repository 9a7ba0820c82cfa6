namespace ArchDsl.Model;

/// <summary>The top-level class of an architecture has no attribute.</summary>
internal sealed class PlainRoot : LoweringRule
{
    public override string Id => "ARCH0018";

    public override string Title => "The top-level class of an architecture has no attribute";

    public override string Message => "Put [Architecture(\"...\")] on '{0}': the classes nested in it are resources, and it becomes their stack";

    public override string Description => "The outermost class becomes the CloudFormation stack; an attribute says that this is meant.";
}
