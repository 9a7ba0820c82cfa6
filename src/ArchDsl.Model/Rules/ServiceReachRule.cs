namespace ArchDsl.Model;

/// <summary>A rule about services of AWS that a component needs and has no way to. The cures are endpoints, NAT gateways and other subnets.</summary>
internal abstract class ServiceReachRule : Rule
{
    /// <summary>The needs that a component has no way to, with the endpoints that would be one.</summary>
    protected static List<(PlatformNeed Need, IReadOnlyList<AwsService> Endpoints)> Unmet(Component component, Func<PlatformNeed, bool> counts, AnalyzedArchitecture architecture)
    {
        return !IsKnown(component, architecture) ? [] :
        [
            .. from need in architecture.Topology.NeedsOf(component.Path)
               where counts(need)
               let endpoints = ServiceReach.Missing(architecture.Topology, component, need.Service)
               where endpoints is not null
               select (need, endpoints),
        ];
    }

    /// <summary>Whether its ways out are known: there is no hook, and no NAT gateway without a place, which is a finding of its own.</summary>
    protected static bool IsKnown(Component component, AnalyzedArchitecture architecture) =>
        component.Placement is { } place
        && !architecture.IsHooked(component.Path)
        && !architecture.IsHooked(place.SubnetGroup)
        && !architecture.Topology.Findings.Any(finding => finding.RuleId == NoPublicSubnetId && finding.Place.Origin.Node == place.Network);

    private static readonly string NoPublicSubnetId = new NoPublicSubnet().Id;

    /// <summary>Why there is no way: <c>[IsolatedSubnet] has no default route</c>.</summary>
    protected static string Cause(Component component, AnalyzedArchitecture architecture)
    {
        SubnetGroup subnets = architecture.Topology.SubnetGroup(component)!;
        string where = subnets.Path == component.Path ? "its subnets" : architecture.NameOf(subnets.Path);
        return subnets.Kind == SubnetKind.Private ? $"{where} ([PrivateSubnet]) without a NAT gateway" : $"{where} ([{subnets.Kind}Subnet]) without a default route";
    }

    /// <summary>What would be a way.</summary>
    protected static string Advice(Component component, IReadOnlyList<AwsService> endpoints, bool endpointsSuffice, AnalyzedArchitecture architecture)
    {
        SubnetGroup subnets = architecture.Topology.SubnetGroup(component)!;
        string move = subnets.Kind == SubnetKind.Private ? "give the VPC NAT gateways" : $"move {architecture.NameOf(component.Path)} to a [PrivateSubnet]";
        return endpointsSuffice
            ? $"Add {string.Join(", ", endpoints.Select(Attribute))} to {architecture.NameOf(subnets.Network)}, or {move}."
            : char.ToUpperInvariant(move[0]) + move.Substring(1) + ".";
    }

    /// <summary>The places of the cures: the argument that turns NAT gateways off, the subnets, and the VPC that could have endpoints.</summary>
    protected static IEnumerable<Place> Related(Component component, IReadOnlyList<AwsService> endpoints, bool endpointsSuffice, AnalyzedArchitecture architecture)
    {
        SubnetGroup subnets = architecture.Topology.SubnetGroup(component)!;
        Network network = architecture.Topology.Network(subnets.Network)!;
        if (subnets.Kind == SubnetKind.Private && network.NatGatewaysOrigin.Argument is not null)
        {
            yield return new Place(network.NatGatewaysOrigin, Cure.RemoveArgument);
        }

        yield return new Place(subnets.Origin);
        foreach (AwsService endpoint in endpointsSuffice ? endpoints : [])
        {
            yield return new Place(network.Origin, Cure.AddAttribute, Attribute(endpoint));
        }
    }

    private static string Attribute(AwsService service) => $"[VpcEndpoint(AwsService.{service})]";
}
