// The compiler hides types with this attribute from other assemblies, so that polyfills never clash with a platform's own types
// in a test project that sees the internals of an assembly.

namespace Microsoft.CodeAnalysis;

[Embedded]
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
