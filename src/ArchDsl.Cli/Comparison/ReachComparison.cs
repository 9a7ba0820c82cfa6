using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Cli.Comparison;

/// <summary>Compares who can reach whom: connections first, and then what the internet reaches by way of others.</summary>
/// <param name="before">The old stage.</param>
/// <param name="after">The new one.</param>
/// <param name="name">What a class is called.</param>
/// <param name="of">Makes a change.</param>
internal sealed class ReachComparison(ManifestStage before, ManifestStage after, Func<string, string> name, ChangeMaker of)
{
    public IEnumerable<Change> Changes()
    {
        List<Way> old = [.. Ways(before)];
        List<Way> now = [.. Ways(after)];
        List<Way> opened = [.. NotIn(now, old)];
        List<Way> closed = [.. NotIn(old, now)];
        return opened.Select(way => of(ChangeKind.Path, Sign.Added, way.To, Text(way), Data.Is(after.Component(way.To))))
            .Concat(closed.Select(way => of(ChangeKind.Path, Sign.Removed, way.To, Text(way))))
            .Concat(Paths(before, after, Sign.Added))
            .Concat(Paths(after, before, Sign.Removed));
    }

    private string Text(Way way) =>
        $"{(way.From is { } from ? name(from) : way.Range is null ? "Internet" : $"Internet ({way.Range})")} -> {name(way.To)}:{way.Ports}{(way.Declared ? "" : " (not declared)")}";

    // A way that was there, only narrower, is one that opened; one that is narrower now, one that closed.
    private static IEnumerable<Way> NotIn(IEnumerable<Way> ways, List<Way> others)
    {
        ILookup<(string?, string), Way> byEnds = others.ToLookup(static way => (way.From, way.To));
        return ways.Where(way => !byEnds[(way.From, way.To)].Any(other => other.Covers(way)));
    }

    private static IEnumerable<Way> Ways(ManifestStage stage) => stage.Pairs().Select(static pair => new Way(
        pair.From,
        pair.To,
        pair.Ports,
        pair.From is not null || pair.Connection.Everybody ? null : pair.Connection.Cidr,
        pair.Connection.Declared)).Distinct();

    // A path of one connection is that connection.
    private IEnumerable<Change> Paths(ManifestStage without, ManifestStage with, Sign sign) =>
        from path in with.InternetPaths
        where (path.Hops.Count > 1 || path.Hops[0].Ports is null) && !without.InternetPaths.Any(other => other.To == path.To && (other.Everybody || !path.Everybody))
        select of(ChangeKind.Path, sign, path.To, path.Everybody ? path.Text : $"{path.Text} (for some addresses)", sign == Sign.Added && Data.Is(with.Component(path.To)));

    /// <summary>A connection.</summary>
    /// <param name="From">Who opens it; null for the internet.</param>
    /// <param name="To">Who accepts it.</param>
    /// <param name="Ports">The ports.</param>
    /// <param name="Range">The addresses of the internet that can; null for all of them.</param>
    /// <param name="Declared">Whether the source declares it.</param>
    private sealed record Way(string? From, string To, PortRange Ports, string? Range, bool Declared)
    {
        // Whether it is declared is no matter of reach.
        public bool Covers(Way other) => Ports.Contains(other.Ports) && (Range is null || Range == other.Range);
    }
}
