namespace ArchDsl.Model;

/// <summary>A file is not to be had.</summary>
internal sealed class MissingFile : LoweringRule
{
    public override string Id => "ARCH0015";

    public override string Title => "A file is not to be had";

    public override string Message => "The project hands no file '{0}' to the compiler: check the path from the project's folder, and name it in an AdditionalFiles item unless it ends in .sh";

    public override string Description => "Files that attributes name are read while the project is compiled.";
}
