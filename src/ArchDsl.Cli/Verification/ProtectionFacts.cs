using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>What keeps data from strangers and from accidents: encryption, deletion, public access, where secrets come from.</summary>
internal static class ProtectionFacts
{
    private const string AtRest = "is encrypted at rest";
    private const string InTransit = "is encrypted in transit";
    private const string NotDeleted = "is protected from deletion";
    private const string Versions = "keeps versions";
    private const string TlsAlone = "refuses requests without TLS";
    private const string NoPublicLists = "ignores access control lists that are public";
    private const string NoPublicAccess = "blocks public access";

    private static readonly string[] Passwords = ["MasterUserPassword", "AuthToken"];

    // The resource that a component is about, by its attribute.
    private static readonly Dictionary<string, string> Main = new(StringComparer.Ordinal)
    {
        ["Rds"] = "AWS::RDS::DBInstance",
        ["S3"] = "AWS::S3::Bucket",
        ["DynamoDb"] = "AWS::DynamoDB::Table",
        ["ElastiCache"] = "AWS::ElastiCache::ReplicationGroup",
    };

    /// <summary>What the source says.</summary>
    public static IEnumerable<Fact> Of(ManifestStage stage)
    {
        foreach (ManifestComponent component in stage.Components)
        {
            foreach (string fact in Of(component, stage))
            {
                yield return new Fact(DifferenceKind.Protection, component.Path, fact);
            }
        }

        foreach (ManifestVariable variable in stage.Environment.Where(variable => variable.Secret && stage.Component(variable.Component)?.Attribute == "Fargate"))
        {
            yield return new Fact(DifferenceKind.Protection, variable.Component, SecretText(variable.Name, variable.Source!, variable.Field));
        }
    }

    private static IEnumerable<string> Of(ManifestComponent component, ManifestStage stage)
    {
        if (!Main.ContainsKey(component.Attribute))
        {
            yield break;
        }

        yield return RemovalText(component.Removal.ToString());
        if (component.Attribute != "DynamoDb")
        {
            yield return AtRest;
        }

        if (component.Attribute == "ElastiCache")
        {
            yield return InTransit;
        }

        if (component.Attribute is "Rds" or "DynamoDb" && component.Removal != Removal.Destroy)
        {
            yield return NotDeleted;
        }

        if ((component.Setting("BackupRetentionDays") ?? component.Setting("SnapshotRetentionDays")) is { } days && days != "0")
        {
            yield return BackupText(days);
        }

        if (component.Setting("Versioned") == "true")
        {
            yield return Versions;
        }

        if (component.Attribute == "S3")
        {
            yield return TlsAlone;
            yield return NoPublicLists;
            if (!stage.InternetPaths.Any(path => path.To == component.Path && path.Hops is [{ Ports: null, From: null }]))
            {
                yield return NoPublicAccess;
            }
        }
    }

    /// <summary>What the template says.</summary>
    public static IEnumerable<Fact> Of(StackTemplate stack)
    {
        foreach (CloudFormation.Resource resource in stack.Template.Resources.Where(static resource => Main.ContainsValue(resource.Type)))
        {
            foreach (string fact in Of(resource))
            {
                yield return new Fact(DifferenceKind.Protection, stack.NameOf(resource.LogicalId), fact);
            }
        }

        foreach (CloudFormation.Resource policy in stack.Template.OfType("AWS::S3::BucketPolicy").Where(static policy => (policy.Property("PolicyDocument")?["Statement"]?.Items ?? []).Any(RefusesPlaintext)))
        {
            yield return new Fact(DifferenceKind.Protection, stack.NameOf(policy.Property("Bucket")?.LogicalId ?? policy.LogicalId), TlsAlone);
        }

        foreach (CloudFormation.Resource tasks in stack.Template.OfType("AWS::ECS::TaskDefinition"))
        {
            foreach (CloudFormation.Value container in tasks.List("ContainerDefinitions").Where(static container => container["Privileged"]?.Flag == true))
            {
                yield return new Fact(DifferenceKind.Protection, stack.NameOf(tasks.LogicalId), $"runs the container {container["Name"]} as root of its host");
            }

            foreach (CloudFormation.Value secret in tasks.List("ContainerDefinitions").SelectMany(static container => container["Secrets"]?.Items ?? []))
            {
                yield return new Fact(DifferenceKind.Protection, stack.NameOf(tasks.LogicalId), SecretText(stack, secret));
            }
        }
    }

