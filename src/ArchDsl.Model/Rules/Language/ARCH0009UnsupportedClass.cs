namespace ArchDsl.Model;

/// <summary>A class cannot become a construct.</summary>
internal sealed class UnsupportedClass : LoweringRule
{
    public override string Id => "ARCH0009";

    public override string Title => "A class cannot become a construct";

    public override string Message => "'{0}' cannot become a construct: {1}";

    public override string Description => "The generator makes a construct class of every node: it derives from the CDK's classes and is constructed by the root.";
}
