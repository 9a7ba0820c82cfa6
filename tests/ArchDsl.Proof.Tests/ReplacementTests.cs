using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArchDsl.Model;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Proof.Tests;

/// <summary>
/// Which settings make CloudFormation replace what a resource holds: what a kind says of itself, and <c>archdsl diff</c> warns of, is what
/// the schemas of CloudFormation say of the properties that change in the template.
/// </summary>
public sealed class ReplacementTests
{
    // Each argument of each kind that holds something, changed; the first of each kind is what the others are compared with.
    private static readonly (string Attribute, string[] Variants)[] Kinds =
    [
        ("Rds", ["", "Name = \"other\"", "InstanceType = \"t4g.small\"", "StorageGiB = 30", "StorageType = StorageType.Gp2", "MultiAz = true", "BackupRetentionDays = 8",
            "DatabaseName = \"other\"", "Username = \"other\"", "SecretName = \"other\"", "Port = 5433", "Public = true", "Engine.Postgres, \"16\"", "Engine.MySql, \"8.0\""]),
        ("ElastiCache", ["", "Name = \"other\"", "NodeType = \"t4g.small\"", "Nodes = 2", "SnapshotRetentionDays = 2", "Port = 6380", "Auth = true", "CacheEngine.Valkey, \"8.0\"", "CacheEngine.Redis, \"7.0\""]),
        ("S3", ["", "\"other-name\"", "Versioned = false", "PublicRead = true"]),
        ("DynamoDb", ["", "\"other\"", "PartitionKey = \"other\"", "PartitionKeyType = KeyType.Number", "SortKey = \"other\"", "SortKey = \"other\", SortKeyType = KeyType.Number", "PointInTimeRecovery = false"]),
        ("Secret", ["", "\"other\"", "Generate = false"]),
        ("Ecr", ["", "\"other\"", "ScanOnPush = false", "ImmutableTags = true"]),
    ];

