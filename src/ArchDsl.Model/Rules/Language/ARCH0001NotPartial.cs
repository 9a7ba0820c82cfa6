namespace ArchDsl.Model;

/// <summary>A class of an architecture is not partial.</summary>
internal sealed class NotPartial : LoweringRule
{
    public override string Id => "ARCH0001";

    public override string Title => "A class of an architecture is not partial";

    public override string Message => "Declare '{0}' partial: ArchDsl generates the other part of it";

    public override string Description => "The generator adds the constructs of a class in another part of it, which C# allows for partial classes alone.";
}
