namespace ArchDsl.Model;

/// <summary>A connection that the author declared.</summary>
/// <param name="From">Who opens it; null for the internet.</param>
/// <param name="To">Who accepts it.</param>
/// <param name="Ports">The ports at the receiving end; null where the edge is about permissions alone.</param>
/// <param name="Origin">The attribute that declares it.</param>
public sealed record Edge(NodePath? From, NodePath To, PortRange? Ports, Origin Origin);

/// <summary>A service of AWS that a component must reach before it can run.</summary>
/// <param name="Component">The component.</param>
/// <param name="Service">The service's name in endpoints: <c>ecr.api</c>, <c>logs</c>, <c>secretsmanager</c>.</param>
/// <param name="Origin">The attribute that brings the need.</param>
public sealed record PlatformNeed(NodePath Component, string Service, Origin Origin);

/// <summary>A load balancer's way to the component that answers its requests.</summary>
public sealed record TargetGroup
{
    /// <summary>The load balancer.</summary>
    public required NodePath LoadBalancer { get; init; }

    /// <summary>The component that answers.</summary>
    public required NodePath Target { get; init; }

    /// <summary>The edge.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The target's port.</summary>
    public required int Port { get; init; }

    /// <summary>The physical name; null lets CloudFormation choose one.</summary>
    public required string? Name { get; init; }

    /// <summary>How the load balancer finds out whether a target is well.</summary>
    public required HealthCheck HealthCheck { get; init; }
}

/// <summary>A health check of a load balancer.</summary>
/// <param name="Path">The path that it asks for.</param>
/// <param name="IntervalSeconds">The time between two checks.</param>
/// <param name="TimeoutSeconds">The time after which a check has failed.</param>
/// <param name="HealthyThreshold">Successes in a row that make a target healthy.</param>
/// <param name="UnhealthyThreshold">Failures in a row that make it unhealthy.</param>
public sealed record HealthCheck(string Path, int IntervalSeconds, int TimeoutSeconds, int HealthyThreshold, int UnhealthyThreshold);
