namespace ArchDsl.Model;

/// <summary>One resource of the architecture, with its defaults filled in. Every kind has its own record, beside its attribute.</summary>
public abstract record Component
{
    /// <summary>The class that declares it.</summary>
    public required NodePath Path { get; init; }

    /// <summary>The resource attribute.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Where it is attached to a network; null for a regional resource.</summary>
    public required Placement? Placement { get; init; }

    /// <summary>Whether a hook (<c>Configure</c>, <c>Created</c>) may change what is written here: then nothing about it is proven.</summary>
    public required bool Hooked { get; init; }

    /// <summary>What happens to it when it leaves the stack.</summary>
    public required Removal Removal { get; init; }

    /// <summary>What it is called in messages: <c>RDS database</c>.</summary>
    public abstract string KindName { get; }

    /// <summary>What the analysis takes it for.</summary>
    public abstract ComponentRole Role { get; }

    /// <summary>Whether its network interfaces have public addresses.</summary>
    public virtual bool HasPublicAddress => false;

    /// <summary>Whether its network interfaces have IPv6 addresses, which are all unique in the world.</summary>
    public virtual bool HasIpv6Address => false;

    /// <summary>Whether the internet is let in at these, where a route and a rule are open to it.</summary>
    public virtual bool HasPublicIpv6Address => HasIpv6Address;

    /// <summary>What encrypts what it holds and passes on, in words; null where it does neither.</summary>
    public virtual string? Encryption => null;

    /// <summary>The arguments that attributes for the stage lay over those of the resource attribute.</summary>
    public EquatableArray<Overlay> Overlays { get; init; }

    /// <summary>Where an argument of the resource attribute was written.</summary>
    /// <param name="argument">The argument, in Pascal case.</param>
    public Origin OriginOf(string argument)
    {
        foreach (Overlay overlay in Overlays)
        {
            if (overlay.Argument == argument)
            {
                return new Origin(Path, overlay.Attribute, argument);
            }
        }

        return Origin.At(argument);
    }

    /// <summary>The argument that gives it a public address, or else the attribute.</summary>
    public Origin AddressOrigin { get; init; }

    /// <summary>The <c>[Removal]</c> that says what happens to it when it leaves the stack, or else the resource attribute.</summary>
    public Origin RemovalOrigin { get; init; }

    /// <summary>Whether all of it stands in the first of its subnets.</summary>
    public virtual bool IsInFirstSubnet => false;

    /// <summary>The ports on which it accepts connections, where its security group lets them in.</summary>
    public virtual EquatableArray<PortRange> Ports => default;

    /// <summary>The port on which it answers a load balancer; null where it is no target for one.</summary>
    public virtual int? TargetPort => null;

    /// <summary>How many availability zones its subnets span at least.</summary>
    public virtual int LeastZones => 1;

    /// <summary>The length of the longest prefix that its subnets may have.</summary>
    public virtual int LongestPrefix => 28;

    /// <summary>How many addresses it takes in its subnets at least, in each of as many availability zones.</summary>
    /// <param name="zones">The number of availability zones.</param>
    public virtual int LeastAddresses(int zones) => 1;

    /// <summary>Whether it takes environment variables from the platform that starts it.</summary>
    public virtual bool TakesEnvironment => false;
}

/// <summary>An argument that an attribute for the stage sets.</summary>
/// <param name="Argument">The argument, in Pascal case.</param>
/// <param name="Attribute">The index of that attribute.</param>
public readonly record struct Overlay(string Argument, int Attribute);

/// <summary>Where a component is attached to a network.</summary>
/// <param name="Network">The VPC's class.</param>
/// <param name="SubnetGroup">The class of its subnets.</param>
public readonly record struct Placement(NodePath Network, NodePath SubnetGroup)
{
    /// <summary>Whether the subnets have IPv6 addresses besides.</summary>
    public bool Ipv6 { get; init; }
}

/// <summary>What the analysis takes a component for.</summary>
public enum ComponentRole
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>It runs the team's own code, under a role.</summary>
    Compute,

    /// <summary>It holds data.</summary>
    DataStore,

    /// <summary>It takes requests and passes them on.</summary>
    LoadBalancer,
}
