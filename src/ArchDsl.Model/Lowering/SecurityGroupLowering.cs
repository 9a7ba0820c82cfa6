namespace ArchDsl.Model;

/// <summary>Makes security groups of the rules that components asked for. A rule that a wider one of the same group covers says nothing.</summary>
internal static class SecurityGroupLowering
{
    public static SecurityGroup Of(NodePath path, NodePath network, string? name, LoweringContext context)
    {
        IReadOnlyList<SecurityRule> rules = context.Rules(path);
        List<Draft> ranges = Widest(rules.Where(static r => r.Peer.Cidr is not null));

        // Of the ranges only those of every address cover groups, in each family that a component of the network may have; rules for
        // different groups never cover each other.
        CidrBlock[] families = context.Networks.Any(n => n.Path == network && n.Ipv6) ? [CidrBlock.Internet, CidrBlock.InternetIpv6] : [CidrBlock.Internet];
        List<Draft> everything = [.. ranges.Where(static d => d.Rule.Peer.Cidr!.Value.IsEverything)];
        List<Draft> groups = [];
        foreach (Draft draft in rules.Where(static r => r.Peer.Group is not null).GroupBy(static r => (r.Direction, r.Peer)).SelectMany(static peer => Widest(peer)))
        {
            List<Draft> wider = [.. from family in families
                                    let whole = draft.Rule with { Peer = Peer.Of(family) }
                                    let range = everything.Find(range => range.Rule.Covers(whole))
                                    where range is not null
                                    select range];
            if (wider.Count == families.Length)
            {
                wider[0].Cover(draft);
            }
            else
            {
                groups.Add(draft);
            }
        }

        return new SecurityGroup
        {
            Path = path,
            Name = name,
            Network = network,
            Rules = ranges.Concat(groups)
                .Select(static d => d.Rule with { Covered = d.Covered.ToEquatableArray() })
                .OrderBy(static r => r.Direction)
                .ThenBy(static r => r.Ports.Protocol)
                .ThenBy(static r => r.Ports.From)
                .ThenBy(static r => r.Ports.To)
                .ThenBy(static r => r.Peer.Group?.Value, StringComparer.Ordinal)
                .ThenBy(static r => r.Peer.Cidr?.ToString(), StringComparer.Ordinal)
                .ToEquatableArray(),
        };
    }

    private static List<Draft> Widest(IEnumerable<SecurityRule> rules)
    {
        List<Draft> kept = [];
        foreach (SecurityRule rule in rules)
        {
            Draft draft = new(rule);
            if (kept.Find(other => other.Rule.Covers(rule)) is { } wider)
            {
                wider.Cover(draft);
                continue;
            }

            foreach (Draft narrower in kept.FindAll(other => rule.Covers(other.Rule)))
            {
                draft.Cover(narrower);
                kept.Remove(narrower);
            }

            kept.Add(draft);
        }

        return kept;
    }

    /// <summary>A rule with those that it covers.</summary>
    private sealed class Draft(SecurityRule rule)
    {
        public SecurityRule Rule { get; } = rule;

        public List<SecurityRule> Covered { get; } = [];

        public void Cover(Draft narrower)
        {
            Covered.Add(narrower.Rule);
            Covered.AddRange(narrower.Covered);
        }
    }
}
