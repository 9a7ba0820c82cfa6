namespace ArchDsl.Model;

/// <summary>The security group of one networked component or of one interface endpoint, with every rule in it.</summary>
public sealed record SecurityGroup
{
    /// <summary>The component that it guards, or the <see cref="VpcEndpoint.Path"/> of the endpoint.</summary>
    public required NodePath Path { get; init; }

    /// <summary>The physical name; null lets CloudFormation choose one.</summary>
    public required string? Name { get; init; }

    /// <summary>The network that the group belongs to.</summary>
    public required NodePath Network { get; init; }

    /// <summary>Every rule. What no rule admits is refused, in both directions.</summary>
    public required EquatableArray<SecurityRule> Rules { get; init; }
}

/// <summary>One rule of a security group.</summary>
/// <param name="Direction">Whether it admits connections to the component or from it.</param>
/// <param name="Peer">The other side.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Origin">The attribute that asked for the rule.</param>
/// <param name="Description">Why it is there, for the template.</param>
public sealed record SecurityRule(Direction Direction, Peer Peer, PortRange Ports, Origin Origin, string Description)
{
    /// <summary>The narrower rules that this one covers: alone it stands in the group, but they stand in the source.</summary>
    public EquatableArray<SecurityRule> Covered { get; init; }

    /// <summary>
    /// Whether every connection that another rule admits is admitted by this one alone. A range never covers a component, which may have
    /// addresses of both families.
    /// </summary>
    public bool Covers(SecurityRule other) =>
        Direction == other.Direction
        && Ports.Contains(other.Ports)
        && (Peer == other.Peer || Peer.Cidr is { } cidr && other.Peer.Cidr is { } inner && cidr.Contains(inner));
}

/// <summary>Which way a rule's connections are opened.</summary>
public enum Direction
{
    /// <summary>Towards the component.</summary>
    Ingress,

    /// <summary>By the component.</summary>
    Egress,
}

/// <summary>The other side of a security group rule: an address range, or the group of another component or of an interface endpoint.</summary>
public readonly record struct Peer
{
    /// <summary>The address range, if it is one.</summary>
    public CidrBlock? Cidr { get; private init; }

    /// <summary>The component or endpoint whose security group it is, otherwise.</summary>
    public NodePath? Group { get; private init; }

    /// <summary>A range of addresses.</summary>
    public static Peer Of(CidrBlock cidr) => new() { Cidr = cidr };

    /// <summary>The security group of a component.</summary>
    public static Peer Of(NodePath group) => new() { Group = group };
}

/// <summary>A range of ports of one protocol.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="From">The first port, 0 to 65535; -1 for all traffic.</param>
/// <param name="To">The last port; -1 for all traffic.</param>
public readonly record struct PortRange(Protocol Protocol, int From, int To)
{
    /// <summary>Every port of every protocol.</summary>
    public static PortRange All => new(Protocol.All, -1, -1);

    /// <summary>One TCP port.</summary>
    public static PortRange Tcp(int port) => new(Protocol.Tcp, port, port);

    /// <summary>Whether every port of another range lies in this one.</summary>
    public bool Contains(PortRange other) =>
        Protocol == Protocol.All || Protocol == other.Protocol && From <= other.From && other.To <= To;

    /// <summary>The ports that two ranges share, or null.</summary>
    public PortRange? Intersect(PortRange other)
    {
        if (Protocol == Protocol.All)
        {
            return other;
        }

        if (other.Protocol == Protocol.All)
        {
            return this;
        }

        PortRange shared = new(Protocol, Math.Max(From, other.From), Math.Min(To, other.To));
        return Protocol == other.Protocol && shared.From <= shared.To ? shared : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Protocol == Protocol.All ? "all traffic" : From == To ? $"{From}" : $"{From}-{To}";
}
