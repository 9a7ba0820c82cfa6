using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>Security groups, rule by rule, with what asked for it.</summary>
internal static class SecurityGroupSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown) => markdown.Table(
        ["Security group of", "Direction", "Peer", "Ports", "Why", "Asked for by"],
        from guarded in facts.Stage.SecurityGroups
        let name = facts.Name(guarded.Path) + (guarded.Name is null ? "" : $" ({MarkdownText.Code(guarded.Name)})")
        from rule in guarded.Rules.Cast<ManifestSecurityRule?>().DefaultIfEmpty()
        select rule is null
            ? [name, "both", "nobody", "none", "nothing may enter or leave", ""]
            : new[]
            {
                name,
                rule.Direction == Direction.Ingress ? "in" : "out",
                rule.Peer is { } peer ? facts.Name(peer) : MarkdownText.Code(rule.Cidr ?? ""),
                Ports(rule.Ports),
                StageFacts.Text(rule.Description),
                string.Join(", ", rule.Origins.Select(facts.Origin)),
            });

    private static string Ports(PortRange ports) => ports.Protocol is Protocol.Tcp or Protocol.All ? ports.ToString() : $"{ports} ({ports.Protocol})";
}
