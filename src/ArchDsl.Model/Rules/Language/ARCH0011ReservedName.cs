namespace ArchDsl.Model;

/// <summary>A class or a member has a name that ArchDsl needs.</summary>
internal sealed class ReservedName : LoweringRule
{
    public override string Id => "ARCH0011";

    public override string Title => "A class or a member has a name that ArchDsl needs";

    public override string Message => "Rename '{0}': the generated part of the class around it has a member of that name";

    public override string Description => "Two members cannot share a name in C#, and a nested class is a member.";
}
