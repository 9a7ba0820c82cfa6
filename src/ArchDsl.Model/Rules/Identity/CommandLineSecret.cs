using System.Text.RegularExpressions;

namespace ArchDsl.Model;

/// <summary>Finds passwords on the command lines of a shell script. What the shell fills in, and what comes from a file, is none.</summary>
internal static class CommandLineSecret
{
    // Every gap has a limit: a script is read at every edit, and what repeats the name of a command in one line must not take minutes.
    // A word as the shell takes it: quoted in one of two ways, or plain.
    private const string Word = @"(?:""(?<word>[^""]{0,512})""|'(?<raw>[^']{0,512})'|(?<word>[^\s""'|;&<>()`]{1,512}))";

    private const string MySql = @"\b(?:mysql|mysqladmin|mysqldump|mysqlimport|mysqlshow|mysqlsh|mariadb|mariadb-admin|mariadb-dump|mariadb-import)\b";

    // Options that say what they are. mysql alone takes a word after a space for something else than the password.
    private static readonly Regex EqualsOption = Line(@"(?<![\w-])--?(?!-?no-)[a-z0-9.-]{0,64}(?:password|passwd|passphrase|pwd|pass|api-?key|access-?key|secret-?key|token)=" + Word, RegexOptions.IgnoreCase);
    private static readonly Regex SpacedOption = Line(@"(?<![\w-])--?(?!-?no-)[a-z0-9-]{0,32}(?:password|passwd|passphrase|api-?key|access-?key|secret-?key)\s+(?!-)" + Word, RegexOptions.IgnoreCase);
    private static readonly Regex MySqlCommand = Line(MySql);

    // Short options mean a password for some programs alone.
    private static readonly (Regex Pattern, string What)[] Commands =
    [
        (Line(MySql + @"[^|;&]{0,256}?\s-p" + Word), "a password on the command line of mysql"),
        (Line(@"\b(?:docker|podman|nerdctl|buildah|skopeo|helm|oras|crane|az|oc)\b[^|;&]{0,256}?\blogin\b[^|;&]{0,256}?\s-p\s*" + Word), "a password on the command line of login"),
        (Line(@"\bsshpass\s+-p\s*" + Word), "a password on the command line of sshpass"),
        (Line(@"\bredis-cli\b[^|;&]{0,256}?\s-a\s*" + Word), "a password on the command line of redis-cli"),
        (Line(@"\bvalkey-cli\b[^|;&]{0,256}?\s-a\s*" + Word), "a password on the command line of valkey-cli"),
        (Line(@"\b(?:mongo|mongosh|mongodump|mongorestore)\b[^|;&]{0,256}?\s-p\s*" + Word), "a password on the command line of mongo"),
        (Line(@"\bsqlcmd\b[^|;&]{0,256}?\s-P\s*" + Word), "a password on the command line of sqlcmd"),
        (Line(@"\bldap\w+\b[^|;&]{0,256}?\s-w\s*" + Word), "a password on the command line of ldap"),
        (Line(@"\s-pass(?:in|out)?\s+[""']?pass:" + Word), "a password on the command line of openssl"),
        (Line(@"\bAuthorization:\s*(?:Bearer|Basic|Token)\s+(?<word>[^\s""']{8,512})", RegexOptions.IgnoreCase), "an Authorization header"),
    ];

    // user:password
    private static readonly Regex CurlUser = Line(@"\bcurl\b[^|;&]{0,256}?\s(?:-u\s*|--user[\s=]+|-U\s*|--proxy-user[\s=]+)" + Word);

    // What one program says and another one takes for a password. chpasswd takes user:password.
    private static readonly Regex Piped = Line(@"\b(?:echo|printf)\s+(?:-\w+\s+)*(?:[""']%s(?:\\n)?[""']\s+)?" + Word + @"\s*\|\s*(?:sudo\s+)?[^|;&]{0,256}?(?<taker>--password-stdin|--passwd-stdin|--with-token|\bpasswd\b.{0,256}?--stdin|\bchpasswd\b|\bsudo\s+-S\b)");
    private static readonly Regex HereString = Line(@"(?<taker>--password-stdin|--with-token|\bchpasswd\b)[^|;&<]{0,256}<<<\s*" + Word);

    /// <summary>What a line holds, in words for a message; null for nothing that is known for a password.</summary>
    /// <param name="line">One line, with those that it goes on in.</param>
    public static string? Of(string line)
    {
        if (line.TrimStart().StartsWith("#", StringComparison.Ordinal))
        {
            return null;
        }

        foreach ((Regex pattern, string what) in Commands)
        {
            if (Holds(pattern, line))
            {
                return what;
            }
        }

        return Holds(EqualsOption, line) || !MySqlCommand.IsMatch(line) && Holds(SpacedOption, line) ? "a password on a command line"
            : Holds(CurlUser, line, static word => After(word, ':')) ? "a password on the command line of curl"
            : Holds(Piped, line) || Holds(HereString, line) ? "a password that is piped into a command"
            : null;
    }

    private static bool Holds(Regex pattern, string line, Func<string, string>? part = null) => pattern.Matches(line).Cast<Match>().Any(match =>
    {
        bool raw = match.Groups["raw"].Success;
        string word = raw ? match.Groups["raw"].Value : match.Groups["word"].Value;
        if (match.Groups["taker"].Value == "chpasswd")
        {
            word = After(word, ':');
        }

        word = part is null ? word : part(word);
        return PlainSecret.IsLiteral(word) && (raw || PlainSecret.IsFixed(word));
    });

    private static string After(string word, char separator) => word.IndexOf(separator) is var at and >= 0 ? word.Substring(at + 1) : "";

    private static Regex Line(string pattern, RegexOptions options = RegexOptions.None) => new(pattern, options | RegexOptions.CultureInvariant);
}
