namespace ArchDsl.Model;

/// <summary>Names of the inline policies of roles: one for each service that a role may do something with.</summary>
internal static class PolicyName
{
    // How the services write themselves; others have their prefix with a capital letter.
    private static readonly Dictionary<string, string> Services = new()
    {
        ["dynamodb"] = "DynamoDb",
        ["elasticache"] = "ElastiCache",
        ["secretsmanager"] = "SecretsManager",
        ["ssmmessages"] = "SsmMessages",
    };

    /// <summary>The name of the policy for an action: <c>s3:GetObject</c> belongs to <c>S3Access</c>.</summary>
    public static string Of(string action)
    {
        string service = action.Substring(0, action.IndexOf(':'));
        return (Services.TryGetValue(service, out string? name) ? name : char.ToUpperInvariant(service[0]) + service.Substring(1).Replace("-", "")) + "Access";
    }
}
