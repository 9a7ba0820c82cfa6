using System.Text.Json.Nodes;
using ArchDsl.Synthesis.Tests.Reading;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Deployment;

/// <summary>The samples' stacks, made in the emulator.</summary>
[Collection(EmulatorCollection.Name)]
public class DeploymentTests(Emulator emulator)
{
    public static TheoryData<string> Samples => Running.Samples.All;

    [ToolTheory(Tools.Moto, Tools.AwsCli), MemberData(nameof(Samples))]
    public async Task Stack_IsCreatedInFull(string sample)
    {
        var stack = await emulator.Deploy(sample);
        Assert.Equal("CREATE_COMPLETE", stack.Status);
        Assert.Equal(
            stack.Source.Template.Resources.Select(resource => resource.ToString()).Order(StringComparer.Ordinal),
            stack.PhysicalIds.Keys.Select(logicalId => stack.Source.Template[logicalId].ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(stack.Source.Template.Outputs.Keys.Order(StringComparer.Ordinal), stack.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    [ToolTheory(Tools.Moto, Tools.AwsCli), MemberData(nameof(Samples))]
    public async Task SecurityGroups_AreThoseOfTheTemplate(string sample)
    {
        var stack = await emulator.Deploy(sample);
        var written = stack.Source.Template.OfType("AWS::EC2::SecurityGroup").Select(group => group.LogicalId).ToList();
        var logicalIds = written.ToDictionary(logicalId => stack.PhysicalIds[logicalId]);
        var groups = (await emulator.Aws(stack.Region, ["ec2", "describe-security-groups", "--group-ids", .. logicalIds.Keys]))["SecurityGroups"]!.AsArray();
        Assert.Equal(written.Count, groups.Count);
        foreach (var group in groups)
        {
            var logicalId = logicalIds[group!["GroupId"]!.GetValue<string>()];
            Assert.Equal(Rules(logicalId, stack.Source.Reach.Groups.Ingress(logicalId)), Rules(logicalId, Live(group["IpPermissions"]!, logicalIds)));
            Assert.Equal(Rules(logicalId, stack.Source.Reach.Groups.Egress(logicalId)), Rules(logicalId, Live(group["IpPermissionsEgress"]!, logicalIds)));
        }
    }

    /// <summary>Each value that a container gets from a secret is there when the stack is made.</summary>
    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task InjectedSecrets_HaveTheirValues()
    {
        var stack = await emulator.Deploy("MapleQuest");
        var task = stack.PhysicalIds[stack.Source.Template.Single("AWS::ECS::TaskDefinition").LogicalId];
        var container = (await emulator.Aws(stack.Region, "ecs", "describe-task-definition", "--task-definition", task))["taskDefinition"]!["containerDefinitions"]![0]!;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var secret in container["secrets"]!.AsArray())
        {
            values[secret!["name"]!.GetValue<string>()] = await Resolve(stack.Region, secret["valueFrom"]!.GetValue<string>());
        }

        Assert.Equal(["DB_HOST", "DB_NAME", "DB_PASSWORD", "DB_PORT", "DB_USER", "SECRET_KEY"], values.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("maple-quest-db.", values["DB_HOST"], StringComparison.Ordinal);
        Assert.Equal("5432", values["DB_PORT"]);
        Assert.Equal("maplequest", values["DB_NAME"]);
        Assert.Equal("postgres", values["DB_USER"]);
        Assert.True(values["DB_PASSWORD"]?.Length >= 16);
        Assert.True(values["SECRET_KEY"]?.Length >= 32);
    }

    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task Databases_AreTheDeclaredOnes()
    {
        var mapleQuest = await LiveDatabase("MapleQuest");
        Assert.Equal("maple-quest-db", mapleQuest["DBInstanceIdentifier"]!.GetValue<string>());
        Assert.Equal("postgres", mapleQuest["MasterUsername"]!.GetValue<string>());
        Assert.False(mapleQuest["PubliclyAccessible"]!.GetValue<bool>());

        var aloka = await LiveDatabase("Aloka");
        Assert.Equal("postgres", aloka["MasterUsername"]!.GetValue<string>());
        Assert.Equal("15.4", aloka["EngineVersion"]!.GetValue<string>());
        Assert.Equal(20, aloka["AllocatedStorage"]!.GetValue<int>());
        Assert.False(aloka["PubliclyAccessible"]!.GetValue<bool>());
    }

    private async Task<JsonNode> LiveDatabase(string sample)
    {
        var stack = await emulator.Deploy(sample);
        var id = stack.PhysicalIds[stack.Source.Template.Single("AWS::RDS::DBInstance").LogicalId];
        return (await emulator.Aws(stack.Region, "rds", "describe-db-instances", "--db-instance-identifier", id))["DBInstances"]![0]!;
    }

    /// <summary>What ECS would inject: the whole secret, or one member of it where the ARN is followed by <c>:member::</c>.</summary>
    private async Task<string?> Resolve(string region, string valueFrom)
    {
        var parts = valueFrom.Split(':');
        var secret = (await emulator.Aws(region, "secretsmanager", "get-secret-value", "--secret-id", string.Join(':', parts.Take(7))))["SecretString"]!.GetValue<string>();
        return parts.Length > 7 ? JsonNode.Parse(secret)![parts[7]]?.ToString() : secret;
    }

    private static string Rules(string logicalId, IEnumerable<SecurityRule> rules) => $"{logicalId}: {string.Join(" | ", rules.Select(rule => rule.ToString()).Order(StringComparer.Ordinal))}";

    private static IEnumerable<SecurityRule> Live(JsonNode permissions, Dictionary<string, string> logicalIds)
    {
        foreach (var permission in permissions.AsArray())
        {
            var ranges = permission!["IpRanges"]!.AsArray().Select(range => range!["CidrIp"]).Concat(permission["Ipv6Ranges"]!.AsArray().Select(range => range!["CidrIpv6"]));
            var peers = ranges.Select(Peer (range) => new Peer.Range(Cidr.TryParse(range!.GetValue<string>())!.Value))
                .Concat(permission["UserIdGroupPairs"]!.AsArray().Select(pair => new Peer.Group(logicalIds[pair!["GroupId"]!.GetValue<string>()])))
                .Concat(permission["PrefixListIds"]!.AsArray().Select(list => new Peer.Unknown(list!.ToJsonString())));
            foreach (var peer in peers)
            {
                yield return new SecurityRule(permission["IpProtocol"]!.GetValue<string>(), permission["FromPort"]?.GetValue<int>(), permission["ToPort"]?.GetValue<int>(), peer);
            }
        }
    }
}
