namespace ArchDsl.Model;

/// <summary>Paths as messages and reports have them: <c>Internet -> LoadBalancer:443 -> Api:8000</c>.</summary>
internal static class PathText
{
    public static string Of(IReadOnlyList<Hop> path, AnalyzedArchitecture architecture) =>
        string.Join(" -> ", path.Select(hop => To(hop, architecture)).Prepend(path[0].From is { } from ? architecture.NameOf(from.Path) : "Internet"));

    /// <summary>A path whose first hop leads to the ports that count, of all those that it opens.</summary>
    public static string Of(IReadOnlyList<Hop> path, string firstPorts, AnalyzedArchitecture architecture) =>
        string.Join(" -> ", path.Skip(1).Select(hop => To(hop, architecture)).Prepend($"Internet -> {architecture.NameOf(path[0].To.Path)}:{firstPorts}"));

    private static string To(Hop hop, AnalyzedArchitecture architecture)
    {
        string name = (hop.Outside ? "Internet -> " : "") + architecture.NameOf(hop.To.Path);
        return hop.Ports is { } ports ? $"{name}:{ports}"
            : hop.Grant is { } grant ? $"{name} ({string.Join(", ", grant.Actions)})"
            : $"{name} (PublicRead = true)";
    }

    /// <summary>Some names, and how many more there are.</summary>
    public static string Names(IReadOnlyList<string> names, int count)
    {
        int more = count - names.Count;
        return more > 0 ? $"{string.Join(", ", names)} and {more} more"
            : names.Count < 2 ? string.Concat(names)
            : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
    }
}