    [Fact]
    public void EveryArgument_IsChanged()
    {
        var holding = typeof(ArchDslAttribute).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ArchDslAttribute)))
            .Select(type => AttributeBinder.Bind(new(AttributeDeclaration.NameOf(type.Name), 0, [], [])))
            .OfType<ArchDslAttribute>()
            .Where(attribute => Kind.Of(attribute) is { Replacing.Count: > 0 })
            .ToList();

        Assert.Equal(Kinds.Select(kind => kind.Attribute).Order(StringComparer.Ordinal), holding.Select(attribute => AttributeDeclaration.NameOf(attribute.GetType().Name)).Order(StringComparer.Ordinal));
        Assert.Equal([], from attribute in holding
                         let variants = string.Join(' ', Kinds.Single(kind => kind.Attribute == AttributeDeclaration.NameOf(attribute.GetType().Name)).Variants)
                         from property in attribute.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                         where property.CanWrite && property.GetSetMethod() is not null && !(property.Name == "Name" && !variants.Contains("Name =", StringComparison.Ordinal))
                         where !variants.Contains(property.Name + " =", StringComparison.Ordinal)
                         select $"{attribute.GetType().Name}.{property.Name}");
    }

    [ToolFact(Tools.Schemas)]
    public async Task WhatReplaces_IsWhatTheSchemasSay()
    {
        var variants = Kinds.SelectMany(kind => kind.Variants.Select(arguments => (kind.Attribute, Arguments: arguments, Network: "[Vpc]"))).Concat(
            Kinds.Select(kind => (kind.Attribute, Arguments: "", Network: "[Vpc(Ipv6 = true)]"))).ToList();
        var outcomes = await Batch.RunAsync([.. variants.Select((variant, i) => Source(Batch.Space(i), variant.Network, variant.Attribute, variant.Arguments))]);
        Assert.Equal("", string.Join('\n', outcomes.SelectMany(outcome => outcome.Refused.Concat(outcome.Problems))));
        var replaced = await Immutable();

        var wrong = new List<string>();
        for (var i = 0; i < variants.Count; i++)
        {
            var old = variants.FindIndex(variant => variant.Attribute == variants[i].Attribute);
            var (before, after) = (outcomes[old].Stages[0], outcomes[i].Stages[0]);
            var component = after.Analyzed.Topology.Component(new NodePath("Data.Thing"))!;
            var inTemplate = Changed(before, after, component.Path.Value).Where(property => replaced(property.Type, property.Name)).Select(property => property.Name).ToList();
            var said = Settings(component).Except(Settings(before.Analyzed.Topology.Component(component.Path)!))
                .Concat(Settings(before.Analyzed.Topology.Component(component.Path)!).Except(Settings(component)))
                .Select(setting => setting.Name)
                .Where(name => Kind.Of(component).Replacing.Any(replacing => name == replacing || name.StartsWith(replacing + ".", StringComparison.Ordinal)))
                .ToList();
            if (inTemplate.Count > 0 != said.Count > 0)
            {
                wrong.Add($"{variants[i]}: the template says {string.Join(", ", inTemplate.DefaultIfEmpty("nothing"))}, the kind {string.Join(", ", said.DefaultIfEmpty("nothing"))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Source(string space, string network, string attribute, string arguments) => $$"""
        using ArchDsl;

        namespace {{space}};

        {{network}}
        public partial class Shop
        {
            [PublicSubnet]
            public partial class Data
            {
                [{{attribute}}({{arguments}})]
                public partial class Thing;
            }
        }
        """;

    private static EquatableArray<ManifestSetting> Settings(Component component) => ComponentSettings.Of(component).ToEquatableArray();

    // The properties that differ of the resource that a class became. The secret that a database has beside it holds nothing that is lost.
    private static IEnumerable<(string Type, string Name)> Changed(Synthesized before, Synthesized after, string path)
    {
        foreach (var resource in after.Template.Resources.Where(resource => after.ClassOf(resource.LogicalId) == path && !(resource.Type == "AWS::SecretsManager::Secret" && after.Find(path, "AWS::RDS::DBInstance") is not null)))
        {
            var (old, now) = (Properties(before, resource.LogicalId), Properties(after, resource.LogicalId));
            foreach (var name in old is null ? [] : old.Concat(now!).Select(property => property.Key).Distinct().Where(name => !JsonNode.DeepEquals(old[name], now![name])))
            {
                yield return (resource.Type, name);
            }
        }

        static JsonObject? Properties(Synthesized one, string logicalId) => one.Template.Json["Resources"]![logicalId]?["Properties"] as JsonObject;
    }

    // Those that cannot change, and those that cannot in the cases that ArchDsl has: another engine is no newer version of the first, and
    // an attribute of a key has another type ("Replacement if you edit an existing AttributeDefinition").
    private static async Task<Func<string, string, bool>> Immutable()
    {
        const string Script = """
            import json, sys
            from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
            print(json.dumps({name: PROVIDER_SCHEMA_MANAGER.get_resource_schema('us-east-1', name).schema.get('createOnlyProperties', []) for name in sys.argv[1:]}))
            """;
        string[] types = ["AWS::RDS::DBInstance", "AWS::ElastiCache::ReplicationGroup", "AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::SecretsManager::Secret", "AWS::ECR::Repository"];
        var finished = (await Command.Run(Command.OnPath("python3")!, ["-c", Script, .. types])).Succeeded();
        var schemas = JsonSerializer.Deserialize<Dictionary<string, string[]>>(finished.Output)!;
        return (type, name) => schemas.TryGetValue(type, out var properties)
            && (properties.Any(property => property.Split('/')[2] == name) || (type, name) is ("AWS::RDS::DBInstance", "Engine") or ("AWS::DynamoDB::Table", "KeySchema" or "AttributeDefinitions"));
    }
}
