namespace ArchDsl.Model;

/// <summary>A networked resource stands outside every subnet.</summary>
internal sealed class OutsideSubnet : LoweringRule
{
    public override string Id => "ARCH0003";

    public override string Title => "A networked resource stands outside every subnet";

    public override string Message => "Nest '{0}' in a class with [PublicSubnet], [PrivateSubnet] or [IsolatedSubnet], or put one of them on it: {1} is attached to a network";

    public override string Description => "Where a networked resource stands decides who can reach it, so it has to be said.";
}
