using System.Text.RegularExpressions;

namespace ArchDsl.CloudFormation;

/// <summary>One action that a role may do, or may not, on one resource.</summary>
public sealed record Grant(bool Allowed, string Action, Value Resource, bool Conditional)
{
    /// <summary>True where a wildcard stands in the service or the verb of the action.</summary>
    public bool HasActionWildcard => Action.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether it is for every resource.</summary>
    public bool IsForEverything => Resource.Text == "*";

    /// <summary>Whether it is about an action such as <c>s3:GetObject</c>, by name or by wildcard.</summary>
    public bool Covers(string action) =>
        Regex.IsMatch(action, $"^{Regex.Escape(Action).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"{(Allowed ? "allow" : "deny")} {Action} on {Resource}";
}

/// <summary>What the roles of a template may do.</summary>
public sealed class Identity
{
    private readonly Template _template;

    /// <summary>Reads the roles of a template.</summary>
    public Identity(Template template) => _template = template;

    /// <summary>The roles.</summary>
    public IEnumerable<Resource> Roles => _template.OfType("AWS::IAM::Role");

    /// <summary>The policies of a role that are not in the template, such as those that AWS manages.</summary>
    public IEnumerable<string> ForeignPolicies(string role) =>
        _template[role].List("ManagedPolicyArns").Where(arn => _template.Target(arn) is null).Select(arn => arn.ToString());

    /// <summary>Every statement of a role's policies, inline or beside it, one action and one resource each.</summary>
    public IReadOnlyList<Grant> Grants(string role)
    {
        var inline = _template[role].List("Policies").Select(policy => policy["PolicyDocument"]);
        var beside = _template.Resources
            .Where(resource => resource.Type is "AWS::IAM::Policy" or "AWS::IAM::RolePolicy" or "AWS::IAM::ManagedPolicy")
            .Where(policy => policy.List("Roles").Append(policy.Property("RoleName")).Any(target => Names(target, role))
                || _template[role].List("ManagedPolicyArns").Any(arn => arn.LogicalId == policy.LogicalId))
            .Select(policy => policy.Property("PolicyDocument"));
        return [.. inline.Concat(beside).OfType<Value>().SelectMany(Statements)];
    }

    // By a reference, or by the name that the template gives the role.
    private bool Names(Value? target, string role) =>
        target is not null && (target.LogicalId == role || (target.Text is { } name && name == _template[role].Text("RoleName")));

    /// <summary>Whether a role may do an action on a resource of the template, or on everything.</summary>
    public bool Can(string role, string action, string logicalId)
    {
        var about = Grants(role).Where(grant => grant.Covers(action) && (grant.IsForEverything || grant.Resource.References().Contains(logicalId))).ToList();
        return about.Any(grant => grant.Allowed) && !about.Any(grant => grant is { Allowed: false, Conditional: false });
    }

    /// <summary>The actions that a policy document lets everyone do, with the resources it lets them do it on.</summary>
    public static IEnumerable<Grant> GrantsToEveryone(Value document) =>
        (document["Statement"]?.Items ?? [])
            .Where(statement => statement["Principal"] is { } principal && (principal.Text == "*" || principal["AWS"]?.Items.Any(one => one.Text == "*") == true))
            .SelectMany(Grants);

    private static IEnumerable<Grant> Statements(Value document) => (document["Statement"]?.Items ?? []).SelectMany(Grants);

    private static IEnumerable<Grant> Grants(Value statement) =>
        from action in statement["Action"]?.Items ?? [new Value.Literal("*")] // NotAction is as good as everything
        from resource in statement["Resource"]?.Items ?? [new Value.Literal("*")]
        select new Grant(statement["Effect"]?.Text == "Allow", action.ToString(), resource, statement["Condition"] is not null);
}
