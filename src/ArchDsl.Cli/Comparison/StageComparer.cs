using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Comparison;

/// <summary>Compares two manifests of one stage in what they mean. Where one is missing, it is compared with an empty one.</summary>
internal sealed class StageComparer
{
    private static readonly ManifestStage Empty = new()
    {
        Name = null, StackName = null, Region = null, Account = null, Description = null,
        Networks = default, Components = default, SecurityGroups = default, Edges = default, Listeners = default, TargetGroups = default, Grants = default,
        Environment = default, PlatformNeeds = default, Alarms = default, Clusters = default, HostedZones = default, DnsRecords = default, AccessLogs = default,
        Tags = default, Outputs = default, Connections = default, Exits = default, InternetPaths = default, Invariants = default, Findings = default, Hooks = default,
        Proven = default, Unproven = default, Cost = new ManifestCost(0, 0, false, null, null, default),
    };

    private readonly ArchitectureManifest? oldManifest;
    private readonly ArchitectureManifest? newManifest;
    private readonly ManifestStage before;
    private readonly ManifestStage after;

    private StageComparer(ArchitectureManifest? oldManifest, ManifestStage? before, ArchitectureManifest? newManifest, ManifestStage? after)
    {
        this.oldManifest = oldManifest;
        this.newManifest = newManifest;
        this.before = before ?? Empty;
        this.after = after ?? Empty;
    }

    /// <summary>The changes from an old stage to a new one, one of which may be missing.</summary>
    public static StageDiff Compare(ArchitectureManifest? oldManifest, ManifestStage? before, ArchitectureManifest? newManifest, ManifestStage? after)
    {
        StageComparer comparer = new(oldManifest, before, newManifest, after);
        return new StageDiff(
            (newManifest ?? oldManifest)!.TypeName,
            (after ?? before)!.Name,
            [.. comparer.Changes(before is null, after is null).OrderBy(static change => change.Kind).ThenBy(static change => !change.OpensData).ThenBy(static change => change.Sign)],
            before?.Cost.Usd,
            after?.Cost.Usd);
    }

    private IEnumerable<Change> Changes(bool isNew, bool isGone)
    {
        IEnumerable<Change> stack = isNew ? [Of(ChangeKind.Stack, Sign.Added, null, "It is new.")] : isGone ? [Of(ChangeKind.Stack, Sign.Removed, null, "It is gone.")] : Stack();
        return new ReachComparison(before, after, Name, Of).Changes()
            .Concat(Exposure())
            .Concat(Grants())
            .Concat(new ComponentComparison(before, after, Name, Of).Changes())
            .Concat(Invariants())
            .Concat(Set(ChangeKind.Hook, before.Hooks, after.Hooks, static path => path, path => $"{Name(path)} has a hook: nothing of what it does is analysed"))
            .Concat(Set(ChangeKind.AcceptedRisk, Accepted(before), Accepted(after), static f => f.Path, f => $"{f.Id} on {Name(f.Path)}: {f.Reason}{(f.Until is null ? "" : $" (until {f.Until})")}"))
            .Concat(Set(ChangeKind.OpenFinding, Open(before), Open(after), static f => f.Path, static f => $"{f.Id}: {f.Message}"))
            .Concat(stack)
            .Concat(Cost());
    }

    private IEnumerable<Change> Exposure()
    {
        foreach (ManifestComponent component in after.Components)
        {
            ManifestComponent? other = before.Component(component.Path);
            if (other is not null && (component.PublicAddress, component.PublicIpv6Address) != (other.PublicAddress, other.PublicIpv6Address))
            {
                yield return Of(ChangeKind.Exposure, Sign.Changed, component.Path, $"{Name(component.Path)} {Address(component)}; before, it {Address(other)}");
            }
        }

        foreach (ManifestSubnetGroup group in after.Networks.SelectMany(static n => n.SubnetGroups))
        {
            ManifestSubnetGroup? other = before.Networks.SelectMany(static n => n.SubnetGroups).FirstOrDefault(g => g.Path == group.Path);
            if (other is not null && other.Kind != group.Kind)
            {
                yield return Of(ChangeKind.Exposure, Sign.Changed, group.Path, $"The subnets of {Name(group.Path)} are {group.Kind}; before, they were {other.Kind}");
            }
        }
    }

    private static string Address(ManifestComponent component) => (component.PublicAddress, component.PublicIpv6Address) switch
    {
        (true, true) => "has public addresses, IPv4 and IPv6",
        (true, false) => "has a public address",
        (false, true) => "has a public IPv6 address",
        _ => "has no public address",
    };

