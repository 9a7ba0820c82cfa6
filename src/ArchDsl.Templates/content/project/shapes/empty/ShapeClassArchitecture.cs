using ArchDsl;

namespace Template._1;

/// <summary>The architecture: classes nested in this one are its parts, and their attributes say what they are.</summary>
[Architecture("STACK-NAME")]
#if (stages)
[Stage("dev"), Stage("prod")]
#endif
public partial class Template__1Architecture
{
}
