namespace ArchDsl;

/// <summary>The base of every attribute of the language. A partial class that carries one is a node of an architecture.</summary>
public abstract class ArchDslAttribute : Attribute;
