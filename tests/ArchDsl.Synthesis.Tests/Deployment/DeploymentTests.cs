using System.Text.Json.Nodes;
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
            stack.Template.Resources.Select(resource => resource.ToString()).Order(StringComparer.Ordinal),
            stack.PhysicalIds.Keys.Select(logicalId => stack.Template[logicalId].ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(stack.Template.Outputs.Keys.Order(StringComparer.Ordinal), stack.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    [ToolTheory(Tools.Moto, Tools.AwsCli), MemberData(nameof(Samples))]
    public async Task SecurityGroups_AreThoseOfTheTemplate(string sample)
    {
        var stack = await emulator.Deploy(sample);
        var live = await LiveGroups.Read(emulator, stack);
        foreach (var group in stack.Template.OfType("AWS::EC2::SecurityGroup").Select(group => group.LogicalId))
        {
            Assert.Equal((group, LiveGroups.Text(stack.Reach.Groups.Ingress(group))), (group, live.Ingress[group]));
            Assert.Equal((group, LiveGroups.Text(stack.Reach.Groups.Egress(group))), (group, live.Egress[group]));
        }
    }

    /// <summary>Each value that a container gets from a secret is there when the stack is made.</summary>
    [ToolFact(Tools.Moto, Tools.AwsCli)]
    public async Task InjectedSecrets_HaveTheirValues()
    {
        var stack = await emulator.Deploy("MapleQuest");
        var task = stack.PhysicalIds[stack.Template.Single("AWS::ECS::TaskDefinition").LogicalId];
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
        var id = stack.PhysicalIds[stack.Template.Single("AWS::RDS::DBInstance").LogicalId];
        return (await emulator.Aws(stack.Region, "rds", "describe-db-instances", "--db-instance-identifier", id))["DBInstances"]![0]!;
    }

    /// <summary>What ECS would inject: the whole secret, or one member of it where the ARN is followed by <c>:member::</c>.</summary>
    private async Task<string?> Resolve(string region, string valueFrom)
    {
        var parts = valueFrom.Split(':');
        var secret = (await emulator.Aws(region, "secretsmanager", "get-secret-value", "--secret-id", string.Join(':', parts.Take(7))))["SecretString"]!.GetValue<string>();
        return parts.Length > 7 ? JsonNode.Parse(secret)![parts[7]]?.ToString() : secret;
    }
}
