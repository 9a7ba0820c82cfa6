using ArchDsl.Model;

namespace ArchDsl.Manifest;

/// <summary>A connection between two ends.</summary>
/// <param name="From">Who opens it; null for the internet.</param>
/// <param name="To">Who accepts it.</param>
/// <param name="Ports">The ports at the receiving end.</param>
/// <param name="Connection">The connection of the manifest, which may stand for other pairs too.</param>
public sealed record ManifestPair(string? From, string To, PortRange Ports, ManifestConnection Connection);

/// <summary>Takes the connections of a stage apart.</summary>
public static class ManifestPairs
{
    /// <summary>
    /// Every pair of ends that can connect, once for each range of ports: the internet first, then by path. Where several rules open a pair,
    /// the declared connection stands for them, or else a certain one.
    /// </summary>
    /// <param name="stage">The stage.</param>
    public static IEnumerable<ManifestPair> Pairs(this ManifestStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return from connection in stage.Connections
               from source in connection.Internet ? [null] : connection.From.Cast<string?>()
               from to in connection.To
               where source != to
               group connection by (From: source, To: to, connection.Ports) into same
               orderby same.Key.From is null ? "" : "/" + same.Key.From, same.Key.To, same.Key.Ports.From
               select new ManifestPair(same.Key.From, same.Key.To, same.Key.Ports, same.OrderByDescending(static c => c.Declared).ThenByDescending(static c => c.Certain).ThenByDescending(static c => c.Everybody).First());
    }
}
