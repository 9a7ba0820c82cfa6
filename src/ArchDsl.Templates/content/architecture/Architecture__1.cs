using ArchDsl;

namespace Company.Namespace;

/// <summary>The architecture: classes nested in this one are its parts, and their attributes say what they are.</summary>
[Architecture("STACK-NAME")]
public partial class ClassName
{
    [S3]
    public partial class Files;
}
