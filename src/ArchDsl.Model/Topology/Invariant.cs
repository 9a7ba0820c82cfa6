namespace ArchDsl.Model;

/// <summary>A path that the team forbids.</summary>
/// <param name="Node">The class that carries the attribute.</param>
/// <param name="Text">The attribute as written.</param>
/// <param name="From">The class in which forbidden paths begin; null for the internet.</param>
/// <param name="To">The class in which they end.</param>
/// <param name="Except">The class that they may lead through, or null.</param>
/// <param name="Origin">The attribute.</param>
public sealed record Invariant(NodePath Node, string Text, NodePath? From, NodePath To, NodePath? Except, Origin Origin);
