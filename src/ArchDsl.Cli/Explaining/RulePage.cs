using System.Text.RegularExpressions;
using ArchDsl.Model;

namespace ArchDsl.Cli.Explaining;

/// <summary>A rule with its page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Severity">How bad it is unless the project says otherwise.</param>
/// <param name="Category">Its concern.</param>
/// <param name="HelpLink">Where the page stands on the web.</param>
/// <param name="Page">The page, in Markdown.</param>
internal sealed partial record RulePage(string Id, string Title, Severity Severity, string Category, string HelpLink, string Page)
{
    /// <summary>Whether a text can only be meant as the id of a rule.</summary>
    public static bool IsId(string text) => Id_().IsMatch(text);

    /// <summary>The page of a rule.</summary>
    /// <exception cref="ToolException">There is no such rule.</exception>
    public static RulePage Find(string id)
    {
        Rule rule = RuleSet.Find(id.ToUpperInvariant())
            ?? throw new ToolException(ExitCode.Usage, $"There is no rule {id.ToUpperInvariant()}. {Near(id.ToUpperInvariant())}");
        using Stream page = typeof(RulePage).Assembly.GetManifestResourceStream($"rules/{rule.Id}.md")!;
        using StreamReader reader = new(page);
        return new RulePage(rule.Id, rule.Title, rule.Severity, rule.Category, rule.HelpLink, reader.ReadToEnd());
    }

    // Rules of one concern stand together, so that one far away is no help.
    private static string Near(string id) =>
        RuleSet.All.Where(rule => Math.Abs(Number(rule.Id) - Number(id)) < 100).OrderBy(rule => Math.Abs(Number(rule.Id) - Number(id))).ThenBy(static rule => rule.Id, StringComparer.Ordinal).Take(3).ToList() is { Count: > 0 } near
            ? $"Near it are {string.Join(", ", near.Select(static rule => $"{rule.Id} ({rule.Title})"))}."
            : $"All are listed at {RuleSet.All[0].HelpLink.Replace(RuleSet.All[0].Id, "README", StringComparison.Ordinal)}.";

    private static int Number(string id) => int.TryParse(id.AsSpan(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue / 2;

    [GeneratedRegex("^ARCH[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id_();
}
