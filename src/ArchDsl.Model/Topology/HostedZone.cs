namespace ArchDsl.Model;

/// <summary>A public hosted zone of Amazon Route 53.</summary>
/// <param name="Path">The class that it belongs to.</param>
/// <param name="DomainName">The domain.</param>
/// <param name="Id">The id of a zone that exists already, or null.</param>
public sealed record HostedZone(NodePath Path, string DomainName, string? Id)
{
    /// <summary>Whether a name belongs to the zone.</summary>
    /// <param name="name">A domain name; a leading <c>*.</c> stands for any label.</param>
    public bool Covers(string name) =>
        DomainName.Length > 0
        && (name.Equals(DomainName, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + DomainName, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A name that leads to a load balancer.</summary>
/// <param name="LoadBalancer">The load balancer.</param>
/// <param name="HostedZone">The class of the zone.</param>
/// <param name="Name">The name.</param>
/// <param name="Origin">The attribute.</param>
public sealed record DnsRecord(NodePath LoadBalancer, NodePath HostedZone, string Name, Origin Origin);

/// <summary>An alarm on a component that notifies a topic.</summary>
/// <param name="Component">The component.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Threshold">The value from which on the alarm goes off.</param>
/// <param name="Name">The physical name, or null.</param>
/// <param name="Origin">The attribute.</param>
public sealed record Alarm(NodePath Component, NodePath Topic, Metric Metric, double Threshold, string? Name, Origin Origin);
