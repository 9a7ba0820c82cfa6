using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Testing;

/// <summary>What a test may say of an architecture in one of its stages.</summary>
public sealed class ArchitectureAssertions
{
    private readonly Type type;

    internal ArchitectureAssertions(Type type, ManifestStage stage, bool trustsHooks = false)
    {
        this.type = type;
        Stage = stage;
        TrustsHooks = trustsHooks;
        Reach = new ReachGraph(stage);
    }

    /// <summary>Everything that the compiler knows of the stage.</summary>
    public ManifestStage Stage { get; }

    /// <summary>The findings that nobody accepted.</summary>
    public IReadOnlyList<ManifestFinding> Findings => [.. Stage.Findings.Where(static finding => !finding.Accepted)];

    /// <summary>The findings that an <c>[AcceptRisk]</c> accepts.</summary>
    public IReadOnlyList<ManifestFinding> AcceptedRisks => [.. Stage.Findings.Where(static finding => finding.Accepted)];

    /// <summary>Any host with a public address, even if only one range of them is admitted.</summary>
    public SourceAssertions Internet => new(this, null, []);

    internal ReachGraph Reach { get; }

    internal bool TrustsHooks { get; }

    /// <summary>The name of the architecture, and of the stage if there is one.</summary>
    internal string Name => Stage.Name is null ? type.Name : $"{type.Name} (stage {Stage.Name})";

    /// <summary>The same, with hooks taken for harmless: they neither open a path nor close one. Without it what depends on a hook is not proven, and so fails.</summary>
    public ArchitectureAssertions TrustingHooks() => new(type, Stage, trustsHooks: true);

    /// <summary>A component; or a class with components in it: then all of them.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <exception cref="ArgumentException">The class is of another architecture, or no component in the stage.</exception>
    public ComponentAssertions Component<T>()
        where T : class => new(this, PathOf(typeof(T)), []);

    /// <summary>No rule finds anything that nobody accepted.</summary>
    /// <param name="least">The least severity that counts. Default: <see cref="Severity.Warning"/>; advice, which has <see cref="Severity.Info"/>, is left out.</param>
    /// <exception cref="ArchitectureAssertionException">There are such findings.</exception>
    public ArchitectureAssertions ShouldHaveNoFindings(Severity least = Severity.Warning)
    {
        List<ManifestFinding> found = [.. Findings.Where(finding => finding.Severity >= least)];
        return found.Count == 0 ? this : throw Failure(
            $"{Name} should have no findings from {least.ToString().ToLowerInvariant()} on, and has {found.Count}:",
            found.Select(static finding => $"{finding.Id}: {finding.Message}"));
    }

    /// <summary>The compiler proved something: one of its sentences holds a text, or an invariant of <c>[Forbid]</c> does.</summary>
    /// <param name="text">The text, for example <c>No path from the internet to Data.Database</c>.</param>
    /// <exception cref="ArchitectureAssertionException">It did not.</exception>
    public ArchitectureAssertions ShouldProve(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (Stage.Proven.Any(sentence => sentence.Contains(text, StringComparison.Ordinal)))
        {
            return this;
        }

        List<string> unproven = [.. Stage.Unproven.Where(sentence => sentence.Contains(text, StringComparison.Ordinal))];
        throw unproven.Count > 0
            ? Failure($"'{text}' should be proven of {Name}, and is not:", unproven)
            : Failure($"'{text}' should be proven of {Name}, and no such thing is. Proven is{(Stage.Proven.Count == 0 ? " nothing." : ":")}", Stage.Proven);
    }

    /// <summary>All invariants of <c>[Forbid]</c> are proven, and there is at least one.</summary>
    /// <exception cref="ArchitectureAssertionException">One is refuted or not proven, or there is none.</exception>
    public ArchitectureAssertions ShouldProveInvariants()
    {
        List<ManifestInvariant> open = [.. Stage.Invariants.Where(static invariant => invariant.Verdict != Verdict.Proven)];
        return Stage.Invariants.Count == 0 ? throw Failure($"{Name} should prove its invariants, and has none. Add a [Forbid].", [])
            : open.Count == 0 ? this
            : throw Failure($"{Name} should prove its invariants, and does not:", open.Select(static i => $"{i.Text}: {(i.Verdict == Verdict.Refuted ? "" : "not proven, ")}{i.Reason}"));
    }

    /// <summary>The path of a class, which has components in it.</summary>
    internal string PathOf(Type part)
    {
        string prefix = type.FullName + "+";
        if (part == type)
        {
            return Stage.Components.Count > 0 ? "" : throw new ArgumentException($"There is no component in {Name}, so that nothing would be tested.", nameof(part));
        }

        Type root = part;
        while (root.DeclaringType is { } outer)
        {
            root = outer;
        }

        if (root != type)
        {
            throw new ArgumentException(
                root == part ? $"{part.Name} is no part of {type.Name}: it is no class nested in it." : $"{part.Name} is a part of {root.Name}, and this is a test of {type.Name}.",
                nameof(part));
        }

        string path = part.FullName![prefix.Length..].Replace('+', '.');
        return ComponentsIn(path).Any() ? path : throw new ArgumentException($"There is no component in {path} of {Name}.", nameof(part));
    }

    internal IEnumerable<ManifestComponent> ComponentsIn(string path) =>
        Stage.Components.Where(component => path.Length == 0 || component.Path == path || component.Path.StartsWith(path + ".", StringComparison.Ordinal));

    internal string NameOf(string path) => path.Length == 0 ? type.Name : path;

    internal static ArchitectureAssertionException Failure(string head, IEnumerable<string> lines) =>
        new(string.Join(Environment.NewLine, lines.Select(static line => "  " + line).Prepend(head)));
}
