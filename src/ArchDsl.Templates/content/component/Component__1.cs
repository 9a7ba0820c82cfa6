using ArchDsl;

namespace Company.Namespace;

/// <content>One more component.</content>
public partial class ArchitectureClass
{
    [KindAttribute]
    public partial class ClassName;
}
