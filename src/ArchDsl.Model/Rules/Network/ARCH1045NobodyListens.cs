namespace ArchDsl.Model;

/// <summary>An edge that leads to a data store or a load balancer, on ports on which it does not listen.</summary>
internal sealed class NobodyListens : Rule
{
    public override string Id => "ARCH1045";

    public override string Title => "A connection leads to a port that nobody listens on";

    public override string Message => "{0} opens {1} from {2} to {3}, which listens on {4} alone. Write {4}, or [Uses<{3}>] on {2}, which knows the port.";

    public override string Description =>
        "The security groups let the packets through, and nobody answers them: the connection that the source declares is refused.";

    public override Severity Severity => Severity.Error;

    // What runs code may listen on other ports than the one that it is known for.
    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from target in architecture.Topology.Components
        where target.Role is ComponentRole.DataStore or ComponentRole.LoadBalancer && target.Ports.Count > 0 && !architecture.IsHooked(target.Path)
        from edge in architecture.Topology.EdgesTo(target.Path)
        where edge.From is not null && edge.From != target.Path && edge.Ports is { } ports && target.Ports.All(port => port.Intersect(ports) is null)
        let user = architecture.NameOf(edge.From!.Value)
        let attribute = edge.Origin.Node == target.Path ? $"[Ingress<{user}>]" : $"[Egress<{architecture.NameOf(target.Path)}>]"
        select At(edge.Origin, attribute, edge.Ports!.Value.ToString(), user, architecture.NameOf(target.Path), string.Join(", ", target.Ports));
}
