namespace ArchDsl.Model;

/// <summary>
/// A connection that is possible from each of some components to each of some others. Rules for address ranges open many pairs of
/// components, so that pairs which such rules open alike stand together.
/// </summary>
/// <param name="Internet">Whether it comes from the internet; then <paramref name="From"/> is empty.</param>
/// <param name="From">Who opens it.</param>
/// <param name="To">Who accepts it; never the component itself, where it stands on both sides.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Cidr">The range of addresses that the receiving end admits; null where it admits the group of the component that asks.</param>
/// <param name="Everybody">Whether, from the internet, everybody is admitted, rather than a range of one organisation.</param>
/// <param name="Declared">Whether an edge declares it. Where it stands for several pairs, an edge may yet declare some of them: then they stand in a declared connection as well.</param>
/// <param name="Certain">Whether it is open from all addresses of one subnet at least. If not, a rule names but a part of a subnet.</param>
/// <param name="Origins">The attributes that let it in.</param>
public sealed record ManifestConnection(
    bool Internet,
    EquatableArray<string> From,
    EquatableArray<string> To,
    PortRange Ports,
    string? Cidr,
    bool Everybody,
    bool Declared,
    bool Certain,
    EquatableArray<ManifestOrigin> Origins);

/// <summary>
/// Connections that components that run code can open to public addresses: whoever is let in from there, as <see cref="ManifestConnection"/>
/// says, is reached by them too, on the ports that leave and enter alike.
/// </summary>
/// <param name="From">Who opens them.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Cidr">The range of addresses that is let out.</param>
/// <param name="Internet">Whether a route leads to the internet.</param>
/// <param name="Storage">Whether a way leads to Amazon S3, and so to every public bucket: the internet, or a gateway endpoint.</param>
public sealed record ManifestExit(EquatableArray<string> From, PortRange Ports, string Cidr, bool Internet, bool Storage);

/// <summary>A path from the internet.</summary>
/// <param name="To">The component at its end.</param>
/// <param name="Everybody">Whether everybody can take it, rather than a range of one organisation.</param>
/// <param name="Text">The path as messages have it: <c>Internet -> LoadBalancer:443 -> Api:8000</c>.</param>
/// <param name="Hops">The steps, in the order of travel.</param>
public sealed record ManifestPath(string To, bool Everybody, string Text, EquatableArray<ManifestHop> Hops);

/// <summary>A step of a path: a connection, or something that a role permits.</summary>
/// <param name="From">Who takes it; null for the internet.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Ports">The ports at the receiving end; null where it is a permission or plain read access.</param>
/// <param name="Actions">The IAM actions, where it is a permission.</param>
/// <param name="Certain">Whether a connection is open from all addresses of one subnet at least.</param>
/// <param name="Origins">The attributes that open it.</param>
/// <param name="Outside">Whether it leaves for the internet and comes back in at a public address; null where it does not.</param>
public sealed record ManifestHop(string? From, string To, PortRange? Ports, EquatableArray<string> Actions, bool Certain, EquatableArray<ManifestOrigin> Origins, bool? Outside = null);

/// <summary>A path that the team forbids.</summary>
/// <param name="Path">The class that carries the attribute; empty for the root.</param>
/// <param name="Text">The attribute as written.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Reason">The path that refutes it, or why it is not proven; null where it is proven.</param>
/// <param name="Hops">The path that refutes it.</param>
public sealed record ManifestInvariant(string Path, string Text, Verdict Verdict, string? Reason, EquatableArray<ManifestHop> Hops);

/// <summary>A place where the architecture breaks a rule, or an acceptance of a rule that somebody else wrote.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Title">What the rule is about; null for a rule that is not ArchDsl's own.</param>
/// <param name="Severity">How bad it is unless the project says otherwise; null for a rule that is not ArchDsl's own.</param>
/// <param name="Path">The class at fault; empty for the root.</param>
/// <param name="Message">The message; null for a rule that is not ArchDsl's own.</param>
/// <param name="Accepted">Whether an <c>[AcceptRisk]</c> accepts it.</param>
/// <param name="Reason">Why it is accepted; null for an open one.</param>
/// <param name="Until">The last day for which it is accepted, as <c>yyyy-MM-dd</c>; null for no end.</param>
/// <param name="Origin">The argument or attribute at fault.</param>
public sealed record ManifestFinding(
    string Id,
    string? Title,
    Severity? Severity,
    string Path,
    string? Message,
    bool Accepted,
    string? Reason,
    string? Until,
    ManifestOrigin Origin);
