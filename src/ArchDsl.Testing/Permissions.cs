namespace ArchDsl.Testing;

/// <summary>Something that a role may do.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Matches">Whether an IAM action permits it.</param>
internal sealed record Permission(string Name, Func<string, bool> Matches);

/// <summary>What IAM actions permit, by the access levels that IAM sorts them into.</summary>
internal static class Permissions
{
    // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    private static readonly (Access Access, string[] Verbs)[] Levels =
    [
        (Access.Read, ["Get", "BatchGet", "List", "Query", "Scan", "Describe", "Receive"]),
        (Access.Write, ["Put", "Update", "Create", "BatchWrite", "Publish", "Send"]),
        (Access.Delete, ["Delete"]),
    ];

    public static IReadOnlyList<Permission> Of(Access access) =>
    [
        .. Levels.Where(level => access.HasFlag(level.Access)).Select(static level => new Permission(
            level.Access.ToString().ToLowerInvariant(),
            action => Verb(action) is "*" or "" || level.Verbs.Any(verb => Verb(action).StartsWith(verb, StringComparison.Ordinal)))),
    ];

    public static IReadOnlyList<Permission> Of(IEnumerable<string> actions) =>
        [.. actions.Select(static action => new Permission(action, permitted => permitted == action))];

    private static string Verb(string action) => action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
