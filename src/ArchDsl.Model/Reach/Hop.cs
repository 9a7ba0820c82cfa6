namespace ArchDsl.Model;

/// <summary>One step of a path: a connection that can be opened, or a permission.</summary>
/// <param name="From">Who takes it; null for the internet.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Ports">The ports at the receiving end; null where it is a permission or plain read access.</param>
/// <param name="Rules">The security group rules that let it in.</param>
public sealed record Hop(Component? From, Component To, PortRange? Ports, EquatableArray<SecurityRule> Rules)
{
    /// <summary>
    /// Whether the connection is open from all addresses of one subnet at least. If not, rules name but a part of a subnet, or of the
    /// internet, and who has which address is known after the deployment alone.
    /// </summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Whether it leaves for the internet and comes back in at a public address.</summary>
    public bool Outside { get; init; }

    /// <summary>The rule that lets it out; null from the internet.</summary>
    public SecurityRule? Exit { get; init; }

    /// <summary>The permission, where it is one.</summary>
    public Grant? Grant { get; init; }

    /// <summary>The attributes that open the way in: those of <see cref="Rules"/>, then those of narrower rules that would do so in their place.</summary>
    public EquatableArray<Origin> Origins { get; init; }
}
