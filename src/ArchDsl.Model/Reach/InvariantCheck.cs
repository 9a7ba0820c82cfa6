namespace ArchDsl.Model;

/// <summary>What is known of a forbidden path.</summary>
public enum Verdict
{
    /// <summary>There is none.</summary>
    Proven,

    /// <summary>There is one.</summary>
    Refuted,

    /// <summary>What decides it is not known at compile time.</summary>
    Unproven,

    /// <summary>There can be none, whatever the architecture: it says nothing.</summary>
    Empty,
}

/// <summary>What is known of one invariant.</summary>
/// <param name="Invariant">The invariant.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Path">The path that refutes it; else empty.</param>
/// <param name="Reason">Why it is unproven or says nothing; else empty.</param>
public sealed record InvariantResult(Invariant Invariant, Verdict Verdict, IReadOnlyList<Hop> Path, string Reason);

/// <summary>Decides invariants. Whatever is not known leaves them unproven: never silently proven, and never an error.</summary>
internal static class InvariantCheck
{
    public static IEnumerable<InvariantResult> Check(AnalyzedArchitecture architecture) =>
        architecture.Topology.Invariants.Select(invariant => Check(invariant, architecture));

    private static InvariantResult Check(Invariant invariant, AnalyzedArchitecture architecture)
    {
        IReadOnlyList<NodePath> hooks = architecture.Hooks;
        bool IsHooked(Component component) => architecture.IsHooked(component.Path);

        if (Emptiness(invariant, architecture) is { } emptiness)
        {
            return new InvariantResult(invariant, Verdict.Empty, [], emptiness);
        }

        if (Find(invariant, architecture, certain: true, IsHooked) is { } known)
        {
            return new InvariantResult(invariant, Verdict.Refuted, known, "");
        }

        if (Find(invariant, architecture, certain: false, static _ => false) is { } possible)
        {
            return new InvariantResult(invariant, Verdict.Unproven, [], Reason(possible, IsHooked, architecture));
        }

        return hooks.Count == 0
            ? new InvariantResult(invariant, Verdict.Proven, [], "")
            : new InvariantResult(invariant, Verdict.Unproven, [], $"no path is declared, but a hook may open one: {string.Join(", ", hooks.Select(architecture.NameOf))}");
    }

    // Why no path could ever break it: none has two ends that it leaves.
    private static string? Emptiness(Invariant invariant, AnalyzedArchitecture architecture)
    {
        List<Component> sources = invariant.From is { } from ? Left(from) : [];
        List<Component> targets = Left(invariant.To);
        return targets.Count == 0 ? $"Except leaves out all of {architecture.NameOf(invariant.To)}"
            : invariant.From is not { } begin ? null
            : sources.Count == 0 ? $"Except leaves out all of {architecture.NameOf(begin)}"
            : sources.Count == 1 && targets.Count == 1 && sources[0] == targets[0] ? $"its paths would begin and end at {architecture.NameOf(sources[0].Path)}"
            : null;

        List<Component> Left(NodePath end) =>
            [.. architecture.Topology.ComponentsIn(end).Where(component => invariant.Except is not { } except || !component.Path.IsIn(except))];
    }

    private static IReadOnlyList<Hop>? Find(Invariant invariant, AnalyzedArchitecture architecture, bool certain, Func<Component, bool> isHooked)
    {
        ArchitectureTopology topology = architecture.Topology;
        SpreadQuery query = new()
        {
            Permissions = true,
            Certain = certain,
            AnyRange = true,
            Outside = true,
            Avoid = component => invariant.Except is { } except && component.Path.IsIn(except) || isHooked(component),
        };
        List<Component> targets = [.. topology.ComponentsIn(invariant.To)];
        if (invariant.From is not { } from)
        {
            return Shortest(architecture.Reachability.SpreadFromInternet(query), targets);
        }

        List<Component> sources = [.. topology.ComponentsIn(from)];
        Spread spread = architecture.Reachability.SpreadFrom(sources, query with { Returns = true });

        // Where a target is a source as well, paths from the other sources count.
        return new[] { Shortest(spread, targets) }
            .Concat(targets.Where(target => target.Path.IsIn(from)).Select(FromOthers))
            .Where(static path => path is not null)
            .OrderBy(static path => path!.Count)
            .FirstOrDefault();

        IReadOnlyList<Hop>? FromOthers(Component target) =>
            spread.ReturnTo(target) is not { } back ? null
            : back[0].From != target ? back
            : Shortest(architecture.Reachability.SpreadFrom(sources.Where(source => source != target), query), [target]);
    }

    private static IReadOnlyList<Hop>? Shortest(Spread spread, IEnumerable<Component> targets) =>
        targets.Select(spread.PathTo).Where(static path => path is not null).OrderBy(static path => path!.Count).FirstOrDefault();

    private static string Reason(IReadOnlyList<Hop> path, Func<Component, bool> isHooked, AnalyzedArchitecture architecture)
    {
        string text = PathText.Of(path, architecture);
        foreach (Hop hop in path)
        {
            if ((hop.From is { } from && isHooked(from) ? from : isHooked(hop.To) ? hop.To : null) is { } hooked)
            {
                return $"the path {text} is declared, but the hook of {architecture.NameOf(hooked.Path)} may close it";
            }
        }

        Hop uncertain = path.First(static hop => !hop.IsCertain);
        CidrBlock range = uncertain.Rules.Append(uncertain.Exit!).Select(static rule => rule.Peer.Cidr).OfType<CidrBlock>().First(static cidr => !cidr.IsEverything);
        return uncertain.Outside || uncertain.To.Placement is null
            ? $"the path {text} is open if a public address is in {range}, and addresses are known after the deployment only"
            : $"the path {text} is open from a part of a subnet alone ({range}), and addresses are known after the deployment only";
    }
}
