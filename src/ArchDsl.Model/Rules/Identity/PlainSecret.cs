using System.Text.RegularExpressions;

namespace ArchDsl.Model;

/// <summary>Tells secrets in plain text from other text. It would rather miss one than take a setting for one.</summary>
internal static class PlainSecret
{
    // What issuers begin their secrets with, so that they are found wherever they leak to.
    private static readonly (Regex Pattern, string What)[] Shapes =
    [
        (Shape(@"(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])"), "an AWS access key"),
        (Shape(@"-----BEGIN [A-Z ]{0,24}PRIVATE KEY( BLOCK)?-----"), "a private key"),
        (Shape(@"(?<![A-Za-z0-9])(gh[opsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})"), "a GitHub token"),
        (Shape(@"(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{20}"), "a Slack token"),
        (Shape(@"(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{16}"), "a Stripe key"),
        (Shape(@"(?<![A-Za-z0-9])sk-(proj|ant)-[A-Za-z0-9_-]{16}"), "an API key"),
        (Shape(@"(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}"), "a Google API key"),
    ];

    private static readonly Regex UrlWithPassword = Shape(@"[A-Za-z][A-Za-z0-9+.-]{1,30}://[^\s/:@?#""']{0,128}:([^\s/@""']{1,256})@");

    // The connection strings of databases and queues: Server=db;Password=...;
    private static readonly Regex PasswordField = Shape(@"(?:^|[;\s])(?:Password|Pwd|AccountKey|SharedAccessKey)\s{0,4}=\s{0,4}([^;\s]{1,256})", RegexOptions.IgnoreCase);

    private static readonly Regex Assignment = Shape(@"(?<![A-Za-z0-9_$.{/-])(?<name>[A-Za-z_][A-Za-z0-9_]{0,127})=(?:\\?""(?<word>[^""\\\s][^""\\]{0,511})\\?""|'(?<raw>[^'\s][^']{0,511})'|(?<word>[^\s;&|""'<>()\\]{1,512}))");

    // A line of YAML or JSON: password: ...
    private static readonly Regex Field = Shape(@"^\s*(?:-\s+)?[""']?(?<name>[A-Za-z_][A-Za-z0-9_-]{0,127})[""']?\s*:\s+(?:""(?<word>[^""]{1,512})""|'(?<raw>[^']{1,512})'|(?<word>[^\s""',{}\[\]|>]{1,512}))\s*,?\s*$");

    // The last word of a name says what is in the variable: DB_PASSWORD is one, PASSWORD_MIN_LENGTH and SECRET_ARN are none.
    private static readonly Regex SecretName = Shape(
        @"(PASSWORD|PASSWD|PASSPHRASE)$|_PASS$|(^|_)(SECRET|TOKEN|CREDENTIALS?|APIKEY|(API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER|AUTH|ACCOUNT)_KEY)$|_PWD$");

    private static readonly string[] Placeholders = ["example", "placeholder", "changeme", "change-me", "change_me", "replace", "todo", "dummy", "your-", "your_", "xxx", "***", "..."];

    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "none", "null", "enabled", "disabled" };

    /// <summary>What secret a variable holds, in words for a message; null for none that is known for one.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    public static string? Of(string name, string value) => InText(value, static _ => true) ?? (IsSecret(name, value) ? "a secret by its name" : null);

    /// <summary>The secrets that a script holds.</summary>
    /// <param name="script">The script.</param>
    /// <returns>The numbers of the lines, from 1, and what stands there.</returns>
    public static IEnumerable<(int Line, string What)> InScript(string script)
    {
        string[] lines = script.Split('\n');
        string before = "";
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if ((InText(line, IsFixed) ?? Assigned(line) ?? CommandLineSecret.Of(before + line)) is { } what)
            {
                yield return (i + 1, what);
            }

            // A command goes on behind a backslash.
            before = line.EndsWith("\\", StringComparison.Ordinal) && before.Length + line.Length < LongestCommand ? before + line.Substring(0, line.Length - 1) : "";
        }
    }

    private const int LongestCommand = 4096;

    /// <summary>Whether the shell takes a text as it stands, rather than fill something in.</summary>
    public static bool IsFixed(string value) => value.IndexOfAny(['$', '`']) < 0 && !value.Contains(".*");

    // NAME=value wherever a script may say it: on a line of its own, before a command, behind -e of docker, in what echo writes to a file.
    private static string? Assigned(string line) =>
        line.TrimStart().StartsWith("#", StringComparison.Ordinal) ? null : (
            from assignment in Assignment.Matches(line).Cast<Match>().Concat(Field.Matches(line).Cast<Match>())
            let name = assignment.Groups["name"].Value
            let raw = assignment.Groups["raw"]
            let value = raw.Success ? raw.Value : assignment.Groups["word"].Value
            where (raw.Success || IsFixed(value)) && IsSecret(name, value)
            select $"the value of {name}").FirstOrDefault();

    private static string? InText(string text, Func<string, bool> isFixed)
    {
        foreach ((Regex pattern, string what) in Shapes)
        {
            if (pattern.Matches(text).Cast<Match>().Any(static match => !IsPlaceholder(match.Value)))
            {
                return what;
            }
        }

        return Holds(UrlWithPassword, text, isFixed) ? "a URL with a password" : Holds(PasswordField, text, isFixed) ? "a connection string with a password" : null;
    }

    private static bool Holds(Regex pattern, string text, Func<string, bool> isFixed) =>
        pattern.Matches(text).Cast<Match>().Any(match => isFixed(match.Groups[1].Value) && IsLiteral(match.Groups[1].Value.Trim('"', '\'')));

    // A token that is a number is how many there may be; one without a digit is the name of a header or of a field.
    private static bool IsSecret(string name, string value) =>
        IsSecretName(name) && IsLiteral(value) && !(name.EndsWith("TOKEN", StringComparison.OrdinalIgnoreCase) && (value.All(char.IsDigit) || !value.Any(char.IsDigit)));

    // What is meant to be seen says so: NEXT_PUBLIC_MAP_TOKEN.
    private static bool IsSecretName(string name)
    {
        string upper = name.ToUpperInvariant().Replace('-', '_').Replace('.', '_');
        return SecretName.IsMatch(upper) && !upper.Contains("PUBLIC") && !upper.Contains("PUBLISHABLE");
    }

    // A name, an address, a path, a number or a switch only leads to a secret, or is none.
    public static bool IsLiteral(string value) =>
        value.Trim().Length >= 4
        && !Settings.Contains(value.Trim())
        && !IsPlaceholder(value)
        && !value.StartsWith("arn:", StringComparison.Ordinal)
        && !value.Contains("://")
        && !value.StartsWith("pk_", StringComparison.Ordinal)
        && !IsPath(value);

    private static bool IsPath(string value) => value.StartsWith("/", StringComparison.Ordinal) && value.IndexOfAny(['+', '=']) < 0 && value.IndexOf('/', 1) > 0;

    private static bool IsPlaceholder(string value) =>
        value.Length > 0 && "<{$%[".IndexOf(value[0]) >= 0
        || Placeholders.Any(word => value.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static Regex Shape(string pattern, RegexOptions options = RegexOptions.None) => new(pattern, options | RegexOptions.CultureInvariant);
}
