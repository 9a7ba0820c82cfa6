using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Testing;

/// <summary>What a test may say of those who open connections: the internet, or components.</summary>
/// <remarks>
/// A path is what an attacker could walk: connections that routes and security groups let through, declared or not, one after the other
/// through load balancers and through hosts that run code, and at its end what a role permits. Data stores pass nothing on. What is not
/// proven, because a hook or a part of a subnet decides, is a failure that says so.
/// </remarks>
public class SourceAssertions
{
    private readonly ArchitectureAssertions architecture;
    private readonly IReadOnlyList<string> except;

    internal SourceAssertions(ArchitectureAssertions architecture, string? path, IReadOnlyList<string> except)
    {
        this.architecture = architecture;
        this.except = except;
        Path = path;
    }

    private protected ArchitectureAssertions Architecture => architecture;

    /// <summary>The path of the class; null for the internet.</summary>
    private protected string? Path { get; }

    private protected string Name => Path is null ? "The internet" : architecture.NameOf(Path);

    /// <summary>The same, without the paths that lead through a component, or through those in a class.</summary>
    /// <typeparam name="T">The component or class.</typeparam>
    /// <exception cref="ArgumentException">The class is of another architecture, or no component in the stage.</exception>
    public SourceAssertions Except<T>()
        where T : class => new(architecture, Path, [.. except, architecture.PathOf(typeof(T))]);

    /// <summary>There is a path to a component, or to one of those in a class.</summary>
    /// <typeparam name="T">The component or class.</typeparam>
    /// <param name="port">The TCP port on which it ends; 443 for what AWS serves itself, such as a bucket. Default: any.</param>
    /// <exception cref="ArgumentException">The class is of another architecture, no component in the stage, or is the source itself or excepted, so that nothing would be tested.</exception>
    /// <exception cref="ArchitectureAssertionException">There is none, or none that is proven.</exception>
    public SourceAssertions ShouldReach<T>(int? port = null)
        where T : class
    {
        string target = TargetOf(typeof(T), port);
        if (Find(target, port, certain: true) is not null)
        {
            return this;
        }

        string should = $"{Name} should reach {Named(target, port)} in {architecture.Name}{Without}, and ";
        throw Find(target, port, certain: false) is { } possible
            ? ArchitectureAssertions.Failure(should + "that is not proven: " + Doubt(possible), Lines(possible))
            : ArchitectureAssertions.Failure(should + "there is no path.", Nearest(target));
    }

    /// <summary>There is no path to a component, nor to any of those in a class, and that is proven.</summary>
    /// <inheritdoc cref="ShouldReach{T}"/>
    /// <exception cref="ArchitectureAssertionException">There is one, or it is not proven that there is none.</exception>
    public SourceAssertions ShouldNotReach<T>(int? port = null)
        where T : class
    {
        string target = TargetOf(typeof(T), port);
        string should = $"{Name} should not reach {Named(target, port)} in {architecture.Name}{Without}, and ";
        if (Find(target, port, certain: true) is { } path)
        {
            throw ArchitectureAssertions.Failure(should + $"does: {Text(path)}.", Lines(path));
        }

        if (Find(target, port, certain: false) is { } possible)
        {
            throw ArchitectureAssertions.Failure(should + "that is not proven: " + Doubt(possible), Lines(possible));
        }

        return architecture.Stage.Hooks.Count == 0 || architecture.TrustsHooks
            ? this
            : throw ArchitectureAssertions.Failure(
                should + $"that is not proven: a hook may open a path, and there are hooks on {string.Join(", ", architecture.Stage.Hooks.Select(architecture.NameOf))}. If they open none, say TrustingHooks().", []);
    }