    private static IEnumerable<string> Of(CloudFormation.Resource resource)
    {
        yield return RemovalText(resource.DeletionPolicy switch { "Retain" => "Retain", "Snapshot" => "Snapshot", "Delete" => "Destroy", var other => other ?? "default" });
        if (Is(resource, resource.Type == "AWS::RDS::DBInstance" ? "StorageEncrypted" : "AtRestEncryptionEnabled") || resource.List("BucketEncryption.ServerSideEncryptionConfiguration").Count > 0)
        {
            yield return AtRest;
        }

        if ((resource.Property("BackupRetentionPeriod") ?? resource.Property("SnapshotRetentionLimit")) is { } days && days.Text != "0")
        {
            yield return BackupText(days.ToString());
        }

        if (resource.Text("VersioningConfiguration.Status") == "Enabled")
        {
            yield return Versions;
        }

        if (Is(resource, "TransitEncryptionEnabled"))
        {
            yield return InTransit;
        }

        if (Is(resource, "DeletionProtection") || Is(resource, "DeletionProtectionEnabled"))
        {
            yield return NotDeleted;
        }

        if (Is(resource, "PublicAccessBlockConfiguration.BlockPublicAcls") && Is(resource, "PublicAccessBlockConfiguration.IgnorePublicAcls"))
        {
            yield return NoPublicLists;
        }

        if (Is(resource, "PublicAccessBlockConfiguration.BlockPublicPolicy") && Is(resource, "PublicAccessBlockConfiguration.RestrictPublicBuckets"))
        {
            yield return NoPublicAccess;
        }

        // A password of a secret is a reference to it: anything else is a text that whoever reads the template knows.
        foreach (string property in Passwords.Where(name => resource.Property(name) is { } text && !text.References().Any() && !text.ToString().Contains("{{resolve:secretsmanager:", StringComparison.Ordinal) && !text.ToString().Contains("{{resolve:ssm-secure:", StringComparison.Ordinal)))
        {
            yield return $"has its {property} in plain text";
        }
    }

    private static bool RefusesPlaintext(CloudFormation.Value statement) =>
        statement["Effect"]?.Text == "Deny" && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.Flag == false && statement["Action"]?.Items.Any(static action => action.Text == "s3:*") == true;

    private static string BackupText(string days) => $"is backed up for {days} days";

    private static bool Is(CloudFormation.Resource resource, string property) => resource.Property(property)?.Flag == true;

    private static string RemovalText(string policy) => policy switch
    {
        "Retain" => "is kept when it leaves the stack",
        "Snapshot" => "leaves a snapshot when it leaves the stack",
        _ => "is deleted when it leaves the stack",
    };

    private static string SecretText(StackTemplate stack, CloudFormation.Value secret)
    {
        // ${Secret}:field:: or the secret as a whole.
        CloudFormation.Value? from = secret["ValueFrom"];
        CloudFormation.Value? source = from is CloudFormation.Value.Joined { Parts: [var first, ..] } ? first : from;
        string? field = from is CloudFormation.Value.Joined { Parts: [_, { Text: { } suffix }] } ? suffix.Trim(':') : null;
        return SecretText(secret["Name"]?.ToString() ?? "?", source?.LogicalId is { } id ? stack.NameOf(id) : source?.ToString() ?? "?", field);
    }

    private static string SecretText(string variable, string source, string? field) =>
        $"takes {variable} from {(string.IsNullOrEmpty(field) ? "the secret" : field + " in the secret")} of {(source.Length == 0 ? "its root" : source)}";
}
