using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>The rules of security groups, written with the groups' names in a document instead of their logical ids.</summary>
public sealed class GroupRules(SecurityGroups groups, IReadOnlyDictionary<string, string> logicalIds)
{
    private readonly Dictionary<string, string> _names = logicalIds.ToDictionary(group => group.Value, group => group.Key, StringComparer.Ordinal);

    /// <summary>All that a group admits, such as <c>tcp 5432 from app-sg</c>.</summary>
    public IEnumerable<string> Ingress(string name) => Lines(groups.Ingress(logicalIds[name]), "from");

    /// <summary>All that a group lets out, such as <c>all to 0.0.0.0/0</c>.</summary>
    public IEnumerable<string> Egress(string name) => Lines(groups.Egress(logicalIds[name]), "to");

    private IEnumerable<string> Lines(IEnumerable<SecurityRule> rules, string preposition) => rules
        .Select(rule => $"{Traffic(rule)} {preposition} {(rule.Peer is Peer.Group group ? _names.GetValueOrDefault(group.LogicalId, group.LogicalId) : rule.Peer)}")
        .Order(StringComparer.Ordinal);

    private static string Traffic(SecurityRule rule) =>
        rule.Protocol == "-1" ? "all" : rule.FromPort == rule.ToPort ? $"{rule.Protocol} {rule.FromPort}" : $"{rule.Protocol} {rule.FromPort}-{rule.ToPort}";
}
