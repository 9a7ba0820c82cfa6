using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Deployment;

/// <summary>The rules of a stack's security groups as they stand in the emulator, by logical id, one line a group.</summary>
internal sealed record LiveGroups(IReadOnlyDictionary<string, string> Ingress, IReadOnlyDictionary<string, string> Egress)
{
    public static async Task<LiveGroups> Read(Emulator emulator, DeployedStack stack)
    {
        var logicalIds = stack.Template.OfType("AWS::EC2::SecurityGroup").ToDictionary(group => stack.PhysicalIds[group.LogicalId], group => group.LogicalId);
        var groups = (await emulator.Aws(stack.Region, ["ec2", "describe-security-groups", "--group-ids", .. logicalIds.Keys]))["SecurityGroups"]!.AsArray();
        return new LiveGroups(Rules("IpPermissions"), Rules("IpPermissionsEgress"));

        Dictionary<string, string> Rules(string permissions) =>
            groups.ToDictionary(group => logicalIds[group!["GroupId"]!.GetValue<string>()], group => Text(group![permissions]!.AsArray().SelectMany(permission => Read(permission!, logicalIds))));
    }

    public static string Text(IEnumerable<SecurityRule> rules) => string.Join(" | ", rules.Select(rule => rule.ToString()).Order(StringComparer.Ordinal));

    /// <summary>EC2 lists the peers of rules with the same protocol and ports together.</summary>
    private static IEnumerable<SecurityRule> Read(JsonNode permission, Dictionary<string, string> logicalIds)
    {
        IEnumerable<string> Values(string list, string member) => permission[list]!.AsArray().Select(item => item![member]).OfType<JsonNode>().Select(item => item.GetValue<string>());

        var peers = Values("IpRanges", "CidrIp").Concat(Values("Ipv6Ranges", "CidrIpv6")).Select(Peer (range) => new Peer.Range(Cidr.TryParse(range)!.Value))
            .Concat(Values("UserIdGroupPairs", "GroupId").Select(group => new Peer.Group(logicalIds[group])))
            .Concat(Values("PrefixListIds", "PrefixListId").Select(list => new Peer.Unknown(list)));
        return peers.Select(peer => new SecurityRule(permission["IpProtocol"]!.GetValue<string>(), permission["FromPort"]?.GetValue<int>(), permission["ToPort"]?.GetValue<int>(), peer));
    }
}