    // A path has two ends, and neither is left out: else every claim that there is none would hold.
    private string TargetOf(Type type, int? port)
    {
        if (port is < 1 or > 65535)
        {
            throw new ArgumentOutOfRangeException(nameof(port), port, "A TCP port is a number from 1 to 65535.");
        }

        string target = architecture.PathOf(type);
        HashSet<string> avoid = Excepted();
        List<string> targets = [.. architecture.ComponentsIn(target).Select(static c => c.Path).Where(path => !avoid.Contains(path))];
        List<string>? sources = Path is null ? null : [.. architecture.ComponentsIn(Path).Select(static c => c.Path).Where(path => !avoid.Contains(path))];
        return targets.Count == 0 ? throw new ArgumentException($"{architecture.NameOf(target)} is excepted, so that nothing would be tested. Except what stands before it.", nameof(type))
            : sources is { Count: 0 } ? throw new ArgumentException($"{Name} is excepted, so that nothing would be tested. Except what stands behind it.", nameof(type))
            : sources is not null && targets.TrueForAll(one => sources.TrueForAll(source => source == one)) ? throw new ArgumentException($"{Name} is {architecture.NameOf(target)} itself, so that nothing would be tested. Name another component.", nameof(type))
            : target;
    }

    private HashSet<string> Excepted() => [.. except.SelectMany(architecture.ComponentsIn).Select(static c => c.Path)];

    private string Without => except.Count == 0 ? "" : $" but through {string.Join(" and ", except.Select(architecture.NameOf))}";

    private string Named(string target, int? port) => architecture.NameOf(target) + (port is null ? "" : ":" + port);

    private IReadOnlyList<ManifestHop>? Find(string target, int? port, bool certain)
    {
        HashSet<string> avoid = Excepted();
        if (certain && !architecture.TrustsHooks)
        {
            avoid.UnionWith(architecture.Stage.Components.Where(static c => c.Hooked).Select(static c => c.Path));
        }

        return architecture.Reach.Find(
            Path is null ? null : [.. architecture.ComponentsIn(Path).Select(static c => c.Path)],
            architecture.ComponentsIn(target).Select(static c => c.Path).ToHashSet(StringComparer.Ordinal),
            new ReachQuery(avoid, port, certain));
    }

    private string Doubt(IReadOnlyList<ManifestHop> path) =>
        path.SelectMany(static hop => new[] { hop.From, hop.To }).OfType<string>().FirstOrDefault(p => !architecture.TrustsHooks && architecture.Stage.Component(p) is { Hooked: true }) is { } hooked
            ? $"the hook of {architecture.NameOf(hooked)} may close the path {Text(path)}. If it does not, say TrustingHooks()."
            : path.First(static hop => !hop.Certain).Outside == true ? $"the path {Text(path)} is open if a public address is in a range that a rule names, and addresses are known after the deployment."
            : $"the path {Text(path)} is open from a part of a subnet alone, and who has which address is known after the deployment.";

    private string Text(IReadOnlyList<ManifestHop> path) =>
        string.Join(" -> ", path.Select(To).Prepend(path[0].From is { } from ? architecture.NameOf(from) : "Internet"));

    private string To(ManifestHop hop) => (hop.Outside == true ? "Internet -> " : "") + architecture.NameOf(hop.To) + (
        hop.Ports is { } ports ? ":" + ports
        : hop.Actions.Count > 0 ? $" ({string.Join(", ", hop.Actions)})"
        : " (readable by everyone)");

    // A hop a line, with what opens it.
    private IEnumerable<string> Lines(IReadOnlyList<ManifestHop> path) => path.Select(hop =>
        $"{(hop.From is { } from ? architecture.NameOf(from) : "Internet")} -> {To(hop)}{(hop.Origins.Count == 0 ? "" : ", by " + string.Join(" and ", hop.Origins.Select(Origin)))}");

    private string Origin(ManifestOrigin origin) => $"{origin.Attribute ?? "the class"} on {architecture.NameOf(origin.Path)}";

    // Who gets in at all, so that the missing hop is found.
    private IEnumerable<string> Nearest(string target) =>
        from component in architecture.ComponentsIn(target)
        let callers = architecture.Reach.Callers(component.Path).Select(caller => caller is null ? "the internet" : architecture.NameOf(caller)).ToList()
        select $"{architecture.NameOf(component.Path)} is reached by {(callers.Count == 0 ? "nobody" : string.Join(", ", callers))}.";
}
