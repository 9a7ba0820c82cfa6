using System.Text.RegularExpressions;

namespace ArchDsl.Testing;

/// <summary>Something that a role may do.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Matches">Whether an IAM action permits it.</param>
internal sealed record Permission(string Name, Func<string, bool> Matches);

/// <summary>What IAM actions permit, by the access levels that IAM sorts them into.</summary>
internal static partial class Permissions
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

    /// <summary>What everyone may do with a public bucket.</summary>
    public const string OfEveryone = "s3:GetObject";

    // The names of actions are the same in either case of their letters:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
    public static IReadOnlyList<Permission> Of(IEnumerable<string> actions) =>
        [.. actions.Select(static action => Action().IsMatch(action)
            ? new Permission(action, permitted => permitted.Equals(action, StringComparison.OrdinalIgnoreCase))
            : throw new ArgumentException($"'{action}' is no IAM action, so that nothing would be tested. Write one such as s3:GetObject, without wildcards.", nameof(actions)))];

    [GeneratedRegex("^[A-Za-z0-9-]+:[A-Za-z0-9]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    private static string Verb(string action) => action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
