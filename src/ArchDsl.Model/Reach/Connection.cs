namespace ArchDsl.Model;

/// <summary>A connection that each of some components can open to each of some others, on the same ports by the same rule.</summary>
/// <param name="From">Who opens it; empty for the internet.</param>
/// <param name="To">Who accepts it; a component opens no connection to itself.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Entry">The rule that lets it in; of several targets that of one of them.</param>
/// <param name="Declared">Whether an edge declares it: never where it stands for several pairs.</param>
/// <param name="Certain">Whether it is open from all addresses of one subnet at least, see <see cref="Hop.IsCertain"/>.</param>
/// <param name="Origins">The attributes that let it in.</param>
public sealed record Connection(
    IReadOnlyList<Component> From,
    IReadOnlyList<Component> To,
    PortRange Ports,
    SecurityRule Entry,
    bool Declared,
    bool Certain,
    EquatableArray<Origin> Origins);

/// <summary>A rule by which code connects to public addresses.</summary>
/// <param name="From">Who opens the connections.</param>
/// <param name="Rule">The rule that lets them out.</param>
/// <param name="Internet">Whether a route leads to the internet.</param>
/// <param name="Storage">Whether a way leads to Amazon S3, over the internet or by a gateway endpoint.</param>
public sealed record Exit(Component From, SecurityRule Rule, bool Internet, bool Storage);
