namespace ArchDsl.Model;

/// <summary>A class has no such value.</summary>
internal sealed class NoSuchValue : LoweringRule
{
    public override string Id => "ARCH0017";

    public override string Title => "A class has no such value";

    public override string Message => "'{0}' has no {1} to put out; it has {2}";

    public override string Description => "An output gives out a value that the resource of its class has.";
}