    private IEnumerable<Change> Grants()
    {
        List<Permission> old = [.. Permissions(before)];
        List<Permission> now = [.. Permissions(after)];
        return Grouped(now.Except(old), Sign.Added, after).Concat(Grouped(old.Except(now), Sign.Removed, before));

        IEnumerable<Change> Grouped(IEnumerable<Permission> permissions, Sign sign, ManifestStage stage) =>
            from permission in permissions
            group permission.Action by permission with { Action = "" } into actions
            let target = actions.Key.Target
            let who = actions.Key.Principal == Principal.Runtime ? Name(actions.Key.Component) : $"What starts {Name(actions.Key.Component)}"
            select Of(
                ChangeKind.Grant,
                sign,
                actions.Key.Component,
                $"{who} {(sign == Sign.Added ? "may" : "may no longer")} {string.Join(", ", actions.Order(StringComparer.Ordinal))} on {actions.Key.Resource}",
                sign == Sign.Added && target is not null && Data.Is(stage.Component(target)));
    }

    private IEnumerable<Permission> Permissions(ManifestStage stage) =>
        from grant in stage.Grants
        from action in grant.Actions
        from resource in grant.Resources
        select new Permission(grant.Component, grant.Principal, action, resource.Component, resource.Component is { } c ? Name(c) + resource.Suffix : resource.Arn ?? "everything");

    private IEnumerable<Change> Invariants()
    {
        foreach (ManifestInvariant invariant in after.Invariants)
        {
            ManifestInvariant? other = before.Invariants.FirstOrDefault(i => (i.Path, i.Text) == (invariant.Path, invariant.Text));
            if (other is null)
            {
                yield return Of(ChangeKind.Invariant, Sign.Added, invariant.Path, $"{Said(invariant)}: {Verdict(invariant)}");
            }
            else if (other.Verdict != invariant.Verdict)
            {
                yield return Of(ChangeKind.Invariant, Sign.Changed, invariant.Path, $"{Said(invariant)}: {Verdict(invariant)}; before, {Verdict(other)}");
            }
        }

        foreach (ManifestInvariant gone in before.Invariants.Where(i => !after.Invariants.Any(other => (other.Path, other.Text) == (i.Path, i.Text))))
        {
            yield return Of(ChangeKind.Invariant, Sign.Removed, gone.Path, $"{Said(gone)}: it was {Verdict(gone)}");
        }
    }

    private string Said(ManifestInvariant invariant) => $"{invariant.Text} on {Name(invariant.Path)}";

    private static string Verdict(ManifestInvariant invariant) =>
        invariant.Verdict.ToString().ToLowerInvariant() + (invariant.Reason is null ? "" : $" ({invariant.Reason})");

    private IEnumerable<Change> Stack()
    {
        (string Name, string? Old, string? New)[] settings =
        [
            ("The region", before.Region, after.Region),
            ("The account", before.Account, after.Account),
            ("The name of the stack", before.StackName, after.StackName),
        ];
        return from setting in settings
               where setting.Old != setting.New
               select Of(ChangeKind.Replacement, Sign.Changed, null, $"{setting.Name} is {setting.New ?? "left open"}; before, it was {setting.Old ?? "left open"}. That is another stack: everything is made anew, and the old stack stays until it is deleted");
    }

    private IEnumerable<Change> Cost()
    {
        if (before.Cost.Usd != after.Cost.Usd || before.Cost.Unknown != after.Cost.Unknown)
        {
            decimal more = after.Cost.Usd - before.Cost.Usd;
            string unknown = after.Cost.Unknown == 0 ? "" : $", and {after.Cost.Unknown} of unknown price";
            yield return Of(ChangeKind.Cost, more == 0 ? Sign.Changed : more > 0 ? Sign.Added : Sign.Removed, null, $"An estimated {CostEstimate.Text(after.Cost.Usd)} a month{unknown}; before, {CostEstimate.Text(before.Cost.Usd)} ({(more < 0 ? "-" : "+")}{CostEstimate.Text(Math.Abs(more))})");
        }
    }

    private IEnumerable<Change> Set<T>(ChangeKind kind, IEnumerable<T> old, IEnumerable<T> now, Func<T, string> path, Func<T, string> text)
    {
        List<(string Path, string Text)> was = [.. old.Select(item => (path(item), text(item)))];
        List<(string Path, string Text)> isNow = [.. now.Select(item => (path(item), text(item)))];
        return isNow.Except(was).Select(item => Of(kind, Sign.Added, item.Path, item.Text))
            .Concat(was.Except(isNow).Select(item => Of(kind, Sign.Removed, item.Path, item.Text)));
    }

    private static IEnumerable<ManifestFinding> Accepted(ManifestStage stage) => stage.Findings.Where(static f => f.Accepted);

    private static IEnumerable<ManifestFinding> Open(ManifestStage stage) => stage.Findings.Where(static f => !f.Accepted);

    private string Name(string path) => (newManifest ?? oldManifest)!.NameOf(path);

    private Change Of(ChangeKind kind, Sign sign, string? path, string text, bool opensData = false) =>
        new(kind, sign, path, text, opensData, path is null ? null : (sign == Sign.Removed ? oldManifest : newManifest)?.SourceOf(path));

    private sealed record Permission(string Component, Principal Principal, string Action, string? Target, string Resource);
}
