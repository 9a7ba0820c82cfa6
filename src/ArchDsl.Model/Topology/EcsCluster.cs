namespace ArchDsl.Model;

/// <summary>An ECS cluster.</summary>
/// <param name="Path">The class that it belongs to.</param>
/// <param name="Network">The VPC of its tasks.</param>
/// <param name="Name">The physical name, or null.</param>
/// <param name="ContainerInsights">Whether Container Insights is on.</param>
/// <param name="Origin">The argument that says so, or else the attribute or the class.</param>
public sealed record EcsCluster(NodePath Path, NodePath Network, string? Name, bool ContainerInsights, Origin Origin);
