namespace ArchDsl.Model;

/// <summary>An environment variable of a compute component.</summary>
/// <param name="Component">The component that sees it.</param>
/// <param name="Name">The variable's name.</param>
/// <param name="Value">Where its value comes from.</param>
/// <param name="Origin">The attribute that asked for it.</param>
public sealed record EnvironmentVariable(NodePath Component, string Name, EnvironmentValue Value, Origin Origin);

/// <summary>Where the value of an environment variable comes from.</summary>
public abstract record EnvironmentValue;

/// <summary>The text that stands in the source.</summary>
/// <param name="Text">The text, passed on to the letter.</param>
public sealed record LiteralValue(string Text) : EnvironmentValue;

/// <summary>A value that another component has once it is deployed.</summary>
/// <param name="Component">The component.</param>
/// <param name="Value">Which of its values.</param>
public sealed record ComponentValue(NodePath Component, Value Value) : EnvironmentValue;

/// <summary>A secret, injected by reference: its text never stands in a template.</summary>
/// <param name="Component">The component that owns the secret.</param>
/// <param name="Field">The JSON key in the secret; null for the whole of it.</param>
public sealed record SecretValue(NodePath Component, string? Field) : EnvironmentValue;
